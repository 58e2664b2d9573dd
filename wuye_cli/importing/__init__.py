"""From a file to a draft; knows no store."""
