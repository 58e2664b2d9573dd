"""One reader per file format: file to Document."""
