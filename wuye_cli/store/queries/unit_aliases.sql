-- All spellings of units.
SELECT
    unit_alias.id, unit_alias.unit_id, unit_alias.name, unit_alias.region
FROM unit_alias
ORDER BY unit_alias.unit_id, unit_alias.id
