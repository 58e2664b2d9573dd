-- The amounts in reports of tasks.
SELECT
    report_value.id, report_value.report_id, report_value.target_id, report_value.value
FROM report_value
JOIN report ON report.id = report_value.report_id
JOIN task ON task.id = report.task_id
JOIN plan ON plan.id = task.plan_id
WHERE (CAST(:plan AS VARCHAR) IS NULL OR 'p' || CAST(plan.number AS VARCHAR) = :plan)
  AND (CAST(:archived AS INTEGER) = 1 OR (plan.archived_on IS NULL AND task.archived_on IS NULL))
ORDER BY report_value.report_id, report_value.id
