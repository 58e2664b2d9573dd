"""The overview as one page for the browser and for paper: it needs no network, no script and no other file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from wuye_cli.domain.figures import figure_words
from wuye_cli.domain.months import day_words, month_words
from wuye_cli.domain.terms import LIGHT_WORDS, STATUS_WORDS, Light, Status
from wuye_cli.render.dashboard_charts import legend, share_bar, trend_columns
from wuye_cli.render.markup import Element, Node, element, page
from wuye_cli.render.tables import deadline_words, names
from wuye_cli.reports.board_lines import Board, PlanLine, UnitLine
from wuye_cli.reports.circular_lines import DistrictRow, DistrictTable, QuotaIndicator
from wuye_cli.reports.circular_targets import wanted_words
from wuye_cli.reports.dashboard import Dashboard, TrendMonth
from wuye_cli.reports.lines import TaskLine

TITLE = "重点任务进展总览"
NOTHING = "—"
STATES_NOTE = (
    "已完成含待销号；逾期为时限已过尚未完成；超序时为进度超过序时10个百分点以上，慢序时为低于序时，达序时介于其间；"
    "其他为长期坚持、每年一次或没有依据判断的任务。各月按现有填报统计，补报的计入所属月份，已印发的以通报为准；最后一个月截至当日。"
)


def render_dashboard(found: Dashboard, style: str) -> str:
    """Write the page; `style` is its style sheet."""
    board = found.board
    sections = (
        _section("总体情况", *_overall(board)),
        _section("逐月趋势", trend_columns(found.trend), legend(STATUS_WORDS.items()), _trend_table(found.trend)),
        _section("各单位任务", _units(board.units)) if board.units else None,
        *(_section(f"目标分解（{table.rows[0].district}）", _districts(table)) for table in found.districts),
        _section(f"逾期任务（{len(found.overdue)}项）", _overdue(found.overdue)),
        _section("方案", _plans(board.plans)) if board.plans else None,
    )
    header = element(
        "header",
        element("p", found.office, class_="office"),
        element("h1", TITLE),
        element("p", f"截至{day_words(board.as_of)}", class_="day"),
    )
    footer = element("footer", element("p", STATES_NOTE))
    return page(f"{TITLE}（{day_words(board.as_of)}）", style, header, element("main", *sections), footer)


def _section(heading: str, *content: Node) -> Element:
    return element("section", element("h2", heading), *content)


def _overall(board: Board) -> Iterator[Element]:
    waiting = f"，其中待销号{board.awaiting_verification}项" if board.awaiting_verification else ""
    doubts = f"；{board.doubts}项有待核内容" if board.doubts else ""
    yield element("p", "共有任务", element("b", str(board.total)), f"项{waiting}{doubts}。", class_="total")
    tiles = (_tile(status, count, board.total) for status, count in board.by_status)
    yield element("ul", *tiles, class_="tiles")
    yield element("h3", "预警灯")
    yield share_bar(board.by_light, board.total)
    yield legend(
        (light, f"{LIGHT_WORDS[light]} {count}（{_share(count, board.total)}）") for light, count in board.by_light
    )


def _tile(status: Status, count: int, total: int) -> Element:
    return element(
        "li",
        element("span", STATUS_WORDS[status], class_="word"),
        element("b", str(count)),
        element("span", _share(count, total), class_="share"),
        class_=status.value,
    )


def _share(count: int, total: int) -> str:
    return f"{count / total:.1%}" if total else NOTHING


def _trend_table(trend: Sequence[TrendMonth]) -> Element:
    rows = (
        [
            _text(month_words(month.month), "short"),
            _number(month.total),
            *(_number(count) for _, count in month.by_status),
        ]
        for month in trend
    )
    return _table(("月份", "任务", *STATUS_WORDS.values()), rows, "narrow")


def _units(units: Sequence[UnitLine]) -> Element:
    rows = (
        [
            _text(unit.unit, "name"),
            _number(unit.total),
            element("td", share_bar(unit.by_status, unit.total), class_="wide"),
            *_counts(unit.by_status, (Status.DONE, Status.OVERDUE, Status.BEHIND)),
            _number(dict(unit.by_light)[Light.RED]),
            _number(unit.mean_percent, "%"),
        ]
        for unit in units
    )
    return _table(("单位", "任务", "各状态占比", "已完成", "逾期", "慢序时", "红灯", "平均进度"), rows)


def _plans(plans: Sequence[PlanLine]) -> Element:
    rows = (
        [
            _text(f"{plan.code} {plan.title}", "name"),
            _text(plan.document_number or NOTHING),
            _number(plan.tasks),
            element("td", share_bar(plan.by_status, plan.tasks), class_="wide"),
            *_counts(plan.by_status, (Status.DONE, Status.OVERDUE, Status.BEHIND)),
        ]
        for plan in plans
    )
    return _table(("方案", "文号", "任务", "各状态占比", "已完成", "逾期", "慢序时"), rows)


def _counts(counts: Sequence[tuple[Status, int]], wanted: Iterable[Status]) -> Iterator[Element]:
    return (_number(dict(counts)[status]) for status in wanted)


def _overdue(tasks: Sequence[TaskLine]) -> Element:
    if not tasks:
        return element("p", "没有逾期任务。")
    rows = (
        [
            _text(task.code, "short"),
            _text(task.title, "name"),
            _text(names(task.lead or task.responsible) or NOTHING),
            _text(deadline_words(task), "short"),
            _number(task.days_overdue),
            _number(task.percent, "%"),
            element("td", element("span", LIGHT_WORDS[task.light], class_=f"light {task.light.value}"), class_="short"),
            _text(task.problem or NOTHING),
        ]
        for task in tasks
    )
    return _table(("编号", "重点任务", "牵头（责任）单位", "完成时限", "逾期天数", "进度", "灯", "存在问题"), rows)


def _districts(table: DistrictTable) -> Element:
    """Lay out the quotas: a head over each indicator, under it what is wanted, what was reached, the share."""
    heads = [
        element("th", f"{one.name}（{one.unit}）", _by(one), scope="colgroup", colspan="3") for one in table.indicators
    ]
    under = [
        element("th", word, scope="col", class_="number")
        for _ in table.indicators
        for word in ("目标", "进度", "完成率")
    ]
    first = element("th", "地区", scope="col", rowspan="2")
    notes = (element("p", f"“{one.name}”{one.note}。", class_="note") for one in table.indicators if one.note)
    body = element("tbody", *(element("tr", *_district(row, table.indicators)) for row in table.rows))
    head = element("thead", element("tr", first, *heads), element("tr", *under))
    return element("div", element("div", element("table", head, body, class_="districts"), class_="scroll"), *notes)


def _by(indicator: QuotaIndicator) -> Element | None:
    return element("small", f"{day_words(indicator.by)}前") if indicator.by else None


def _district(row: DistrictRow, indicators: Sequence[QuotaIndicator]) -> Iterator[Element]:
    yield element("th", row.district, scope="row")
    for indicator, figure in zip(indicators, row.figures, strict=True):
        wanted = figure.target is not None and wanted_words(
            "=" if indicator.op == ">=" else indicator.op, figure.target, figure.target_max, ""
        )
        yield element("td", wanted or NOTHING, class_="number")
        yield _number(figure.actual)
        yield _number(figure.rate, "%")


def _table(headings: Sequence[str], rows: Iterable[list[Element]], look: str = "cards") -> Element:
    """Lay out a table; on a narrow screen each row of `cards` stands by itself, its headings before its cells."""
    body = element("tbody")
    for cells in rows:
        for heading, cell in zip(headings, cells, strict=True):
            cell.set("data-label", heading)
        body.append(element("tr", *cells))
    kinds = [cell.get("class", "") for cell in body[0]]
    heads = (element("th", heading, scope="col", class_=kind) for heading, kind in zip(headings, kinds, strict=True))
    table = element("table", element("thead", element("tr", *heads)), body, class_=look)
    return element("div", table, class_="scroll")


def _text(words: str, kind: str = "text") -> Element:
    return element("td", words, class_=kind)


def _number(value: float | None, unit: str = "") -> Element:
    return element("td", NOTHING if value is None else f"{figure_words(value)}{unit}", class_="number")
