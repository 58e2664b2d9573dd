-- What is or was 待核 of plans and of their tasks.
SELECT
    doubt.id, doubt.plan_id, doubt.task_id, doubt.field, doubt.code, doubt.message, doubt.place,
    doubt.confirmed_on
FROM doubt
JOIN plan ON plan.id = doubt.plan_id
LEFT JOIN task ON task.id = doubt.task_id
WHERE (CAST(:plan AS VARCHAR) IS NULL OR 'p' || CAST(plan.number AS VARCHAR) = :plan)
  AND (CAST(:archived AS INTEGER) = 1 OR (plan.archived_on IS NULL AND task.archived_on IS NULL))
ORDER BY doubt.plan_id, doubt.id
