"""The monthly forms back from the units: each file is taken whole, taken with remarks, or refused with every reason.

All files are read first, so that two that contradict each other are seen before either is stored. Each is then one
transaction of its own, and one bad file never stops the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from wuye_cli.domain.asking import standing_report
from wuye_cli.domain.months import month_of, month_words
from wuye_cli.errors import RefusedError, WuyeError
from wuye_cli.forms.report_reading import ReturnedForm, read_report_form
from wuye_cli.forms.signing import FormIdentity
from wuye_cli.services.form_reports import FormFindings, FormRows, TakenReport
from wuye_cli.services.form_round import FormRound
from wuye_cli.services.unit_book import identity as row_id
from wuye_cli.store.database import Database
from wuye_cli.store.finding import find_rows
from wuye_cli.store.journal import Change
from wuye_cli.store.models import Report, ReportValue
from wuye_cli.store.reading import read_register
from wuye_cli.store.writing import write_register

WORKBOOKS = frozenset({".xlsx", ".xlsm", ".xls", ".et"})  # the last three are refused with advice
NOTE = ".txt"  # goes out with each form
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class CollectedForm:
    """One file as it was judged; refused where there is any reason.

    `reports` are what it says, `new` those of them that the register does not have. `copied`: it carries no identity
    and was matched by what is visible, which a person has to confirm.
    """

    file: str
    unit: str = ""
    month: str = ""
    remarks: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    copied: bool = False
    unit_id: int = 0
    form_id: int | None = None
    reports: tuple[TakenReport, ...] = ()
    new: tuple[TakenReport, ...] = ()

    @property
    def outcome(self) -> str:
        """Name what became of the file: refused, unchanged, remarks or taken."""
        if self.reasons:
            return "refused"
        if not self.new:
            return "unchanged"
        return "remarks" if self.remarks else "taken"

    def refuse(self, *reasons: str) -> CollectedForm:
        """Give the file as one that is not taken: nothing of it is new to the register."""
        return replace(self, reasons=(*self.reasons, *reasons), new=())


def find_files(places: Iterable[Path]) -> dict[str, Path]:
    """Find the workbooks in folders of any layout, by the name to call them; lock files of open workbooks are none.

    Raises:
        RefusedError: a place does not exist, or there is no workbook at all.
    """
    files: dict[str, Path] = {}
    for place in places:
        if not place.exists():
            raise RefusedError("file-missing", f"没有“{place}”这个文件或文件夹：请检查路径。")
        found = sorted(place.rglob("*")) if place.is_dir() else [place]
        for path in found:
            if path.is_file() and (path == place or _is_workbook(path)):
                name = str(path.relative_to(place)) if place.is_dir() else path.name
                files[name if name not in files else str(path)] = path
    if not files:
        raise RefusedError("no-forms", "没有找到填报表（.xlsx 工作簿），台账没有变化。")
    return files


def find_others(places: Iterable[Path]) -> tuple[str, ...]:
    """Name the files in folders that are neither workbooks nor our own notes, as stamped scans: nobody reads them."""
    found = (path for place in places for path in sorted(place.rglob("*")) if path.is_file())
    return tuple(path.name for path in found if path.suffix.lower() not in {*WORKBOOKS, NOTE} and not _is_lock(path))


def judge_forms(
    now: FormRound, files: dict[str, Path], progress: Progress = lambda _done, _total: None
) -> tuple[CollectedForm, ...]:
    """Read every file and say what would become of it; nothing is stored."""
    judged = []
    for name, path in files.items():
        judged.append(_judge(now, name, path))
        progress(len(judged), len(files))
    return tuple(_refuse_contradictions(judged))


def store_forms(
    database: Database, now: FormRound, forms: Iterable[CollectedForm], change: Change
) -> tuple[CollectedForm, ...]:
    """Store what the forms say that the register does not have, each whole or not at all.

    What goes wrong with one is said of it and does not stop the next one. A reader stays open meanwhile: SQLite would
    otherwise fold its log into the file after each of them.
    """
    with read_register(database):
        return tuple(_store(database, now, form, change) for form in forms)


def _store(database: Database, now: FormRound, form: CollectedForm, change: Change) -> CollectedForm:
    if form.outcome in {"refused", "unchanged"}:
        return form
    try:
        _store_new(database, now, form, change)
    except WuyeError as error:
        return form.refuse(error.message)
    return form


def _store_new(database: Database, now: FormRound, form: CollectedForm, change: Change) -> None:
    with write_register(database, change) as session:
        stored = len(find_rows(session, Report, unit_id=form.unit_id, month=form.month))
        if stored != now.stored.get((form.unit_id, form.month), 0):
            raise RefusedError("register-changed", f"收表时“{form.unit}”的填报被别人改动了：请重新收一次这张表。")
        rows = [_row(report, form, now.on) for report in form.new]
        session.add_all(rows)
        session.flush()
        session.add_all(
            ReportValue(report_id=row_id(row.id), target_id=target, value=value)
            for row, report in zip(rows, form.new, strict=True)
            for target, value in report.values.items()
        )


def _is_workbook(path: Path) -> bool:
    return path.suffix.lower() in WORKBOOKS and not _is_lock(path)


def _is_lock(path: Path) -> bool:
    return path.name.startswith((".", "~$"))


def _row(report: TakenReport, form: CollectedForm, on: date) -> Report:
    return Report(
        task_id=report.task,
        unit_id=form.unit_id,
        month=form.month,
        percent=report.percent,
        note=report.note,
        problem=report.problem,
        next_step=report.next_step,
        remark=report.remark,
        is_nil=report.is_nil,
        reported_on=on,
        form_id=form.form_id,
    )


# One file


def _judge(now: FormRound, name: str, path: Path) -> CollectedForm:
    try:
        form = read_report_form(path, now.key)
        unit = form.identity.unit if form.identity else now.unit(form.unit)
    except WuyeError as error:
        return CollectedForm(name, reasons=(error.message.rstrip("。") + "。", *error.details))
    found = FormFindings(reasons=[f"{reason}。" for reason in form.wrong])
    month = form.identity.month if form.identity else form.month or now.month
    blank = CollectedForm(name, now.names.by_id.get(unit, form.unit), month, copied=form.identity is None, unit_id=unit)
    found.reasons += _check_form(now, form, month)
    if unit in now.facts.units and month == now.month:
        FormRows(now, unit, form.identity.rows if form.identity else now.rows_of(unit), found).read(form)
    if form.identity is None:
        found.remarks.insert(0, "表中没有识别码（可能另存到了新工作簿），按填报单位和任务编号对上")
    judged = replace(
        blank,
        remarks=tuple(found.remarks),
        form_id=now.records_of(form.identity).get(form.identity.version) if form.identity else None,
        reports=tuple(found.reports),
        new=tuple(_new_ones(now, unit, found.reports)),
    )
    return judged.refuse(*found.reasons) if found.reasons else judged


def _check_form(now: FormRound, form: ReturnedForm, month: str) -> Iterator[str]:
    """Say what is wrong with the form as a whole."""
    if month > month_of(now.on):
        yield f"这是{month_words(month)}的表，这个月还没有到（当日是 {now.on}）。"
    elif month != now.month:
        option = f"确要收这个月的，请加 --month {month}"
        yield f"这是{month_words(month)}的表，现在收的是{month_words(now.month)}的；{option}。"
    if form.filled_on and form.filled_on > now.on:
        yield f"填报日期 {form.filled_on} 晚于当日（{now.on}），请改正。"
    if form.identity:
        yield from _check_identity(now, form.identity, form.unit)


def _check_identity(now: FormRound, form: FormIdentity, visible: str) -> Iterator[str]:
    records = now.records_of(form)
    if form.unit not in now.facts.units:
        yield f"台账里已经没有“{form.unit_name}”这个单位，请重新发表给现在的单位。"
    if form.version not in records:
        yield "台账里没有发出这张表的记录（可能已被撤销），请重新发表。"
    elif form.version < max(records):
        yield f"这是第 {form.version} 版，任务有变化后又发过第 {max(records)} 版，请填新的一版。"
    if "".join(visible.split()) != "".join(form.unit_name.split()):
        yield f"填报单位写的是“{visible}”，这张表是发给“{form.unit_name}”的，请用各自的表填报。"


def _new_ones(now: FormRound, unit: int, reports: Iterable[TakenReport]) -> Iterator[TakenReport]:
    for report in reports:
        before = standing_report(now.tasks[report.task], unit, now.month, now.on)
        if before is None or not report.says_same(before):
            yield report


# All files together


def _refuse_contradictions(judged: Sequence[CollectedForm]) -> Iterator[CollectedForm]:
    """Of files of one unit about the same tasks, copies count once, and different ones not at all."""
    for number, form in enumerate(judged):
        others = [one for one in judged if one is not form and _meet(one, form)]
        different = [one.file for one in others if one.reports != form.reports]
        earlier = [one.file for one in judged[:number] if one in others]
        if different:
            yield form.refuse(
                f"“{form.unit}”有几张内容不同的表（另有 {'、'.join(different)}），不知道以哪张为准，请只留一张。"
            )
        elif earlier:
            yield replace(form, new=(), remarks=(*form.remarks, f"与 {earlier[0]} 内容相同，只收一份"))
        else:
            yield form


def _meet(one: CollectedForm, other: CollectedForm) -> bool:
    if one.reasons or other.reasons or one.unit_id != other.unit_id:
        return False
    return not {report.task for report in one.reports}.isdisjoint(report.task for report in other.reports)
