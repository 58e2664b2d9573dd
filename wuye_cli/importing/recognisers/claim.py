"""What a recogniser hands on: which blocks it claims, and the cells of each task as printed.

A recogniser only finds cells; what their words mean is decided once, in `importing.drafting`, by the field parsers.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from wuye_cli.importing.document import Document, Locator
from wuye_cli.importing.draft import Problem


@dataclass(frozen=True, slots=True)
class RawTask:
    """One task item, unwrapped but unparsed.

    `deadline` None: the layout has no deadline column, so deadlines are looked for in the words; "" means the column
    stands empty. `year` is one that a heading above the task prints. `yearly` are (year, words) of columns headed by
    a year. `problems` are what the layout itself left uncertain (two columns that run into each other, …).
    """

    no: str = ""
    section: str = ""
    title: str = ""
    content: str = ""
    requirement: str = ""
    level: str = ""
    remark: str = ""
    lead: str = ""
    responsible: str = ""
    guide: str = ""
    deadline: str | None = None
    target: str = ""
    progress: str = ""
    problem: str = ""
    next_step: str = ""
    yearly: tuple[tuple[int, str], ...] = ()
    year: int | None = None
    source: Locator = Locator()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """Blocks `first`..`last` (indexes into `Document.blocks`, both included) read as tasks by one recogniser.

    `is_list`: a task list proper. Where a document has one, claims on its prose body are not tasks, unless it is only
    one `of_indicators` (主要指标分解表). `problems` are about the list as a whole.
    """

    recogniser: str
    first: int
    last: int
    is_list: bool
    tasks: tuple[RawTask, ...]
    problems: tuple[Problem, ...] = ()
    of_indicators: bool = False


@dataclass(frozen=True, slots=True)
class Recogniser:
    """One layout: a name, and the function that finds what it can read."""

    name: str
    find_claims: Callable[[Document], tuple[Claim, ...]]
