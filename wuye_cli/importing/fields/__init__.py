"""Text to value: pure parsers of what one cell or one paragraph says."""
