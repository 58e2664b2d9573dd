-- What recurring duties ask of each period.
SELECT period_record.id, period_record.task_id, period_record.every, period_record.period, period_record.due_on
FROM period_record
JOIN task ON task.id = period_record.task_id
JOIN plan ON plan.id = task.plan_id
WHERE (CAST(:plan AS VARCHAR) IS NULL OR 'p' || CAST(plan.number AS VARCHAR) = :plan)
  AND (CAST(:archived AS INTEGER) = 1 OR (plan.archived_on IS NULL AND task.archived_on IS NULL))
ORDER BY period_record.task_id, period_record.due_on, period_record.id
