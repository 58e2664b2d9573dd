"""How the figures of a circular are explained on a terminal."""

from __future__ import annotations

from dataclasses import replace

from tests.reports.story import august
from wuye_cli.render.circular_explanation import SHOWN_FIGURES, SHOWN_ROWS, render_circular_explanation
from wuye_cli.render.widths import text_width
from wuye_cli.reports.circular_explaining import explain_circular
from wuye_cli.reports.circular_figures import Figure, count, difference, quotient, total

CIRCULAR = august()


def explained(*figures: Figure, width: int = 80) -> list[str]:
    return render_circular_explanation(CIRCULAR, figures, width).splitlines()


def of_row(reckoning_text: str, *, column: str = "进度", **values: object) -> Figure:
    figure = Figure("进展情况表", 1, column, 0, reckoning_text, count("行", ["p1-1"]))
    return replace(figure, **values)  # type: ignore[arg-type]


def test_a_count_names_its_rows_and_a_sum_its_amounts() -> None:
    added = of_row("5", reckoning=total("填报数之和", [("甲区", 3), ("乙县", 2)]))
    assert explained(of_row("1"), added)[2:] == ["  p1-1 进度1：行 p1-1", "  p1-1 进度5：填报数之和 甲区 3＋乙县 2"]


def test_both_sides_stand_below_a_quotient_and_a_difference_each_a_step_further_in() -> None:
    now = quotient("本月占比", count("逾期的行", ["p1-1"]), count("行", ["p1-1", "p1-2"]), 100)
    before = quotient("第7期占比", count("逾期的任务", []), count("任务", ["p1-1"]), 100)
    assert explained(of_row("50", column="上升", reckoning=difference("上升", now, before)))[2:] == [
        "  p1-1 上升50＝50%－0%",
        "    50%＝1÷2×100%（本月占比）",
        "      1：逾期的行 p1-1",
        "      2：行 p1-1、p1-2",
        "    0%＝0÷1×100%（第7期占比）",
        "      0：逾期的任务（没有）",
        "      1：任务 p1-1",
    ]


def test_a_figure_of_the_text_stands_with_the_words_around_it() -> None:
    lines = explained(*CIRCULAR.figures)
    assert lines[1] == "【正文】"
    assert "  第3段 慢序时1项：进展情况表中状态为“慢序时”的行 p1-2" in lines
    assert "  第17段 落后序时进度44个百分点＝89－45" in lines


def test_long_counts_and_long_annexes_are_cut_and_said_to_be() -> None:
    many = count("行", [f"p1-{number}" for number in range(30)])
    lines = explained(*(of_row(str(number), reckoning=many) for number in range(SHOWN_FIGURES + 5)))
    assert f"p1-{SHOWN_ROWS - 1}…等30个" in "".join(lines)
    assert lines[-1] == "  还有 5 个数，加 --json 全部列出"


def test_no_line_is_wider_than_the_terminal() -> None:
    assert max(map(text_width, explained(*explain_circular(CIRCULAR), width=60))) <= 60
