-- The days of the statutory calendar that the office added.
SELECT calendar_day.id, calendar_day."on", calendar_day.is_working, calendar_day.name
FROM calendar_day
ORDER BY calendar_day."on"
