-- What plans ask of units for good, in printed order.
SELECT
    duty.id, duty.plan_id, duty.position, duty.unit, duty.level, duty.text
FROM duty
JOIN plan ON plan.id = duty.plan_id
WHERE (CAST(:plan AS VARCHAR) IS NULL OR 'p' || CAST(plan.number AS VARCHAR) = :plan)
  AND (CAST(:archived AS INTEGER) = 1 OR plan.archived_on IS NULL)
ORDER BY duty.plan_id, duty.position, duty.id
