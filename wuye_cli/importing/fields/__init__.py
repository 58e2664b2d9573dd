"""Text to value: deadlines, units, targets, numbering, headings."""
