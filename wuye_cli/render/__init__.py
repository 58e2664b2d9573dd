"""Report data to a medium: terminal, JSON, workbook."""
