"""The overview page: read back as a browser would, it says what the report says and loads nothing."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser

import pytest

from tests.unit.render.by_hand import AS_OF, BOARD, BY_STATUS, TASK
from wuye_cli.domain.terms import STATUS_WORDS, Status
from wuye_cli.render.dashboard import render_dashboard
from wuye_cli.render.markup import element, page
from wuye_cli.reports.circular_lines import DistrictRow, DistrictTable, QuotaFigure, QuotaIndicator
from wuye_cli.reports.dashboard import Dashboard, TrendMonth
from wuye_cli.resources import template_path

STYLE = template_path("总览.css").read_text(encoding="utf-8")
DISTRICTS = DistrictTable(
    (QuotaIndicator("试点", ">=", "个", AS_OF, "总目标为6个，各地区合计5个"),),
    (
        DistrictRow("全市", (QuotaFigure(5, None, 0, 0.0),)),
        DistrictRow("甲区", (QuotaFigure(3, 5, None, None),)),
    ),
)
FOUND = Dashboard(
    office="某市物业办",
    board=BOARD,
    trend=(TrendMonth("2022-12", 10, BY_STATUS), TrendMonth("2023-01", 20, BY_STATUS)),
    districts=(DISTRICTS,),
    overdue=(TASK,),
)


class Browser(HTMLParser):
    """What a browser finds in a page: its elements, its texts, and the rows of its tables."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.rows: list[list[str]] = []
        self.in_cell = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag == "tr":
            self.rows.append([])
        elif tag in {"td", "th"}:
            self.rows[-1].append("")
            self.in_cell = True

    def handle_endtag(self, tag: str) -> None:
        self.in_cell = self.in_cell and tag not in {"td", "th"}

    def handle_data(self, data: str) -> None:
        self.texts.append(data)
        if self.in_cell:
            self.rows[-1][-1] += data


@pytest.fixture(scope="module")
def browser() -> Browser:
    return Browser(render_dashboard(FOUND, STYLE))


def test_it_says_whose_it_is_and_of_which_day(browser: Browser) -> None:
    assert {"某市物业办", "重点任务进展总览", "截至2023年11月15日"} <= set(browser.texts)


def test_every_state_has_its_number_and_share(browser: Browser) -> None:
    start = browser.texts.index("已完成")
    tiles = [text for text in browser.texts[start:] if text.strip()][: 3 * len(BY_STATUS)]
    assert tiles == [
        text for status, count in BY_STATUS for text in (STATUS_WORDS[status], str(count), f"{count / 20:.1%}")
    ]


def test_months_units_quotas_overdue_tasks_and_plans_stand_in_tables(browser: Browser) -> None:
    assert ["2023年1月", "20", "3", "2", "1", "9", "4", "1"] in browser.rows
    assert ["市住房和城乡建设局", "20", "", "3", "2", "4", "2", "55.25%"] in browser.rows
    assert ["全市", "5", "0", "0%"] in browser.rows
    assert ["甲区", "3～5", "—", "—"] in browser.rows
    assert "“试点”总目标为6个，各地区合计5个。" in browser.texts
    assert [row[:2] for row in browser.rows if row[0] == "p1-1"] == [["p1-1", TASK.title]]
    assert ["p1 某市物业管理提升行动方案（2023—2025年）", "某政办发〔2023〕8号"] in [row[:2] for row in browser.rows]


def test_it_loads_and_runs_nothing(browser: Browser) -> None:
    policy = {"http-equiv": "Content-Security-Policy", "content": "default-src 'none'; style-src 'unsafe-inline'"}
    assert ("meta", policy) in browser.elements
    assert not {tag for tag, _ in browser.elements} & {"script", "link", "img", "iframe", "a", "object", "form"}
    assert not {name for _, attributes in browser.elements for name in attributes} & {"src", "href", "xlink:href"}
    assert not any(name.startswith("on") for _, attributes in browser.elements for name in attributes)
    assert "url(" not in STYLE
    assert "@import" not in STYLE


def test_colours_are_named_in_the_style_sheet(browser: Browser) -> None:
    kinds = {
        str(attributes.get("class")).split()[-1] for tag, attributes in browser.elements if tag in {"rect", "span"}
    }
    assert {kind for kind in kinds if f".{kind}" not in STYLE} == set()


def test_without_tasks_the_page_still_stands() -> None:
    nothing = tuple((status, 0) for status in Status)
    empty = replace(BOARD, total=0, by_status=nothing, by_light=(), units=(), plans=())
    found = Browser(render_dashboard(Dashboard("办公室", empty, (TrendMonth("2023-11", 0, nothing),), (), ()), STYLE))
    assert "没有逾期任务。" in found.texts


HOSTILE = [
    "<script>alert(1)</script>",
    "</title><b>",
    '"onmouseover="x',
    "&lt;b&gt;",
    "a\x00\x1b[31mb",
    "'><img src=x>",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_is_written_arrives_as_text(text: str) -> None:
    found = Browser(page(text, "", element("p", text, element("b", "粗"), text, title=text)))
    words = "".join(sign for sign in text if sign >= " ")
    assert [tag for tag, _ in found.elements] == [
        "html",
        "head",
        "meta",
        "meta",
        "meta",
        "title",
        "style",
        "body",
        "p",
        "b",
    ]
    assert dict(found.elements)["p"] == {"title": words}
    assert "".join(found.texts).count(words) == 3
