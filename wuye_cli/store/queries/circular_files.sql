-- What was stored with circulars: the files of one or of all, of one kind or of every kind.
SELECT
    circular_file.id, circular_file.circular_id, circular_file.kind, circular_file.name,
    circular_file.sha256, circular_file.size, circular_file.content
FROM circular_file
WHERE (CAST(:circular AS INTEGER) IS NULL OR circular_file.circular_id = :circular)
  AND (CAST(:kind AS VARCHAR) IS NULL OR circular_file.kind = :kind)
ORDER BY circular_file.circular_id, circular_file.id
