"""Rows looked up inside a write, so that what is decided rests on what the transaction sees."""

from __future__ import annotations

from typing import TypeVar

from sqlalchemy import inspect
from sqlmodel import Session, SQLModel, select

__all__ = ["Session", "find_rows"]

Table = TypeVar("Table", bound=SQLModel)


def find_rows(session: Session, table: type[Table], **equal: str | int | None) -> list[Table]:
    """Give the rows whose columns equal the given values, the oldest first."""
    return list(session.exec(select(table).filter_by(**equal).order_by(*inspect(table).primary_key)))
