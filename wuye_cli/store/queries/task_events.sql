-- What happened to tasks, oldest first.
SELECT
    task_event.id, task_event.task_id, task_event.unit_id, task_event.kind, task_event.happened_on,
    task_event.note, task_event.part, task_event.approver, task_event.reference, task_event.from_on,
    task_event.to_on
FROM task_event
JOIN task ON task.id = task_event.task_id
JOIN plan ON plan.id = task.plan_id
WHERE (CAST(:plan AS VARCHAR) IS NULL OR 'p' || CAST(plan.number AS VARCHAR) = :plan)
  AND (CAST(:archived AS INTEGER) = 1 OR (plan.archived_on IS NULL AND task.archived_on IS NULL))
ORDER BY task_event.task_id, task_event.happened_on, task_event.id
