-- One plan or all; archived ones only where they are asked for.
SELECT
    plan.id, plan.number, plan.title, plan.document_number, plan.issuer, plan.issued_on,
    plan.region, plan.level, plan.year, plan.period_start, plan.period_end, plan.effective_from,
    plan.effective_to, plan.policy, plan.source_file, plan.source_sha256, plan.imported_on,
    plan.archived_on
FROM plan
WHERE (CAST(:plan AS VARCHAR) IS NULL OR 'p' || CAST(plan.number AS VARCHAR) = :plan)
  AND (CAST(:archived AS INTEGER) = 1 OR plan.archived_on IS NULL)
ORDER BY plan.number
