"""One recogniser per layout: Document to draft tasks."""
