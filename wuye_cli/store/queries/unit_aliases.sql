-- All spellings of units, and their former names with the day on which each was given up.
SELECT
    unit_alias.id, unit_alias.unit_id, unit_alias.name, unit_alias.region, unit_alias.until
FROM unit_alias
ORDER BY unit_alias.unit_id, unit_alias.id
