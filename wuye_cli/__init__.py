"""wuye: a task-list tracker for multi-level action plans."""

__version__ = "0.1.0"
