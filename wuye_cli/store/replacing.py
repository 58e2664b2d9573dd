"""Rows that belong to one owner, replaced as a whole where they differ; rows that stay the same are not touched."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import inspect
from sqlmodel import Session, SQLModel

Values = dict[str, object]


def replace_rows(session: Session, old: Sequence[SQLModel], new: Sequence[SQLModel]) -> bool:
    """Put the new rows in the place of the old ones; False where they already say the same."""
    if [row_values(row) for row in old] == [row_values(row) for row in new]:
        return False
    for row in old:
        session.delete(row)
    session.flush()
    session.add_all(new)
    return True


def set_values(row: SQLModel, values: Values) -> bool:
    """Change the columns of one row; False where they already say the same."""
    changed = {name: value for name, value in values.items() if getattr(row, name) != value}
    for name, value in changed.items():
        setattr(row, name, value)
    return bool(changed)


def row_values(row: SQLModel) -> Values:
    """Give what a row says, without its own key."""
    names = (attribute.key for attribute in inspect(type(row)).column_attrs)
    return {name: getattr(row, name) for name in names if name != "id"}
