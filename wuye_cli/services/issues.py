"""The circulars that were issued: listed, shown, handed out. Nothing here loads what only making one needs."""

from __future__ import annotations

import hashlib

from wuye_cli.domain.issues import FrozenFile, IssueFacts, find_standing
from wuye_cli.domain.months import month_words
from wuye_cli.errors import RefusedError
from wuye_cli.reports.circular_edits import Edits, parse_edits
from wuye_cli.reports.issue_lines import FileLine, IssueLine, IssuePage, build_issue_lines
from wuye_cli.services.codes import get_plan_code
from wuye_cli.store.database import Database
from wuye_cli.store.issues import load_files, load_issues
from wuye_cli.store.reading import Reader, read_register


def find_issue(database: Database, month: str, plan: str | None = None) -> IssueFacts | None:
    """Find the circular that stands for a month, of all plans or of one."""
    with read_register(database) as reader:
        return find_standing(load_issues(reader, month), month, plan_code(reader, plan))


def list_issues(database: Database) -> tuple[IssueLine, ...]:
    """Give what was issued, oldest first."""
    with read_register(database) as reader:
        return build_issue_lines(load_issues(reader))


def read_issue(database: Database, month: str, plan: str | None = None, version: int | None = None) -> IssuePage:
    """Tell all about one circular; without a version about the one that stands."""
    with read_register(database) as reader:
        issue = get_issue(reader, month, plan, version)
        lines = {line.number: line for line in build_issue_lines(load_issues(reader, month)) if line.plan == issue.plan}
        files = load_files(reader, issue)
    edits = next((parse_edits(one.content) for one in files if one.kind == "changes"), Edits())
    told = tuple(FileLine(one.kind, one.name, one.size, one.sha256) for one in files)
    return IssuePage(lines[issue.number_text], told, edits)


def read_frozen_file(
    database: Database, month: str, kind: str, plan: str | None = None, version: int | None = None
) -> FrozenFile:
    """Give a stored file as it was stored.

    Raises:
        RefusedError: there is none, or it is no longer what was stored.
    """
    with read_register(database) as reader:
        issue = get_issue(reader, month, plan, version)
        files = load_files(reader, issue, kind)
    if not files:
        raise RefusedError("no-such-file", f"{issue.number_text}没有存这一种文件：用 wuye circular show {month} 查看。")
    if not is_sound(files[0]):
        sentence = f"{issue.number_text}的存档文件“{files[0].name}”已被改动，没有取出：请改用最近的备份。"
        raise RefusedError("file-altered", sentence)
    return files[0]


def is_sound(file: FrozenFile) -> bool:
    """Say whether a stored file is still what was stored."""
    return (len(file.content), hashlib.sha256(file.content).hexdigest()) == (file.size, file.sha256)


def get_issue(reader: Reader, month: str, plan: str | None, version: int | None = None) -> IssueFacts:
    """Find a circular; RefusedError where there is none."""
    code = plan_code(reader, plan)
    issues = load_issues(reader, month)
    if version is None:
        found = find_standing(issues, month, code)
    else:
        found = next((one for one in issues if (one.plan, one.version) == (code, version)), None)
    if found is None:
        raise RefusedError("not-issued", _not_issued(issues, month, code, version))
    return found


def plan_code(reader: Reader, plan: str | None) -> str | None:
    """Give the code of the plan that is meant, archived ones too; None for all plans."""
    if plan is None:
        return None
    return get_plan_code(plan, [f"p{row['number']}" for row in reader.rows("plans", plan=None, archived=1)])


def _not_issued(issues: tuple[IssueFacts, ...], month: str, plan: str | None, version: int | None) -> str:
    about = f"{month_words(month)}{f'方案 {plan} ' if plan else ''}的通报"
    if version is not None:
        return f"{about}没有第 {version} 版：用 wuye circular list 查看。"
    others = sorted({f"--plan {one.plan}" if one.plan else "不带 --plan" for one in issues})
    advice = f"这个月印发的请用 {' 或 '.join(others)} 指明" if others else f"请用 wuye circular issue {month} 印发"
    return f"{about}还没有印发：{advice}。"
