"""What rows of the register are called in the log, and what those say that only hang on another."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from wuye_cli.domain.history import RowName, Values
from wuye_cli.domain.terms import EVENT_WORDS, EVERY_WORDS, FIELD_WORDS, ROLE_WORDS, EventKind, Every, Role

Names = dict[RowName, str]
Words = Callable[[Values, Names], str]

COLUMN_WORDS = {
    **FIELD_WORDS,
    "name": "名称",
    "archived_on": "归档日期",
    "policy": "亮灯规则",
    "parent_id": "上级任务",
    "kind": "类别",
}


@dataclass(frozen=True, slots=True)
class Part:
    """Rows that are told as a field of what they hang on; `owners` are tried in turn."""

    owners: tuple[str, ...]
    field: Words
    text: Words


def call_row(table: str, values: Values, names: Names) -> str | None:
    """Say what a row is called; None where it has no name of its own."""
    if table == "plan":
        return f"方案 p{values['number']}“{values['title']}”"
    if table == "task":
        return f"任务 {values['code']}“{values['title']}”"
    if table == "unit":
        return f"单位“{values['name']}”"
    if table == "form":
        return f"{values['month']} 月报表（{unit_name(values['unit_id'], names)}）"
    if table == "circular":
        return f"通报 {values['number_text']}“{values['title']}”"
    return f"工作日历 {values['on']}" if table == "calendar_day" else None


def unit_name(key: object, names: Names) -> str:
    """Give the bare name of a unit."""
    return names.get(("unit", key), f"单位 {key}").removeprefix("单位“").removesuffix("”")  # type: ignore[arg-type]


def owner_of(part: Part, values: Values) -> RowName | None:
    """Name the row that a part hangs on."""
    named = ((owner, values[f"{owner}_id"]) for owner in part.owners if values.get(f"{owner}_id") is not None)
    return next((("unit" if owner == "group" else owner, key) for owner, key in named), None)


def _fixed(word: str) -> Words:
    return lambda _values, _names: word


def _column(name: str) -> Words:
    return lambda values, _names: str(values[name])


def _deadline(values: Values, _names: Names) -> str:
    every = values.get("every")
    return values["due_on"] or values["text"] or (EVERY_WORDS[Every(every)] if every else "长期坚持")


def _target(values: Values, _names: Names) -> str:
    return values["text"] or f"{values['indicator']}{values['op']}{values['value']:g}{values['unit']}"


def _doubt(values: Values, _names: Names) -> str:
    return f"{values['message']}{'（已核对）' if values['confirmed_on'] else ''}"


def _report(values: Values, _names: Names) -> str:
    percent = values["percent"]
    figure = "" if percent is None else f"{percent:g}%"
    return " ".join(filter(None, (figure, values["note"], values["problem"], values["next_step"]))) or "已填报"


def _event(values: Values, names: Names) -> str:
    return " ".join(_event_words(values, names))


def _event_words(values: Values, names: Names) -> Iterator[str]:
    yield values["happened_on"]
    if values["unit_id"] is not None:
        yield unit_name(values["unit_id"], names)
    if values.get("to_on"):
        yield f"{values['from_on']} 改为 {values['to_on']}"
    yield from filter(None, (values.get("part"), values["note"]))


def _contact(values: Values, _names: Names) -> str:
    return " ".join(filter(None, (values["role"], values["name"], values["title"], values["phone"])))


PARTS = {
    "assignment": Part(
        ("task",),
        lambda values, _names: ROLE_WORDS[Role(values["role"])],
        lambda values, names: unit_name(values["unit_id"], names),
    ),
    "deadline": Part(("task",), _fixed("完成时限"), _deadline),
    "milestone": Part(("task",), _fixed("阶段性时限"), _column("text")),
    "target": Part(("task", "plan"), _fixed("目标值"), _target),
    "doubt": Part(("task", "plan"), _fixed("待核"), _doubt),
    "duty": Part(("plan",), _fixed("责任分工"), lambda values, _names: f"{values['unit']}：{values['text']}"),
    "phase": Part(("plan",), _fixed("实施阶段"), lambda values, _names: f"{values['name']}：{values['text']}"),
    "report": Part(
        ("task",), lambda values, names: f"{unit_name(values['unit_id'], names)} {values['month']} 填报", _report
    ),
    "task_event": Part(("task",), lambda values, _names: EVENT_WORDS[EventKind(values["kind"])], _event),
    "period_record": Part(("task",), _fixed("周期"), _column("period")),
    "unit_alias": Part(("unit",), _fixed("别名"), _column("name")),
    "contact": Part(("unit",), _fixed("联系人"), _contact),
    "circular_file": Part(("circular",), _fixed("存档文件"), _column("name")),
    "membership": Part(("group",), _fixed("成员"), lambda values, names: unit_name(values["member_id"], names)),
}
