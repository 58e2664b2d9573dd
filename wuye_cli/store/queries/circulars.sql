-- The circulars that were issued, oldest first; with the code of the plan where one is about a single plan.
SELECT
    circular.id, circular.month, circular.plan_id, 'p' || CAST(plan.number AS VARCHAR) AS plan_code,
    circular.series, circular.year, circular.number, circular.number_text, circular.version,
    circular.supersedes, circular.reason, circular.title, circular.issued_on, circular.last_report,
    circular.program
FROM circular
LEFT JOIN plan ON plan.id = circular.plan_id
WHERE CAST(:month AS VARCHAR) IS NULL OR circular.month = :month
ORDER BY circular.month, circular.id
