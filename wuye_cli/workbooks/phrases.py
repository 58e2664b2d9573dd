"""The sheet `用语` of a template: what the office says in which case. It is read, not printed.

情形   | 用语
逾期   | 逾期任务{项数}项，{单位}要逐项说明原因。
慢序时 |                                            an empty phrase says nothing
"""

from __future__ import annotations

from io import BytesIO

from openpyxl import load_workbook

from wuye_cli.errors import InputError
from wuye_cli.workbooks.archive import unpacking

PHRASES_SHEET = "用语"
CASE, PHRASE = "情形", "用语"


def read_phrases(template: bytes, name: str) -> tuple[tuple[str, str], ...]:
    """Read the phrases of a template, given by its content and name, by case; none where it has no such sheet.

    Raises:
        InputError: the sheet has no such columns, or a case stands there twice.
    """
    with unpacking(name):
        workbook = load_workbook(BytesIO(template), data_only=True, keep_links=False)
    if PHRASES_SHEET not in workbook.sheetnames:
        return ()
    rows = (tuple(map(_words, row)) for row in workbook[PHRASES_SHEET].iter_rows(values_only=True))
    heading = next((row for row in rows if CASE in row and PHRASE in row), None)
    if heading is None:
        raise InputError("phrases", f"模板“{name}”的工作表“{PHRASES_SHEET}”没有表头，第一行要写“{CASE}”“{PHRASE}”。")
    case, phrase = heading.index(CASE), heading.index(PHRASE)
    phrases = tuple((row[case], row[phrase]) for row in rows if row[case])
    cases = [words for words, _ in phrases]
    twice = dict.fromkeys(words for words in cases if cases.count(words) > 1)
    if twice:
        raise InputError(
            "phrases", f"模板“{name}”的工作表“{PHRASES_SHEET}”里“{'、'.join(twice)}”写了两次，请只留一行。"
        )
    return phrases


def _words(value: object) -> str:
    return "" if value is None else str(value).strip()
