"""The sheet of the monthly form: what stands in its columns, so that writing and reading cannot disagree.

One row for a task's own progress, and one below it for each amount that its targets ask for. A row is known again by
task code and item, wherever it stands. Text is written beside the progress, once for the task.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from wuye_cli.domain.asking import AskedTask, last_amounts
from wuye_cli.domain.deadlines import due_days
from wuye_cli.domain.expected import linear_share
from wuye_cli.domain.facts import TargetFacts, UnitFacts
from wuye_cli.domain.figures import figure_words
from wuye_cli.domain.months import last_day
from wuye_cli.domain.plans import start_of_work

HIDDEN_SHEET = "填报数据"
CODE, TITLE, CONTENT, ROLE, DUE = "任务编号", "重点任务", "工作内容", "本单位职责", "完成时限"
ITEM, TARGET, LAST, EXPECTED = "填报项目", "目标", "上月累计", "月底序时进度"
FIGURE, NOTE, PROBLEM, NEXT_STEP, REMARK, NIL = (
    "本月累计",
    "本月进展",
    "存在问题",
    "下一步措施",
    "情况说明",
    "本月无进展",
)
FIXED = (CODE, TITLE, CONTENT, ROLE, DUE, ITEM, TARGET, LAST, EXPECTED)
TO_FILL = (FIGURE, NOTE, PROBLEM, NEXT_STEP, REMARK, NIL)
OWNER = "填报单位（盖章）："
FILLER, REVIEWER, PHONE, FILLED_ON = "填报人：", "审核人：", "联系电话：", "填报日期："
YES = "是"
PROGRESS = "完成进度（%）"
LONGEST_CONTENT = 90  # characters of a task's wording; the whole of it is in the plan that the unit has


@dataclass(frozen=True, slots=True)
class FormRow:
    """One row as it goes out: the task, the target (None: the task's progress), the texts of the fixed columns."""

    task: int
    target: int | None
    fixed: tuple[str, ...]

    @property
    def key(self) -> tuple[str, str]:
        """The code and the item that a row is known by."""
        return self.fixed[FIXED.index(CODE)], self.fixed[FIXED.index(ITEM)]

    @property
    def label(self) -> str:
        """The task's code and title."""
        return f"{self.fixed[0]} {self.fixed[1]}"


def form_rows(asked: AskedTask, unit: UnitFacts, month: str, known_on: date) -> Iterator[FormRow]:
    """Give the rows of one task, filled in with what is known."""
    task = asked.task
    percent, amounts = last_amounts(task, unit.id, month, known_on)
    title, content = _one_line(task.title), _shorten(_one_line(task.content))
    role = "牵头" if asked.is_lead else "责任"
    due = _due_words(asked, known_on)
    last = "" if percent is None else f"{figure_words(percent)}%"
    yield FormRow(
        task.id, None, (task.code, title, content, role, due, PROGRESS, "", last, _expected(asked, month, known_on))
    )
    for item, target in _items(asked.targets).items():
        last = f"{figure_words(amounts[target.id])}{target.unit}" if target.id in amounts else ""
        yield FormRow(task.id, target.id, (task.code, title, "", "", "", item, _target_words(target), last, ""))


def _items(targets: tuple[TargetFacts, ...]) -> Mapping[str, TargetFacts]:
    """Name each target so that no two of a task are called alike."""
    items: dict[str, TargetFacts] = {}
    for target in targets:
        brackets = "，".join(filter(None, (target.scope, target.unit)))
        name = f"{_one_line(target.indicator) or '指标'}" + (f"（{brackets}）" if brackets else "")
        number = sum(known == name or known.startswith(f"{name}#") for known in items)
        items[f"{name}#{number + 1}" if number else name] = target
    return items


def _target_words(target: TargetFacts) -> str:
    sign = {">=": "≥", "<=": "≤", "=": "", ">": "＞", "<": "＜"}[target.op]
    top = f"～{figure_words(target.value_max)}" if target.value_max is not None else ""
    by = f"（{target.by}前）" if target.by else ""
    return f"{sign}{figure_words(target.value)}{top}{target.unit}{by}"


def _due_words(asked: AskedTask, day: date) -> str:
    dated = [
        f"{due.original}" + (f"（延期至{due.on}）" if due.on != due.original else "")
        for due in due_days(asked.task, day)
    ]
    return "\n".join((*dated, *(one.text for one in asked.task.deadlines if one.on is None and one.text)))


def _expected(asked: AskedTask, month: str, known_on: date) -> str:
    days = due_days(asked.task, known_on)
    if not days:
        return ""
    return f"{figure_words(linear_share(start_of_work(asked.plan, days[-1].on), days[-1].on, last_day(month)))}%"


def _shorten(text: str) -> str:
    return text if len(text) <= LONGEST_CONTENT else f"{text[: LONGEST_CONTENT - 1]}…"


def _one_line(text: str) -> str:
    return " ".join(text.split())
