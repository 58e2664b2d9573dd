-- The files that show what events say.
SELECT evidence.id, evidence.event_id, task_event.task_id, evidence.name, evidence.sha256, evidence.size
FROM evidence
JOIN task_event ON task_event.id = evidence.event_id
JOIN task ON task.id = task_event.task_id
JOIN plan ON plan.id = task.plan_id
WHERE (CAST(:plan AS VARCHAR) IS NULL OR 'p' || CAST(plan.number AS VARCHAR) = :plan)
  AND (CAST(:archived AS INTEGER) = 1 OR (plan.archived_on IS NULL AND task.archived_on IS NULL))
ORDER BY evidence.event_id, evidence.id
