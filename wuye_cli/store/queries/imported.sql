-- What a document said of one plan and its tasks (or of all) when it was last imported.
SELECT
    imported.id, imported.plan_id, imported.task_id, imported.words
FROM imported
JOIN plan ON plan.id = imported.plan_id
WHERE (CAST(:plan AS VARCHAR) IS NULL OR 'p' || CAST(plan.number AS VARCHAR) = :plan)
ORDER BY imported.plan_id, imported.id
