"""The office's configuration: made with the register, changed word by word."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, fields, replace

from wuye_cli.domain.facts import OfficeFacts
from wuye_cli.domain.policies import Policies
from wuye_cli.services.codes import ask_for
from wuye_cli.services.complaints import Complaints
from wuye_cli.store.creating import create_register
from wuye_cli.store.database import Database
from wuye_cli.store.facts import load_office
from wuye_cli.store.finding import Session, find_rows
from wuye_cli.store.journal import Change
from wuye_cli.store.models import Setting
from wuye_cli.store.reading import read_register
from wuye_cli.store.writing import write_register

SETTINGS = tuple(field.name for field in fields(OfficeFacts))
LEVELS = ("国家", "省", "市", "县", "街道（乡镇）", "社区", "企业")
REPORTERS = ("leads", "all")
REST_DAYS = ("next", "keep")
AUTO_ISSUE = ("yes", "no")
LAST_REPORTING_DAY = 28  # every month has one


def init_office(database: Database, office: OfficeFacts, change: Change, *, policies: Policies) -> None:
    """Make a new register for an office; an existing one is refused and left alone."""
    values = {name: str(value) for name, value in asdict(office).items()}
    _check(values, policies)
    create_register(database, change)
    with write_register(database, change) as session:
        _put(session, values)


def change_office(
    database: Database, values: Mapping[str, str], change: Change, *, policies: Policies, dry_run: bool = False
) -> OfficeFacts:
    """Change some words of the configuration; gives all of it as it is now."""
    _check(values, policies)
    with write_register(database, change, dry_run=dry_run) as session:
        _put(session, values)
    office = read_office(database)
    return replace(office, **{name: type(getattr(office, name))(value) for name, value in values.items()})


def read_office(database: Database) -> OfficeFacts:
    """Give the configuration."""
    with read_register(database) as reader:
        return load_office(reader)


def _check(values: Mapping[str, str], policies: Policies) -> None:
    wrong = Complaints()
    for name in values:
        if name not in SETTINGS:
            wrong.add(
                "unknown-setting", f"没有名为“{name}”的设置。{ask_for(name, SETTINGS)}可用的有：{'、'.join(SETTINGS)}。"
            )
    day = values.get("reporting_day", "25")
    if not (day.isascii() and day.isdigit() and 1 <= int(day) <= LAST_REPORTING_DAY):
        wrong.add(
            "bad-reporting-day", f"报送日“{day}”不对：请写 1 到 {LAST_REPORTING_DAY} 的数，即每月几日。", usage=True
        )
    if values.get("level", "") not in {"", *LEVELS}:
        wrong.add("bad-level", f"层级“{values['level']}”不对：可以写 {'、'.join(LEVELS)}。", usage=True)
    if values.get("reporters", "leads") not in REPORTERS:
        wrong.add("bad-reporters", "填报单位只能写 leads（牵头单位填报）或 all（牵头和责任单位都填报）。", usage=True)
    if values.get("rest_day", "next") not in REST_DAYS:
        wrong.add("bad-rest-day", "报送日逢休息日只能写 next（顺延到下一个工作日）或 keep（不顺延）。", usage=True)
    if values.get("auto_issue", "no") not in AUTO_ISSUE:
        wrong.add("bad-auto-issue", "自动编号印发只能写 yes（每月运行时自动编号印发）或 no（由人印发）。", usage=True)
    if values.get("policy", "") not in {"", *policies.by_code}:
        known = "、".join(policies.by_code)
        wrong.add("unknown-policy", f"没有代号为“{values['policy']}”的亮灯规则：可用的有 {known}。")
    wrong.raise_all()


def _put(session: Session, values: Mapping[str, str]) -> None:
    """Store the words that differ from what is stored, or from the default where nothing is."""
    stored = {row.key: row for row in find_rows(session, Setting)}
    defaults = {field.name: str(getattr(OfficeFacts(), field.name)) for field in fields(OfficeFacts)}
    for name, value in values.items():
        if name in stored:
            stored[name].value = value
        elif value != defaults[name]:
            session.add(Setting(key=name, value=value))
