-- The whole journal, oldest first.
SELECT
    journal.id, journal.recorded_at, journal.who, journal.command, journal.changes,
    journal.previous_hash, journal.hash, journal.effective_on, journal.undoes
FROM journal
ORDER BY journal.id
