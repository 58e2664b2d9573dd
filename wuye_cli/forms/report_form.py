"""The monthly form of one unit as a workbook: filled in as far as anything is known, and open where it is asked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from wuye_cli.domain.months import day_words, last_day, month_words
from wuye_cli.forms.report_sheet import (
    CODE,
    CONTENT,
    DUE,
    EXPECTED,
    FIGURE,
    FILLED_ON,
    FILLER,
    FIXED,
    HIDDEN_SHEET,
    ITEM,
    LAST,
    NEXT_STEP,
    NIL,
    NOTE,
    OWNER,
    PHONE,
    PROBLEM,
    REMARK,
    REVIEWER,
    ROLE,
    TARGET,
    TITLE,
    TO_FILL,
    YES,
    FormRow,
)
from wuye_cli.forms.signing import FormIdentity, sign_identity
from wuye_cli.workbooks.fill_in import FillColumn, FillRow, FillSheet, build_fill_in
from wuye_cli.workbooks.saving import workbook_bytes

COLUMNS = (
    FillColumn(CODE, 9),
    FillColumn(TITLE, 15, centred=False),
    FillColumn(CONTENT, 26, centred=False),
    FillColumn(ROLE, 8),
    FillColumn(DUE, 12),
    FillColumn(ITEM, 13),
    FillColumn(TARGET, 12),
    FillColumn(LAST, 8),
    FillColumn(EXPECTED, 9),
    FillColumn(FIGURE, 10, is_figure=True),
    FillColumn(NOTE, 26, centred=False),
    FillColumn(PROBLEM, 16, centred=False),
    FillColumn(NEXT_STEP, 16, centred=False),
    FillColumn(REMARK, 14, centred=False),
    FillColumn(NIL, 8, choices=(YES,)),
)
FIELDS = ((3, FILLER), (5, REVIEWER), (9, PHONE), (12, FILLED_ON))
OPEN_OF_TASK = frozenset(range(len(FIXED), len(FIXED) + len(TO_FILL)))
OPEN_OF_TARGET = frozenset({len(FIXED), len(FIXED) + TO_FILL.index(REMARK)})


def report_form_bytes(identity: FormIdentity, key: str, due_on: date) -> bytes:
    """Give the workbook of one unit; the same identity gives the same bytes."""
    sheet = FillSheet(
        name="填报表",
        title=f"{month_words(identity.month)}份重点任务进展情况填报表",
        owner=f"{OWNER}{identity.unit_name}",
        fields=FIELDS,
        advice=_advice(identity.month, due_on),
        columns=COLUMNS,
        rows=[_fill_row(row) for row in identity.rows],
        frozen=2,
    )
    return workbook_bytes(build_fill_in(sheet, HIDDEN_SHEET, sign_identity(identity, key)))


def cover_note(identity: FormIdentity, contact: str, due_on: date) -> str:
    """Write the words that go with a form, to be pasted into a message."""
    return "".join(f"{line}\n" for line in _note_lines(identity, contact, due_on))


def _note_lines(identity: FormIdentity, contact: str, due_on: date) -> Iterator[str]:
    tasks = tuple(dict.fromkeys(row.label for row in identity.rows))
    yield f"{identity.unit_name}："
    yield (
        f"　　现将{month_words(identity.month)}份重点任务进展情况填报表发给你们，共 {len(tasks)} 项任务，"
        f"请于{day_words(due_on)}前填好报送{identity.office or '本办公室'}。"
    )
    yield from (f"　　{number}. {task}" for number, task in enumerate(tasks, 1))
    yield (
        f"　　数字均为截至{day_words(last_day(identity.month))}的累计数，只填浅黄色单元格；"
        f"没有进展的请在“{NIL}”栏选“{YES}”，空着不填按未报送统计。不得录入涉密事项。"
    )
    if contact:
        yield f"　　联系人：{contact}"


def _fill_row(row: FormRow) -> FillRow:
    is_task = row.target is None
    values = (*row.fixed, *(None for _ in TO_FILL))
    return FillRow(values, OPEN_OF_TASK if is_task else OPEN_OF_TARGET, 100 if is_task else None)


def _advice(month: str, due_on: date) -> str:
    return (
        f"请于{day_words(due_on)}前报送。只填浅黄色单元格，其余请勿改动；“{FIGURE}”填截至{day_words(last_day(month))}"
        f"的累计数，进度写 60 或 60%；低于上月的请在“{REMARK}”写明原因；本月没有进展的在“{NIL}”选“{YES}”，"
        "空着不填按未报送统计。不得录入涉密事项。"
    )
