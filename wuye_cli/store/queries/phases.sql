-- The phases of plans, in printed order.
SELECT
    phase.id, phase.plan_id, phase.position, phase.name, phase.start_on, phase.end_on, phase.text
FROM phase
JOIN plan ON plan.id = phase.plan_id
WHERE (CAST(:plan AS VARCHAR) IS NULL OR 'p' || CAST(plan.number AS VARCHAR) = :plan)
  AND (CAST(:archived AS INTEGER) = 1 OR plan.archived_on IS NULL)
ORDER BY phase.plan_id, phase.position, phase.id
