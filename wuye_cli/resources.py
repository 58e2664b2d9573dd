"""Where the bundled files lie: inside an installed package, or beside it in a checkout."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).parent


def data_path(name: str) -> Path:
    """Find a file of `data/`."""
    return _bundled("_data", "data") / name


def template_path(name: str) -> Path:
    """Find a file of `templates/`."""
    return _bundled("_templates", "templates") / name


def _bundled(installed: str, beside: str) -> Path:
    inside = PACKAGE / installed
    return inside if inside.is_dir() else PACKAGE.parent / beside
