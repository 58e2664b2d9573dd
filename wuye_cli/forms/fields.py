"""The fields of a draft as a person sees and corrects them: the heading, the value in print, the way back.

One table for each kind of row. `name` is what problems call the field; `change` gives the row with the typed value
in it, or raises NotationError.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import Any

from wuye_cli.forms import deadline_notation, notation, target_notation
from wuye_cli.importing.draft import DraftPlan

Change = Callable[[Any, str, DraftPlan], Any]


@dataclass(frozen=True, slots=True)
class FormField:
    """One field; `words` gives the words of the document that its value was read from."""

    name: str
    heading: str
    width: float
    show: Callable[[Any], str]
    change: Change
    words: Callable[[Any], str] = lambda _: ""
    centred: bool = False


def _text(name: str, heading: str, width: float, *, centred: bool = False) -> FormField:
    return _value(name, heading, width, str, str.strip, centred=centred)


def _value(
    name: str,
    heading: str,
    width: float,
    show: Callable[[Any], str],
    read: Callable[[str], Any],
    *,
    centred: bool = False,
) -> FormField:
    """A field whose new value does not depend on the old one."""
    get = attrgetter(name)
    return FormField(
        name,
        heading,
        width,
        lambda row: show(get(row)),
        lambda row, text, _: replace(row, **{name: read(text)}),
        centred=centred,
    )


def _units(name: str, heading: str, width: float) -> FormField:
    field = _value(name, heading, width, notation.show_units, notation.read_units)
    return replace(field, words=lambda row: getattr(row, name).text)


def _deadlines(row: Any, text: str, plan: DraftPlan) -> Any:
    return replace(row, deadlines=deadline_notation.read_deadlines(text, row.deadlines, plan))


def _milestones(row: Any, text: str, _: DraftPlan) -> Any:
    return replace(row, milestones=deadline_notation.read_milestones(text, row.milestones))


def _targets(row: Any, text: str, _: DraftPlan) -> Any:
    return replace(row, targets=target_notation.read_targets(text, row.targets))


def _amount(row: Any, text: str, _: DraftPlan) -> Any:
    value, value_max = target_notation.read_amount(text)
    return replace(row, value=value, value_max=value_max)


def _words_of(name: str) -> Callable[[Any], str]:
    return lambda row: "；".join(dict.fromkeys(one.text for one in getattr(row, name) if one.text))


def _list(name: str, heading: str, width: float, show: Callable[[Any], str], change: Change) -> FormField:
    get = attrgetter(name)
    return FormField(name, heading, width, lambda row: show(get(row)), change, _words_of(name))


TASK_FIELDS = (
    _text("no", "序号", 6, centred=True),
    _text("title", "任务名称", 18),
    _text("section", "所属部分", 13),
    _text("content", "工作内容", 42),
    _text("requirement", "工作要求", 18),
    _text("level", "落实层级", 8, centred=True),
    _units("lead", "牵头单位", 15),
    _units("responsible", "责任单位", 20),
    _units("guide", "指导单位", 12),
    _list("deadlines", "完成时限", 13, deadline_notation.show_deadlines, _deadlines),
    _list("milestones", "阶段性时限", 20, deadline_notation.show_milestones, _milestones),
    _list("targets", "目标值", 27, target_notation.show_targets, _targets),
    _text("remark", "备注", 10),
)
PLAN_FIELDS = (
    _text("title", "方案名称", 0),
    _text("document_number", "文号", 0),
    _text("issuer", "发文机关", 0),
    _value("issued_on", "成文日期", 0, notation.show_day, notation.read_day),
    _text("region", "地区", 0),
    _text("level", "层级", 0),
    _value("year", "年份", 0, notation.show_year, notation.read_year),
    _value("period", "实施期间", 0, notation.show_period, notation.read_period),
    _value("effective", "施行期间", 0, notation.show_period, notation.read_period),
)
TARGET_FIELDS = (
    _text("indicator", "指标", 40),
    _value("op", "比较", 8, lambda op: target_notation.OP_SIGNS[op], target_notation.read_op, centred=True),
    FormField("value", "目标值", 12, target_notation.show_amount, _amount, centred=True),
    _text("unit", "计量单位", 10, centred=True),
    _value("by", "期限", 13, notation.show_day, notation.read_day, centred=True),
    _text("scope", "适用范围", 18, centred=True),
    _text("text", "原文", 40),
)
DUTY_FIELDS = (
    _text("unit", "单位", 24),
    _text("level", "层级", 10, centred=True),
    _text("text", "职责", 90),
)
