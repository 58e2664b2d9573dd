"""What one unit reports of one task for one month. Everything that is wrong with a report is said at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from wuye_cli.domain.asking import is_quota_of
from wuye_cli.domain.closing import task_closing
from wuye_cli.domain.cutoff import cut_on
from wuye_cli.domain.facts import OfficeFacts, RegisterFacts, ReportFacts, TargetFacts, TaskFacts
from wuye_cli.domain.months import find_month, month_of
from wuye_cli.domain.reporting import reporters, scored_units, standing_reports
from wuye_cli.domain.units import UnitRules
from wuye_cli.reports.names import UnitNames
from wuye_cli.services.codes import ask_for
from wuye_cli.services.complaints import Complaints
from wuye_cli.services.periods import keep_periods
from wuye_cli.services.rows import get_task, get_unit_row
from wuye_cli.services.unit_book import identity
from wuye_cli.store.database import Database
from wuye_cli.store.facts import load_facts, load_office
from wuye_cli.store.journal import Change
from wuye_cli.store.models import Report, ReportValue
from wuye_cli.store.reading import read_register
from wuye_cli.store.writing import write_register


@dataclass(frozen=True, slots=True)
class ReportInput:
    """A report as typed; `month` None is the month of `on`, `on` None the day of the request."""

    unit: str | None = None
    month: str | None = None
    percent: float | None = None
    values: Mapping[str, float] = field(default_factory=dict)
    note: str = ""
    problem: str = ""
    next_step: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True)
class ReportOutcome:
    """What was stored; `replaced` tells that the unit had already reported for the month."""

    task: str
    unit: str
    month: str
    replaced: bool


def record_report(
    database: Database,
    task: str,
    report: ReportInput,
    change: Change,
    as_of: date,
    *,
    rules: UnitRules | None = None,
    dry_run: bool = False,
) -> ReportOutcome:
    """Store a report; a second one for the same unit and month counts instead of the first."""
    with write_register(database, change, dry_run=dry_run) as session:
        code = get_task(session, task).code
        with read_register(database) as reader:
            facts, office = load_facts(reader), load_office(reader)
        keep_periods(session, facts, as_of)
        check = _ReportCheck(facts, office, next(one for one in facts.tasks if one.code == code))
        unit = identity(get_unit_row(session, report.unit, rules).id) if report.unit else None
        entry = check.read(report, unit, as_of)
        session.add(entry)
        session.flush()
        for target in check.targets:
            session.add(ReportValue(report_id=identity(entry.id), target_id=target, value=check.targets[target]))
        return ReportOutcome(code, check.unit_name(entry.unit_id), entry.month, check.is_second(entry))


class _ReportCheck:
    """One report beside the task that it is about."""

    def __init__(self, facts: RegisterFacts, office: OfficeFacts, task: TaskFacts) -> None:
        self.targets: dict[int, float] = {}
        self._facts = facts
        self._task = task
        self._names = UnitNames(facts.units)
        self._reporters = reporters(task, facts.units, office.reporters)
        self._scored = scored_units(task, facts.units)
        self._wrong = Complaints()

    def read(self, report: ReportInput, unit: int | None, as_of: date) -> Report:
        """Make the row, or refuse with everything that is wrong."""
        on = report.on or as_of
        month = report.month or month_of(on)
        self._check_open(as_of)
        self._check_time(on, month, as_of)
        self._check_content(report)
        unit = self._find_reporter(unit)
        self._find_targets(report.values, unit)
        self._check_fall(report, unit, month, as_of)
        self._wrong.raise_all()
        return Report(
            task_id=self._task.id,
            unit_id=identity(unit),
            month=month,
            percent=report.percent,
            note=report.note,
            problem=report.problem,
            next_step=report.next_step,
            reported_on=on,
        )

    def unit_name(self, unit: int) -> str:
        """Give a unit's printed name."""
        return self._names.by_id[unit]

    def is_second(self, entry: Report) -> bool:
        """Tell whether the unit had reported for the month before."""
        return any((one.unit, one.month) == (entry.unit_id, entry.month) for one in self._task.reports)

    def _check_time(self, on: date, month: str, as_of: date) -> None:
        if on > as_of:
            sentence = f"填报日期 {on} 晚于当日（{as_of}）：请改正 --on，或用 --as-of 换一个当日。"
            self._wrong.add("date-in-future", sentence, usage=True)
        if find_month(month) is None:
            self._wrong.add("bad-month", f"月份“{month}”不对：请写成 2023-08 这样。", usage=True)
        elif month > month_of(as_of):
            self._wrong.add("month-in-future", f"{month} 还没有到（当日是 {as_of}）：请改正 --month。", usage=True)

    def _check_open(self, as_of: date) -> None:
        """What was verified is closed for good, what was cancelled asks for nothing."""
        closing = task_closing(self._task.events, self._scored, as_of)
        again = f"确需重新办理的，请先用 wuye reopen {self._task.code} --reason 写明原因重新开启。"
        if closing.verified_on:
            sentence = f"任务 {self._task.code} 已于 {closing.verified_on} 销号，不再填报：{again}"
            self._wrong.add("task-verified", sentence)
        if closing.cancelled_on:
            sentence = f"任务 {self._task.code} 已于 {closing.cancelled_on} 取消，不再填报：{again}"
            self._wrong.add("task-cancelled", sentence)

    def _check_content(self, report: ReportInput) -> None:
        if report.percent is not None and not 0 <= report.percent <= 100:
            self._wrong.add("bad-percent", f"完成进度 {report.percent:g} 不对：请写 0 到 100 的数。", usage=True)
        if report.percent is None and not (report.values or report.note or report.problem or report.next_step):
            sentence = "没有填报内容：请写 --percent、--value 或 --note；本月没有进展的，可写 --note 本月无进展。"
            self._wrong.add("empty-report", sentence, usage=True)

    def _find_reporter(self, unit: int | None) -> int | None:
        """Take the unit that is named, else the one that answers for the task: the only or the first-named lead."""
        if unit is None and len(self._scored) == 1:
            return self._scored[0]
        choices = "、".join(self._names.names(self._reporters))
        if unit is None:
            self._wrong.add("unit-needed", self._ask_for_unit(choices))
        elif self._reporters and unit not in self._reporters:
            sentence = f"“{self.unit_name(unit)}”不是任务 {self._task.code} 的填报单位：填报单位是 {choices}。"
            self._wrong.add("not-a-reporter", sentence)
        return unit

    def _ask_for_unit(self, choices: str) -> str:
        if not choices:
            return f"任务 {self._task.code} 没有填报单位，请用 --unit 写明，或先用 wuye task edit 补上单位。"
        count = len(self._reporters)
        return f"任务 {self._task.code} 有 {count} 个填报单位，请用 --unit 写明是哪一个：{choices}。"

    def _find_targets(self, values: Mapping[str, float], unit: int | None) -> None:
        """Find the target that each amount speaks of."""
        known = dict.fromkeys(target.indicator for target in self._task.targets if target.indicator)
        for name, value in values.items():
            target = self._target_of(name, unit)
            if target is not None:
                self.targets[target.id] = value
                continue
            advice = f"这项任务的指标有：{'、'.join(known)}" if known else "这项任务没有指标，进展请用 --percent 填报"
            question = ask_for(name, known)
            self._wrong.add("unknown-indicator", f"任务 {self._task.code} 没有指标“{name}”。{question}{advice}。")

    def _target_of(self, indicator: str, unit: int | None) -> TargetFacts | None:
        """Take the unit's own quota where there is one, else the total; of thresholds by year any speaks for all."""
        same = [target for target in self._task.targets if target.indicator == indicator]
        own = [target for target in same if unit is not None and is_quota_of(target, self._facts.units[unit])]
        whole = [target for target in same if not target.scope]
        return next(iter([*own, *whole]), None)

    def _check_fall(self, report: ReportInput, unit: int | None, month: str, as_of: date) -> None:
        """Ask for a word where a cumulative figure is lower than that of an earlier month."""
        earlier = self._last_before(unit, month, as_of)
        if report.note or earlier is None or report.percent is None or earlier.percent is None:
            return
        if report.percent < earlier.percent:
            sentence = (
                f"累计进度 {report.percent:g}% 低于 {earlier.month} 填报的 {earlier.percent:g}%："
                "确实下降的，请用 --note 说明原因。"
            )
            self._wrong.add("figure-falls", sentence)

    def _last_before(self, unit: int | None, month: str, as_of: date) -> ReportFacts | None:
        reports = standing_reports(self._task.reports, cut_on(as_of))
        mine = [one for one in reports if one.unit == unit and one.month < month and one.percent is not None]
        return mine[-1] if mine else None
