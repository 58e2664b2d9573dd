-- The office's configuration.
SELECT
    setting.key, setting.value
FROM setting
ORDER BY setting.key
