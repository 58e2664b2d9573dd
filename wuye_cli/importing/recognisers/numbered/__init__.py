"""Numbered paragraphs: which are tasks, which head others, what stands in them beside the words of the task."""
