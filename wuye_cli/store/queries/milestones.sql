-- The dated steps of tasks, in printed order.
SELECT
    milestone.id, milestone.task_id, milestone.position, milestone.due_on, milestone.text
FROM milestone
JOIN task ON task.id = milestone.task_id
JOIN plan ON plan.id = task.plan_id
WHERE (CAST(:plan AS VARCHAR) IS NULL OR 'p' || CAST(plan.number AS VARCHAR) = :plan)
  AND (CAST(:archived AS INTEGER) = 1 OR (plan.archived_on IS NULL AND task.archived_on IS NULL))
ORDER BY milestone.task_id, milestone.position, milestone.id
