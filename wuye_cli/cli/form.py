"""`wuye form`: the monthly forms out to the units and back."""

from __future__ import annotations

import typer

from wuye_cli.cli.lazy import Group

app = typer.Typer(cls=Group, add_completion=False)


@app.callback()
def form() -> None:
    """月报表：发出、收回、报送情况。"""
