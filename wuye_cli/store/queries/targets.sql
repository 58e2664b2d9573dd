-- The targets of plans and of their tasks, in printed order.
SELECT
    target.id, target.plan_id, target.task_id, target.position, target.indicator, target.op,
    target.value, target.value_max, target.unit, target.by_on, target.scope, target.text
FROM target
JOIN plan ON plan.id = target.plan_id
LEFT JOIN task ON task.id = target.task_id
WHERE (CAST(:plan AS VARCHAR) IS NULL OR 'p' || CAST(plan.number AS VARCHAR) = :plan)
  AND (CAST(:archived AS INTEGER) = 1 OR (plan.archived_on IS NULL AND task.archived_on IS NULL))
ORDER BY target.plan_id, target.position, target.id
