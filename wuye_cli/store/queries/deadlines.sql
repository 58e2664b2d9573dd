-- The deadlines of tasks, in printed order.
SELECT
    deadline.id, deadline.task_id, deadline.position, deadline.kind, deadline.due_on,
    deadline.every, deadline.text
FROM deadline
JOIN task ON task.id = deadline.task_id
JOIN plan ON plan.id = task.plan_id
WHERE (CAST(:plan AS VARCHAR) IS NULL OR 'p' || CAST(plan.number AS VARCHAR) = :plan)
  AND (CAST(:archived AS INTEGER) = 1 OR (plan.archived_on IS NULL AND task.archived_on IS NULL))
ORDER BY deadline.task_id, deadline.position, deadline.id
