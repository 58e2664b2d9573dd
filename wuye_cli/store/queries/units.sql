-- All units and groups, in official order.
SELECT
    unit.id, unit.name, unit.kind, unit.region, unit.level, unit.position
FROM unit
ORDER BY unit.position, unit.id
