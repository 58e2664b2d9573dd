"""Generated drafts such as a task list can carry: every value is printed by words that mean nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import strategies as st

from tests.properties.phrases import contents, deadlines, units
from wuye_cli.importing.draft import Draft, DraftPlan, DraftTarget, DraftTask, Period
from wuye_cli.importing.drafting import assign_keys

_PLACES = {"银川市": "市", "吴忠市": "市", "芮城县": "县", "兴庆区": "县"}
_SUBJECTS = ("住宅小区物业服务提升行动", "“安心小区”建设", "城市社区嵌入式服务设施建设")
_TITLES = (
    "健全联席会议机制", "规范维修资金管理", "整治违规收费问题", "推动业主自治组织建设", "提升应急处置能力",
    "推进老旧小区改造", "完善信用评价体系", "加强消防安全管理", "畅通投诉处理渠道", "推广智慧物业平台",
    "培育骨干服务企业", "开展文明小区创建",
)  # fmt: skip
_SECTIONS = ("（一）夯实基础", "（二）规范服务", "（三）提质增效")
_LEVELS = ("市级", "县（市、区）级", "街道（乡镇）")
_REQUIREMENTS = ("制度健全，责任到人。", "账目公开透明，业主可以随时查询。")
_REMARKS = ("列入民生实事", "按月调度", "结合文明创建推进")
_CELL_AIMS = ("示范小区", "电动自行车充电端口", "适老化改造户数")


@st.composite
def plans(draw: st.DrawFn) -> DraftPlan:
    """A plan of one year or of three; its number, issuer and dates may be printed or not."""
    place, year = draw(st.sampled_from(list(_PLACES))), draw(st.integers(2021, 2027))
    several = draw(st.booleans())
    subject = draw(st.sampled_from(_SUBJECTS))
    issued = date(year, 1, 1) + timedelta(days=draw(st.integers(0, 300)))
    printed_on = draw(st.booleans())
    numbered = draw(st.booleans())
    in_force = draw(st.booleans())
    years = f"（{year}—{year + 2}年）" if several else f"{year}年"
    return DraftPlan(
        title=f"{place}{subject}三年行动任务清单{years}" if several else f"{place}{years}{subject}重点任务清单",
        document_number=f"{place[0]}政办发〔{year}〕{draw(st.integers(1, 120))}号" if numbered else "",
        issuer=f"{place}人民政府办公室" if draw(st.booleans()) else "",
        issued_on=issued if printed_on else None,
        region=place,
        level=_PLACES[place],
        year=year if not several or numbered or printed_on else None,
        period=Period(date(year, 1, 1), date(year + 2, 12, 31)) if several else None,
        effective=Period(issued, date(year + 3, 12, 31)) if in_force else None,
    )


def _spans_years(plan: DraftPlan) -> bool:
    return plan.period is not None and plan.period.start.year != plan.period.end.year


@st.composite
def items(draw: st.DrawFn, plan: DraftPlan, head: DraftTask) -> DraftTask:
    """One item of a task: its own words, units and deadlines."""
    printed = _spans_years(plan) or draw(st.booleans())
    year = (plan.period.start.year if plan.period else plan.year) or 2025
    content = draw(contents(year, printed))
    return replace(
        head,
        content=content.words,
        level=draw(st.sampled_from(("", *_LEVELS))),
        remark=draw(st.sampled_from(("", *_REMARKS))),
        lead=draw(units(least=1)),
        responsible=draw(units()),
        guide=draw(units()),
        deadlines=draw(deadlines(year, printed)),
        milestones=content.milestones,
        targets=(*draw(_cell_aims(year)), *content.targets),
    )


@st.composite
def _cell_aims(draw: st.DrawFn, year: int) -> tuple[DraftTarget, ...]:
    """What columns of figures print: a target of its own, or one for each year."""
    noun, value, kind = draw(st.sampled_from(_CELL_AIMS)), draw(st.integers(2, 99)), draw(st.sampled_from("-一年"))
    if kind == "-":
        return ()
    if kind == "一":
        return (DraftTarget(noun, ">=", value, "个", text=f"{noun}不少于{value}个"),)
    return tuple(
        DraftTarget(noun, "=", value + at, "个", by=date(year + at, 12, 31), text=f"{noun}{value + at}个")
        for at in range(2)
    )


@st.composite
def drafts(draw: st.DrawFn, most: int = 12) -> Draft:
    """One to `most` tasks of one or two items each, numbered or not, with sections or without."""
    plan = draw(plans())
    heads = list(_heads(draw, draw(st.integers(1, most))))
    tasks = [draw(items(plan, head)) for head in heads for _ in range(draw(st.sampled_from((1, 1, 2))))]
    return Draft(plan=plan, tasks=assign_keys(_with_a_deadline(tasks)))


def _heads(draw: st.DrawFn, count: int) -> Iterator[DraftTask]:
    sections = sorted(draw(st.lists(st.sampled_from(_SECTIONS), min_size=count, max_size=count)))
    grouped, numbered = draw(st.booleans()), draw(st.sampled_from(("", "{}", "{}.", "（{}）")))
    wanted = draw(st.lists(st.sampled_from(("", *_REQUIREMENTS)), min_size=count, max_size=count))
    titles = draw(st.permutations(_TITLES))
    for at in range(count):
        section = sections[at] if grouped else ""
        yield DraftTask(no=numbered.format(at + 1), section=section, title=titles[at], requirement=wanted[at])


def _with_a_deadline(tasks: list[DraftTask]) -> list[DraftTask]:
    """Dated steps are steps where the list has a column of deadlines: without one they would be deadlines."""
    if any(task.deadlines for task in tasks):
        return tasks
    return [replace(task, content="逐项抓好落实。", milestones=(), targets=()) for task in tasks]
