"""What the office needs each month, made step by step into one folder; a step that fails does not stop the others."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from wuye_cli.domain.calendar import last_reported_month, reporting_day
from wuye_cli.domain.months import day_words, month_words
from wuye_cli.errors import RefusedError, WuyeError
from wuye_cli.render.reminders import reminders_text
from wuye_cli.render.tables import overdue_grid, part_grids
from wuye_cli.render.workbook import write_grid_workbook
from wuye_cli.reports.circular_reporting import MISSING
from wuye_cli.reports.coverage import cut_past_month
from wuye_cli.reports.lines import Register
from wuye_cli.reports.selection import Selection
from wuye_cli.services.checking import copy_register
from wuye_cli.services.circulars import CircularOrder, write_circular_draft
from wuye_cli.services.codes import get_plan_code
from wuye_cli.services.form_status import read_form_status
from wuye_cli.services.issue_naming import IssueOrder
from wuye_cli.services.issues import find_issue, read_frozen_file
from wuye_cli.services.issuing import issue_circular
from wuye_cli.services.month_folder import MonthFolder, Placed
from wuye_cli.services.reminders import read_reminders
from wuye_cli.services.sending import UNSAFE, plan_sending, record_sending, write_forms
from wuye_cli.services.views import read_overdue
from wuye_cli.store.calendar import load_own_days
from wuye_cli.store.database import Database
from wuye_cli.store.facts import load_facts, load_office
from wuye_cli.store.journal import Change
from wuye_cli.store.reading import read_register

REMIND_WITHIN_DAYS = 7
NOTHING_TO_DO = {"nothing-to-send", "nothing-in-force"}  # what is refused at a desk is no fault of a run


@dataclass(frozen=True, slots=True)
class MonthOrder:
    """What is to be made: `asked` is the month with its day, rules and plan, as for its circular."""

    database: Database
    asked: CircularOrder
    change: Change


@dataclass(frozen=True, slots=True)
class StepOutcome:
    """What one step did, or why it could not; `note` says what else there is to know."""

    step: str
    placed: Placed
    note: str = ""
    error: WuyeError | None = None


@dataclass(frozen=True, slots=True)
class MonthDue:
    """What still presses: overdue tasks, units whose reports are missing, a circular that is not yet issued.

    `issued` None: there is none to issue, since no plan is in force.
    """

    overdue: int
    missing: int
    issued: bool | None

    @property
    def presses(self) -> bool:
        """Whether there is anything."""
        return bool(self.overdue or self.missing or self.issued is False)


def read_run_month(database: Database, as_of: date) -> str:
    """Name the month that a run is for where none is named: the one whose reporting day has last passed."""
    with read_register(database) as reader:
        return last_reported_month(as_of, load_office(reader))


def order_month(database: Database, asked: CircularOrder, change: Change) -> MonthOrder:
    """Settle what is to be made; a month to come and an unknown plan are refused before any step."""
    cut_past_month(asked.month, asked.as_of)
    with read_register(database) as reader:
        plans = load_facts(reader, archived=True).plans.values()
    plan = get_plan_code(asked.plan, [one.code for one in plans]) if asked.plan else None
    return MonthOrder(database, replace(asked, plan=plan), change)


def run_month(order: MonthOrder, folder: Path, explain: Callable[[Exception], WuyeError]) -> tuple[StepOutcome, ...]:
    """Carry out every step; `explain` puts into a sentence what no step foresaw."""
    return tuple(_carry_out(name, make, order, folder, explain) for name, make in STEPS.items())


def read_month_due(order: MonthOrder) -> MonthDue:
    """Count what still presses."""
    asked = order.asked
    try:
        reporting = read_form_status(order.database, asked.month, asked.as_of, asked.calendar, plan=asked.plan)
    except RefusedError as error:
        if error.code not in NOTHING_TO_DO:
            raise
        return MonthDue(overdue=0, missing=0, issued=None)
    issued = find_issue(order.database, asked.month, asked.plan) is not None
    return MonthDue(len(_overdue(order).tasks), len(reporting.in_state(MISSING)), issued)


def _carry_out(
    name: str, make: Step, order: MonthOrder, folder: Path, explain: Callable[[Exception], WuyeError]
) -> StepOutcome:
    try:
        home = MonthFolder(folder)
        with home.at_work():
            note = make(order, home)
            return StepOutcome(name, home.place(), note)
    except WuyeError as error:
        if error.code in NOTHING_TO_DO:
            return StepOutcome(name, Placed(), note=error.message)
        return StepOutcome(name, Placed(), error=error)
    except OSError as error:
        return StepOutcome(name, Placed(), error=_unwritable(folder, error))
    except Exception as error:  # noqa: BLE001 - a fault in one step must not cost the others, the backup least of all
        return StepOutcome(name, Placed(), error=explain(error))


def _unwritable(folder: Path, error: OSError) -> WuyeError:
    where = Path(error.filename2 or error.filename or folder).name
    advice = "请检查文件夹是否可写、磁盘是否已满，以及该文件是否正在 Excel 或 WPS 中打开"
    return RefusedError("file-unwritable", f"写不成“{folder}”里的“{where}”：{advice}。")


def _make_forms(order: MonthOrder, home: MonthFolder) -> str:
    asked = order.asked
    sending = plan_sending(order.database, asked.month, asked.as_of, asked.calendar, plan=asked.plan)
    record_sending(order.database, sending, order.change)
    write_forms(sending, home.workshop / "填报表")
    return ""


def _make_circular(order: MonthOrder, home: MonthFolder) -> str:
    """Lay out the circular that was issued; else issue it where the office lets a run do so, else draft it."""
    asked, draft = order.asked, f"{month_words(order.asked.month)}通报（草稿）.xlsx"
    if find_issue(order.database, asked.month, asked.plan) is None:
        hindrance = _find_hindrance(order, home, draft)
        if hindrance is not None:
            write_circular_draft(order.database, asked, home.workshop / draft)
            return hindrance
        issue_circular(order.database, IssueOrder(asked), order.change)
    file = read_frozen_file(order.database, asked.month, "workbook", asked.plan)
    (home.workshop / UNSAFE.sub("_", file.name)).write_bytes(file.content)
    return "已印发"


def _find_hindrance(order: MonthOrder, home: MonthFolder, draft: str) -> str | None:
    """Say why no number is given: the office issues by hand (no word of it), too early, or a draft that was edited."""
    with read_register(order.database) as reader:
        office, own_days = load_office(reader), load_own_days(reader)
    due = reporting_day(order.asked.month, office, order.asked.calendar.with_days(own_days))
    if office.auto_issue != "yes":
        return ""
    if order.asked.as_of <= due.on:
        return f"报送日{day_words(due.on)}还没有过，没有编号印发"
    if home.is_edited(draft):
        return f"草稿有人改过，没有自动印发：请用 wuye circular issue {order.asked.month} --from 改定稿 印发"
    return None


def _list_overdue(order: MonthOrder, home: MonthFolder) -> str:
    register = _overdue(order)
    write_grid_workbook(overdue_grid(register, full=True), home.workshop / "逾期任务表.xlsx", *part_grids(register))
    return ""


def _overdue(order: MonthOrder) -> Register:
    asked = order.asked
    return read_overdue(order.database, asked.as_of, asked.policies, Selection(plan=asked.plan))


def _write_reminders(order: MonthOrder, home: MonthFolder) -> str:
    asked = order.asked
    found = read_reminders(
        order.database, asked.as_of, REMIND_WITHIN_DAYS, asked.policies, asked.calendar, plan=asked.plan
    )
    # Windows' own editor tells UTF-8 by its mark, and older ones need their line ends.
    (home.workshop / "提醒.txt").write_text(reminders_text(found) + "\n", encoding="utf-8-sig", newline="\r\n")
    return ""


def _back_up(order: MonthOrder, home: MonthFolder) -> str:
    copy_register(order.database, home.workshop / "台账备份.db")
    return ""


Step = Callable[[MonthOrder, MonthFolder], str]
STEPS: dict[str, Step] = {
    "填报表": _make_forms,
    "通报": _make_circular,
    "逾期任务表": _list_overdue,
    "提醒": _write_reminders,
    "台账备份": _back_up,  # last: it holds what the other steps have recorded
}
