-- The units of tasks, in printed order.
SELECT
    assignment.id, assignment.task_id, assignment.role, assignment.unit_id, assignment.position,
    assignment.text
FROM assignment
JOIN task ON task.id = assignment.task_id
JOIN plan ON plan.id = task.plan_id
WHERE (CAST(:plan AS VARCHAR) IS NULL OR 'p' || CAST(plan.number AS VARCHAR) = :plan)
  AND (CAST(:archived AS INTEGER) = 1 OR (plan.archived_on IS NULL AND task.archived_on IS NULL))
ORDER BY assignment.task_id, assignment.position, assignment.id
