-- The monthly forms that went out, oldest first; of one month and unit the last version counts.
SELECT form.id, form.month, form.unit_id, form.plan_id, form.version, form.tasks, form.sent_on
FROM form
WHERE CAST(:month AS VARCHAR) IS NULL OR form.month = :month
ORDER BY form.month, form.unit_id, form.version
