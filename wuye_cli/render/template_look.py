"""A look at a template as a table, and the names that a template may use before there is anything to fill in."""

from __future__ import annotations

from wuye_cli.render import circular_content, submission
from wuye_cli.render.grid import Column, Grid, Kind
from wuye_cli.render.template_words import meaning
from wuye_cli.workbooks.blocks import BlockTable
from wuye_cli.workbooks.content import Content
from wuye_cli.workbooks.phrases import PHRASES_SHEET
from wuye_cli.workbooks.template_look import TemplateLook

COLUMNS = (
    Column("工作表", Kind.TEXT, 14),
    Column("位置", Kind.SHORT, 10),
    Column("占位符", Kind.TEXT, 22),
    Column("含义", Kind.TEXT, 36),
)
BLOCKS = {"分解": BlockTable("指标", frozenset(circular_content.FIGURES), ())}


def known_to_submission() -> Content:
    """Name what a superior's workbook may ask for."""
    return Content(dict.fromkeys(submission.ALL_VALUES), {}, submission.ALL_FIELDS, BLOCKS)


def known_to_circular() -> Content:
    """Name what a template of the circular may ask for."""
    values, sheets = dict.fromkeys(circular_content.VALUES), frozenset({PHRASES_SHEET})
    return Content(values, {}, circular_content.FIELDS, BLOCKS, unprinted=sheets)


def look_grid(look: TemplateLook) -> Grid:
    """Lay out what a template asks for."""
    rows = tuple((one.sheet, one.place, one.text, meaning(one.name, one.field)) for one in look.asked)
    return Grid(f"占位符（共{len(rows)}处，都认识）", (), COLUMNS, rows)
