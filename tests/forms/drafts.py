"""Generated drafts: any text in any field, whatever it does to the notation of a form."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from wuye_cli.domain.terms import DeadlineKind, Every
from wuye_cli.importing.document import Locator
from wuye_cli.importing.draft import (
    Draft,
    DraftDeadline,
    DraftDuty,
    DraftMilestone,
    DraftPlan,
    DraftSource,
    DraftTarget,
    DraftTask,
    DraftUnits,
    Period,
    Problem,
)
from wuye_cli.importing.drafting import assign_keys

FIELDS = ("title", "lead", "responsible", "deadlines", "targets", "milestones", "*", "tasks")
PLAN_FIELDS = ("issued_on", "region", "effective", "tasks")

words = st.text("安心小区市住建局覆盖率≥＝=<（）()；;、，。2023-1月\n 　@+_x0041_\t\x0b%", max_size=30)
names = st.text("市住建公安局各县（）区、", min_size=1, max_size=8)
days = st.dates(date(1990, 1, 1), date(2099, 12, 31))
numbers = st.floats(0, 1e12, allow_nan=False).map(lambda value: round(value, 4))
locators = st.builds(Locator, line=st.integers(1, 999) | st.none(), sheet=st.just("表") | st.none())
periods = st.tuples(days, days).map(lambda ends: Period(min(ends), max(ends)))


def problems(fields: tuple[str, ...]) -> st.SearchStrategy[tuple[Problem, ...]]:
    one = st.builds(Problem, st.just("doubt"), st.sampled_from(fields), words, locators | st.none())
    return st.lists(one, max_size=3).map(tuple)


deadlines = st.one_of(
    st.builds(DraftDeadline, st.just(DeadlineKind.DATE), days | st.none(), text=words),
    st.builds(DraftDeadline, st.just(DeadlineKind.ONGOING), text=words),
    st.builds(DraftDeadline, st.just(DeadlineKind.RECURRING), every=st.sampled_from(Every), text=words),
)
targets = st.builds(
    DraftTarget,
    indicator=words,
    op=st.sampled_from([">=", "<=", "=", ">", "<"]),
    value=numbers,
    unit=words,
    value_max=numbers | st.none(),
    by=days | st.none(),
    scope=words,
    text=words,
)
units = st.builds(DraftUnits, words, st.lists(names, max_size=3).map(tuple))
tasks = st.builds(
    DraftTask,
    *([words] * 7),
    lead=units,
    responsible=units,
    guide=units,
    deadlines=st.lists(deadlines, max_size=3).map(tuple),
    milestones=st.lists(st.builds(DraftMilestone, days, words), max_size=2).map(tuple),
    targets=st.lists(targets, max_size=3).map(tuple),
    source=locators,
    problems=problems(FIELDS),
).filter(lambda task: bool((task.title + task.content).strip()))
plans = st.builds(
    DraftPlan,
    *([words] * 3),
    issued_on=days | st.none(),
    region=words,
    level=words,
    year=st.integers(1990, 2099) | st.none(),
    period=periods | st.none(),
    effective=periods | st.none(),
)
drafts = st.builds(
    Draft,
    source=st.builds(DraftSource, st.just("方案.txt"), st.just("0f"), st.just("txt")),
    plan=plans,
    tasks=st.lists(tasks, min_size=1, max_size=3).map(assign_keys),
    plan_targets=st.lists(targets, max_size=2).map(tuple),
    duties=st.lists(st.builds(DraftDuty, words, words, words), max_size=2).map(tuple),
    problems=problems(PLAN_FIELDS),
    remarks=st.lists(words, max_size=1).map(tuple),
)
