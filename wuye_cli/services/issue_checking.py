"""Whether the circulars that were issued are still what they were: row by row, byte by byte, cell by cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from wuye_cli import __version__
from wuye_cli.domain.history import RowName
from wuye_cli.domain.issues import FrozenFile, IssueFacts
from wuye_cli.domain.months import month_words
from wuye_cli.errors import WuyeError
from wuye_cli.render.workbook import circular_bytes
from wuye_cli.reports.circular_edits import Edits, parse_edits
from wuye_cli.services.accepting import compare_workbooks
from wuye_cli.services.freezing import thaw
from wuye_cli.services.issues import get_issue, is_sound, plan_code
from wuye_cli.store.checking import find_row_faults
from wuye_cli.store.database import Database
from wuye_cli.store.issues import load_files, load_issues
from wuye_cli.store.reading import Reader, read_register

TABLES = {"circular", "circular_file"}
KINDS = {"workbook": "通报", "data": "数据", "policies": "亮灯规则", "template": "模板"}  # those that each must have


def check_issues(
    database: Database, month: str | None = None, plan: str | None = None
) -> tuple[tuple[IssueFacts, ...], tuple[str, ...]]:
    """Check the circular that stands for a month, or all; gives what was checked, and a sentence for each fault."""
    with read_register(database) as reader:
        issues = (get_issue(reader, month, plan),) if month else _all_issues(reader, plan)
        stored = {one.id: load_files(reader, one) for one in issues}
    names = dict(_row_names(issues, stored))
    rows = (f"{_call(fault.row, names)}{fault.words}" for fault in find_row_faults(database, TABLES))
    return issues, (*rows, *(fault for one in issues for fault in _faults(one, stored[one.id])))


def _row_names(
    issues: tuple[IssueFacts, ...], stored: Mapping[int, tuple[FrozenFile, ...]]
) -> Iterator[tuple[RowName, str]]:
    for issue in issues:
        yield ("circular", issue.id), _name(issue)
        for file in stored[issue.id]:
            yield ("circular_file", file.id), f"{_name(issue)}的存档文件“{file.name}”"


def _call(row: RowName | None, names: Mapping[RowName, str]) -> str:
    """Say which circular a row of the register is about; of one that is gone or another's only the row is known."""
    return "" if row is None else names.get(row, f"通报存档中表 {row[0]} 的 {row[1]} 行")


def _name(issue: IssueFacts) -> str:
    return f"{month_words(issue.month)}通报（{issue.number_text}）"


def _all_issues(reader: Reader, plan: str | None) -> tuple[IssueFacts, ...]:
    code = plan_code(reader, plan)
    return tuple(one for one in load_issues(reader) if code in {None, one.plan})


def _faults(issue: IssueFacts, stored: tuple[FrozenFile, ...]) -> Iterator[str]:
    name = _name(issue)
    files = {file.kind: file for file in stored}
    altered = [file for file in stored if not is_sound(file)]
    yield from (f"{name}的存档文件“{file.name}”内容已被改动：请改用最近的备份。" for file in altered)
    missing = [words for kind, words in KINDS.items() if kind not in files]
    yield from (f"{name}的存档里没有{words}：请改用最近的备份。" for words in missing)
    if missing:
        return
    try:
        yield from (f"{name}{words}{_told_of_program(issue)}" for words in _differences(files))
    except WuyeError as error:
        yield f"{name}重新生成不了：{error.message}"


def _told_of_program(issue: IssueFacts) -> str:
    """Another version of the program may lay a workbook out otherwise, though nobody has touched what is stored."""
    if issue.program == __version__:
        return ""
    return f"（印发时的程序是 {issue.program}，现在是 {__version__}，可能由此不同）"


def _differences(files: Mapping[str, FrozenFile]) -> Iterator[str]:
    """Make the workbook again and look where it differs otherwise than by what was changed by hand."""
    template = files["template"]
    again = circular_bytes(thaw(files["data"].content), template.content, template.name)
    known = parse_edits(files["changes"].content) if "changes" in files else Edits()
    found = compare_workbooks(again, files["workbook"].content)
    for change in found.figures:
        if change not in known.figures:
            yield f"“{change.sheet}”{change.place}：按存档数据应为“{change.before}”，存档的通报是“{change.after}”。"
    for change in known.figures:
        if change not in found.figures:
            yield f"“{change.sheet}”{change.place}：印发时确认的手工改动“{change.after}”，现在对不上。"
    if found.words != known.words:
        yield f"有 {found.words} 处文字与存档数据不同，印发时是 {known.words} 处。"
