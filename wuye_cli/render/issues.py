"""Circulars that were issued, for the screen and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict

from wuye_cli.domain.months import month_words
from wuye_cli.render.grid import Column, Grid, Kind
from wuye_cli.reports.circular_edits import Edits
from wuye_cli.reports.issue_lines import IssueLine, IssuePage

COLUMNS = (
    Column("月份", Kind.SHORT, 7),
    Column("方案", Kind.SHORT, 6),
    Column("期号", Kind.SHORT, 18),
    Column("印发日期", Kind.SHORT, 10),
    Column("版次", Kind.NUMBER, 4),
    Column("标题", Kind.TEXT, 40),
    Column("说明", Kind.TEXT, 24),
)


def issues_grid(lines: Sequence[IssueLine]) -> Grid:
    """List what was issued."""
    rows = tuple(
        (line.month, line.plan or "全部", line.number, line.issued_on, line.version, line.title, _standing(line))
        for line in lines
    )
    notes = () if rows else ("还没有印发过通报：用 wuye circular issue 月份 印发。",)
    return Grid(f"已印发的通报（{len(rows)} 期）", notes, COLUMNS, rows)


def issue_facts(page: IssuePage) -> Iterator[tuple[str, str]]:
    """Tell one circular, a labelled fact a line."""
    issue = page.issue
    yield "月份", month_words(issue.month)
    yield "方案", issue.plan or "全部"
    yield "期号", issue.number
    yield "印发日期", issue.issued_on.isoformat()
    yield "版次", str(issue.version)
    yield "说明", _standing(issue)
    yield "原因", issue.reason
    yield "手工改动", "；".join(edit_lines(page.edits))
    for file in page.files:
        yield "存档文件", f"{file.name}（{file.kind}，{file.size} 字节，sha256 {file.sha256}）"


def edit_lines(edits: Edits) -> Iterator[str]:
    """Name every figure that was changed by hand; of words only how many."""
    for change in edits.figures:
        yield f"“{change.sheet}”{change.place}：{change.before} → {change.after}"
    if edits.words:
        yield f"另有 {edits.words} 处只改了文字"


def issues_json(lines: Sequence[IssueLine]) -> str:
    """Write the list."""
    return _document("wuye.issues/1", {"issues": [asdict(line) for line in lines]})


def issue_json(page: IssuePage) -> str:
    """Write all about one circular."""
    return _document("wuye.issue/1", asdict(page))


def _standing(line: IssueLine) -> str:
    words = [
        f"替代{line.supersedes}" if line.supersedes else "",
        "" if line.standing else f"已由{line.superseded_by}替代",
    ]
    return "，".join(filter(None, words))


def _document(schema: str, content: dict[str, object]) -> str:
    return json.dumps({"schema": schema, **content}, ensure_ascii=False, indent=1, default=str)
