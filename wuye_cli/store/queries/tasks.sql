-- The tasks of one plan or all, in printed order, with the code of the task above.
SELECT
    task.id, task.plan_id, task.parent_id, parent.code AS parent_code, task.code, task.position,
    task.key, task.no, task.section, task.title, task.content, task.requirement, task.level,
    task.remark, task.source_place, task.added_on, task.archived_on
FROM task
JOIN plan ON plan.id = task.plan_id
LEFT JOIN task AS parent ON parent.id = task.parent_id
WHERE (CAST(:plan AS VARCHAR) IS NULL OR 'p' || CAST(plan.number AS VARCHAR) = :plan)
  AND (CAST(:archived AS INTEGER) = 1 OR (plan.archived_on IS NULL AND task.archived_on IS NULL))
ORDER BY plan.number, task.position, task.id
