-- What units reported of tasks, oldest first: of one unit and month the last row counts.
SELECT
    report.id, report.task_id, report.unit_id, report.month, report.percent, report.note,
    report.problem, report.next_step, report.reported_on, report.is_nil, report.remark, report.form_id
FROM report
JOIN task ON task.id = report.task_id
JOIN plan ON plan.id = task.plan_id
WHERE (CAST(:plan AS VARCHAR) IS NULL OR 'p' || CAST(plan.number AS VARCHAR) = :plan)
  AND (CAST(:archived AS INTEGER) = 1 OR (plan.archived_on IS NULL AND task.archived_on IS NULL))
ORDER BY report.task_id, report.month, report.id
