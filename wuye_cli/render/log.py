"""The log on the screen: one row for each command, what it changed as lines of one cell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from wuye_cli.render.grid import Column, Grid, Kind
from wuye_cli.reports.log import LogChange, LogLine

DOING_WORDS = {"add": "新增", "remove": "删除"}
ALIKE_SHOWN, LINES_SHOWN = 3, 8  # an import adds hundreds of tasks: the screen says how many
WORDS_SHOWN = 40  # of a long text that was changed
COLUMNS = (
    Column("编号", Kind.NUMBER, 4),
    Column("时间", Kind.SHORT, 16),
    Column("经办人", Kind.SHORT, 8),
    Column("命令", Kind.TEXT, 24),
    Column("改动", Kind.TEXT, 48),
)


def log_grid(lines: Sequence[LogLine], *, full: bool = False) -> Grid:
    """Lay out `wuye log`; `full` counts, cuts and leaves out nothing."""
    rows = tuple(
        (line.number, moment_words(line), line.who, line.command, "\n".join(change_lines(line, full=full)))
        for line in lines
    )
    return Grid(f"流水（共{len(lines)}条）", (), COLUMNS, rows)


def moment_words(line: LogLine) -> str:
    """Print the moment of recording to the minute."""
    return line.at[:16].replace("T", " ")


def change_lines(line: LogLine, *, full: bool = False) -> Iterator[str]:
    """Tell what one command did, from which day on, and what became of it."""
    if line.undoes is not None:
        yield f"撤销第 {line.undoes} 条"
    if line.effective_on is not None and line.effective_on.isoformat() != line.at[:10]:
        yield f"自 {line.effective_on} 起"
    told = _all_changes(line.changes) if full else _main_changes(line.changes)
    shown = told if full else told[:LINES_SHOWN]
    yield from shown
    if len(told) > len(shown):
        yield f"……共 {len(told)} 处"
    if line.undone_by is not None:
        yield f"（已由第 {line.undone_by} 条撤销）"


def _all_changes(changes: Sequence[LogChange]) -> list[str]:
    return [_field(change) if change.field else f"{DOING_WORDS[change.doing]}{change.about}" for change in changes]


def _main_changes(changes: Sequence[LogChange]) -> list[str]:
    fields = (replace(one, before=_shortened(one.before), after=_shortened(one.after)) for one in changes if one.field)
    return [*_whole_rows(changes), *map(_field, fields)]


def _whole_rows(changes: Sequence[LogChange]) -> Iterator[str]:
    """Tell of what was made or taken away; of many alike only how many."""
    whole = [change for change in changes if not change.field]
    counts = Counter((change.doing, _kind(change)) for change in whole)
    for (doing, kind), count in counts.items():
        if count > ALIKE_SHOWN:
            yield f"{DOING_WORDS[doing]}{kind} {count} 个"
        else:
            alike = (change for change in whole if (change.doing, _kind(change)) == (doing, kind))
            yield from (f"{DOING_WORDS[doing]}{change.about}" for change in alike)


def _kind(change: LogChange) -> str:
    return change.about.partition("“")[0].partition(" ")[0]


def _field(change: LogChange) -> str:
    return f"{change.about} {change.field}：{change.before or '空'} → {change.after or '空'}"


def _shortened(text: str) -> str:
    return text if len(text) <= WORDS_SHOWN else f"{text[:WORDS_SHOWN]}…"
