"""What goes into a template, under the names that the template uses."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from wuye_cli.workbooks.blocks import BlockTable
from wuye_cli.workbooks.cells import Value

Row = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Content:
    """Single values, lists of rows that all have the same fields, lists in blocks.

    `apart` names a field of a list that parts merged cells wherever it changes, `unprinted` the sheets of a template
    that are left out.
    """

    values: Mapping[str, Value]
    lists: Mapping[str, Sequence[Row]]
    fields: Mapping[str, Collection[str]]
    tables: Mapping[str, BlockTable] = field(default_factory=dict)
    apart: Mapping[str, str] = field(default_factory=dict)
    unprinted: frozenset[str] = frozenset()
