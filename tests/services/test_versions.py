"""A newer version of a document: what is shown is what is done, and what a person has changed is not lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.services.conftest import CHANGE, TODAY, draft_of, draft_task, facts_of, journal_of, names_of, task_of
from wuye_cli.domain.facts import TaskFacts
from wuye_cli.domain.policies import Policies
from wuye_cli.domain.terms import DeadlineKind
from wuye_cli.domain.units import UnitRules
from wuye_cli.forms.correcting import mark_corrected
from wuye_cli.importing.draft import Draft, DraftDeadline, DraftMilestone, DraftTarget, DraftUnits, Problem
from wuye_cli.importing.drafting import assign_keys
from wuye_cli.importing.versions.comparison import Comparison, Source
from wuye_cli.importing.versions.words import Words, known_task_words
from wuye_cli.services.closing import finish_task
from wuye_cli.services.closing_case import Step
from wuye_cli.services.destinations import Placement, find_similar_plan
from wuye_cli.services.importing import ImportOutcome, store_draft
from wuye_cli.services.plans import edit_plan
from wuye_cli.services.progress import ReportInput, record_report
from wuye_cli.services.tasks import add_task, archive_task, edit_task
from wuye_cli.services.units import rename_unit
from wuye_cli.services.versions import compare_draft
from wuye_cli.store.database import Database

DUE, LATER, BY_HAND = date(2023, 6, 30), date(2023, 12, 31), date(2023, 9, 30)
TARGET = DraftTarget("覆盖率", ">=", 80, "%")


class Office:
    """One register and its clerk."""

    def __init__(self, database: Database, rules: UnitRules) -> None:
        self.database = database
        self.rules = rules
        self._files = iter(range(100))

    def draft(self, *tasks: Any, **more: Any) -> Draft:
        """A draft from a file that was never read before, its tasks keyed as an import keys them."""
        return draft_of(*assign_keys(tasks), sha256=f"file {next(self._files)}", **more)

    def show(self, draft: Draft, **more: Any) -> Comparison:
        comparison = compare_draft(self.database, draft, Placement(**more), rules=self.rules)
        assert comparison is not None
        return comparison

    def store(self, draft: Draft, **more: Any) -> ImportOutcome:
        return store_draft(self.database, draft, CHANGE, TODAY, Placement(**more), rules=self.rules)

    def edit(self, code: str, **values: str) -> None:
        edit_task(self.database, code, values, CHANGE, TODAY, rules=self.rules)


@pytest.fixture
def office(database: Database, rules: UnitRules) -> Office:
    """The first version: one task, led by 市住建局, due in June."""
    office = Office(database, rules)
    office.store(office.draft(draft_task("1", "甲", "市住建局", due=DUE, content="一")))
    return office


def due(database: Database, code: str = "p1-1") -> date | None:
    return task_of(database, code).deadlines[0].on


def changes(comparison: Comparison) -> dict[str, Source]:
    return {change.field: change.source for one in comparison.known for change in one.changes}


def test_what_is_shown_is_what_is_done_and_showing_changes_nothing(office: Office) -> None:
    newer = office.draft(draft_task("1", "甲", "市住建局", due=LATER, content="一"), draft_task("2", "乙"))
    entries = journal_of(office.database)
    shown = office.show(newer)
    assert journal_of(office.database) == entries
    outcome = office.store(newer)
    assert outcome.comparison == shown
    assert (outcome.tasks, outcome.updated) == (("p1-2",), ("p1-1",))
    assert changes(shown) == {"deadlines": Source.DOCUMENT}


def test_a_value_set_by_hand_stays_while_the_document_says_the_same(office: Office) -> None:
    office.edit("1", deadline=BY_HAND.isoformat(), lead="市民政局")
    newer = office.draft(draft_task("1", "甲", "市住建", due=DUE, content="二"))
    assert changes(office.show(newer)) == {
        "content": Source.DOCUMENT,
        "lead": Source.HAND,
        "deadlines": Source.HAND,
    }
    office.store(newer)
    task = task_of(office.database, "p1-1")
    assert (task.content, due(office.database), names_of(office.database, task.leads)) == ("二", BY_HAND, ["市民政局"])
    assert task.doubts == ()


def test_a_value_set_by_hand_stays_through_many_versions(office: Office) -> None:
    office.edit("1", deadline=BY_HAND.isoformat())
    for content in ("二", "三"):
        office.store(office.draft(draft_task("1", "甲", "市住建局", due=DUE, content=content)))
    assert due(office.database) == BY_HAND


def test_a_value_that_both_have_changed_is_the_documents_and_in_doubt_until_a_person_has_looked(office: Office) -> None:
    office.edit("1", deadline=BY_HAND.isoformat())
    outcome = office.store(office.draft(draft_task("1", "甲", "市住建局", due=LATER, content="一")))
    assert outcome.doubts == 1
    (doubt,) = task_of(office.database, "p1-1").doubts
    assert (due(office.database), doubt.field, doubt.code) == (LATER, "deadlines", "changed-twice")
    assert "2023-09-30" in doubt.message
    office.store(office.draft(draft_task("1", "甲", "市住建局", due=LATER, content="三")))
    assert [one.code for one in task_of(office.database, "p1-1").doubts] == ["changed-twice"]
    office.edit("1", deadline=LATER.isoformat())
    assert task_of(office.database, "p1-1").doubts == ()


def test_a_doubt_about_the_document_is_none_about_a_value_set_by_hand(office: Office) -> None:
    unsure = Problem("deadline-ambiguous", "deadlines", "请核对")
    doubtful = draft_task("1", "乙", "市住建局", problems=(unsure,))
    office.store(office.draft(doubtful, title="乙方案"))
    office.edit("p2-1", deadline=BY_HAND.isoformat())
    other_words = replace(doubtful, content="二", problems=(replace(unsure, message="请再核对"),))
    office.store(office.draft(other_words, title="乙方案"))
    assert task_of(office.database, "p2-1").doubts == ()


def test_a_title_slightly_changed_and_a_number_shifted_keep_code_and_progress(office: Office) -> None:
    office.store(
        office.draft(
            draft_task("1", "清理楼道杂物", "市住建局", content="逐楼清理。", targets=(TARGET,)), title="乙方案"
        )
    )
    record_report(office.database, "p2-1", ReportInput(percent=40, values={"覆盖率": 50}), CHANGE, TODAY)
    finish_task(office.database, Step("p2-1", TODAY), CHANGE)
    newer = office.draft(
        draft_task("1", "开通热线", "市住建局", content="公布电话。"),
        draft_task("2", "清理楼道堆物", "市住建局", content="逐楼清理。", targets=(TARGET,)),
        title="乙方案",
    )
    (again,) = office.show(newer).known
    assert (again.code, again.by, again.former_title) == ("p2-1", "likeness", "清理楼道杂物")
    office.store(newer)
    task = task_of(office.database, "p2-1")
    assert (task.title, task.no, task.reports[0].percent, len(task.events)) == ("清理楼道堆物", "2", 40, 1)
    assert task.reports[0].values == {task.targets[0].id: 50}


def test_the_clerk_may_say_that_two_tasks_are_not_the_same(office: Office) -> None:
    newer = office.draft(draft_task("1", "甲", "市住建局", due=DUE, content="一"))
    outcome = office.store(newer, apart=("1",))
    assert (outcome.tasks, outcome.archived) == (("p1-2",), ("p1-1",))
    again = office.draft(draft_task("1", "甲", "市住建局", due=LATER, content="一"))
    assert office.store(again).updated == ("p1-2",)


def test_a_task_that_is_gone_is_archived_and_comes_back_with_its_code(office: Office) -> None:
    first = draft_task("1", "甲", "市住建局", due=DUE, content="一")
    assert office.store(office.draft(draft_task("1", "乙"))).archived == ("p1-1",)
    assert [task.code for task in facts_of(office.database).tasks] == ["p1-2"]
    newest = office.draft(first, draft_task("2", "乙"))
    assert [one.revived for one in office.show(newest).known] == [True, False]
    assert office.store(newest).updated == ("p1-1", "p1-2")
    assert task_of(office.database, "p1-1").archived_on is None


def test_what_a_person_has_archived_stays_archived(office: Office) -> None:
    archive_task(office.database, "1", CHANGE, TODAY)
    newer = office.draft(draft_task("1", "甲", "市住建局", due=LATER, content="一"))
    assert [one.put_away for one in office.show(newer).known] == [True]
    office.store(newer)
    assert task_of(office.database, "p1-1").archived_on == TODAY


def test_a_task_added_by_hand_is_not_the_documents_business(office: Office) -> None:
    code = add_task(office.database, "p1", {"title": "临时交办"}, CHANGE, TODAY, rules=office.rules)
    assert office.store(office.draft(draft_task("1", "乙"))).archived == ("p1-1",)
    assert task_of(office.database, code).archived_on is None


def test_a_renamed_unit_is_no_change_of_the_document(office: Office) -> None:
    rename_unit(office.database, "市住建局", "市住建委", CHANGE, TODAY, rules=office.rules)
    newer = office.draft(draft_task("1", "甲", "市住房和城乡建设局", due=DUE, content="一"))
    assert office.show(newer).same == ("p1-1",)


def test_the_plan_itself_keeps_what_was_changed_by_hand(office: Office, policies: Policies) -> None:
    values = {"title": "安心小区清单（简称）", "issuer": "市政府"}
    edit_plan(office.database, "p1", values, CHANGE, TODAY, policies=policies)
    newer = office.draft(draft_task("1", "甲", "市住建局", due=DUE, content="一"), plan={"issuer": "市委"})
    shown = office.show(newer)
    assert {change.field: change.source for change in shown.plan_changes} == {
        "title": Source.HAND,
        "issuer": Source.BOTH,
    }
    office.store(newer)
    plan = facts_of(office.database).plans[1]
    assert (plan.title, plan.issuer) == ("安心小区清单（简称）", "市委")
    assert [(doubt.field, doubt.code) for doubt in plan.doubts] == [("issuer", "changed-twice")]


def test_a_plan_called_by_its_file_takes_the_title_that_a_version_prints(office: Office) -> None:
    office.store(office.draft(draft_task("1", "乙"), title=""))
    assert facts_of(office.database).plans[2].title == "清单"
    (change,) = office.show(office.draft(draft_task("1", "乙"), title="乙方案"), version_of="p2").plan_changes
    assert (change.field, change.source, change.old) == ("title", Source.DOCUMENT, ("清单",))


def test_a_version_under_another_title_is_asked_about_and_named_by_the_clerk(office: Office) -> None:
    newer = office.draft(draft_task("1", "甲", "市住建局", due=LATER, content="一"), title="安心小区任务清单（修订）")
    assert compare_draft(office.database, newer, rules=office.rules) is None
    assert find_similar_plan(office.database, newer) == "p1"
    assert office.store(newer, version_of="p1").updated == ("p1-1",)
    assert facts_of(office.database).plans[1].title == "安心小区任务清单（修订）"


def test_the_same_file_is_said_to_be_the_same(office: Office) -> None:
    draft = draft_of(*assign_keys([draft_task("1", "丙")]), sha256="same", title="丙方案")
    office.store(draft)
    assert office.show(draft).same_file
    assert office.store(draft).unchanged


def test_without_a_register_there_is_nothing_to_compare_with(database: Database, rules: UnitRules) -> None:
    nowhere = Database(database.path.with_name("none.db"))
    draft = draft_of(draft_task("1", "甲"))
    assert compare_draft(nowhere, draft, rules=rules) is None
    assert find_similar_plan(nowhere, draft) is None


def test_a_deadline_read_otherwise_is_a_change_though_its_words_are_the_same(office: Office) -> None:
    words = DraftDeadline(DeadlineKind.DATE, DUE, text="6月底前")
    office.store(office.draft(replace(draft_task("1", "乙"), deadlines=(words,)), title="乙方案"))
    newer = office.draft(replace(draft_task("1", "乙"), deadlines=(replace(words, date=LATER),)), title="乙方案")
    assert changes(office.show(newer)) == {"deadlines": Source.DOCUMENT}


# Corrected before it was stored: in the review form, or as an answer to a question


def corrected(original: Draft, **values: Any) -> Draft:
    """The draft with its only task corrected by a person."""
    (task,) = original.tasks
    return mark_corrected(replace(original, tasks=(replace(task, **values),)), original)


CORRECTIONS: dict[str, Any] = {
    "content": "改过的内容",
    "lead": DraftUnits("市民政局", ("市民政局",)),
    "deadlines": (DraftDeadline(DeadlineKind.DATE, BY_HAND, text="9月底前"),),
    "milestones": (DraftMilestone(BY_HAND, "9月底前完成一半"),),
    "targets": (replace(TARGET, value=60),),
}
PRINTED = draft_task(
    "1", "甲", "市住建局", due=DUE, content="一", targets=(TARGET,), milestones=(DraftMilestone(DUE, "中"),)
)


def words_of(office: Office, task: TaskFacts) -> Words:
    return known_task_words(task, {key: unit.name for key, unit in facts_of(office.database).units.items()})


@pytest.mark.parametrize("field", CORRECTIONS)
def test_a_correction_is_kept_like_an_edit_through_versions_that_print_the_same(office: Office, field: str) -> None:
    office.store(corrected(office.draft(PRINTED, title="乙方案"), **{field: CORRECTIONS[field]}))
    before = task_of(office.database, "p2-1")
    for requirement in ("二", "三"):
        newer = office.draft(replace(PRINTED, requirement=requirement), title="乙方案")
        assert changes(office.show(newer)) == {"requirement": Source.DOCUMENT, field: Source.HAND}
        office.store(newer)
        after = task_of(office.database, "p2-1")
        assert words_of(office, after) == {
            **words_of(office, before),
            "requirement": (requirement,),
        }


@pytest.mark.parametrize("field", CORRECTIONS)
def test_a_correction_that_the_document_contradicts_anew_is_in_doubt(office: Office, field: str) -> None:
    other: dict[str, Any] = {
        "content": "二",
        "lead": DraftUnits("市司法局", ("市司法局",)),
        "deadlines": (DraftDeadline(DeadlineKind.DATE, LATER, text="年底"),),
        "milestones": (DraftMilestone(LATER, "末"),),
        "targets": (replace(TARGET, value=90),),
    }
    office.store(corrected(office.draft(PRINTED, title="乙方案"), **{field: CORRECTIONS[field]}))
    newer = office.draft(replace(PRINTED, **{field: other[field]}), title="乙方案")
    assert changes(office.show(newer)) == {field: Source.BOTH}
    assert office.store(newer).doubts == 1
    assert [doubt.field for doubt in task_of(office.database, "p2-1").doubts] == [field]


def test_a_document_that_comes_to_print_the_correction_changes_nothing(office: Office) -> None:
    office.store(corrected(office.draft(PRINTED, title="乙方案"), content="改过的内容"))
    newer = office.draft(replace(PRINTED, content="改过的内容"), title="乙方案")
    assert office.show(newer).same == ("p2-1",)


def test_a_corrected_title_is_still_known_by_the_one_that_was_printed(office: Office) -> None:
    first = office.draft(PRINTED, title="乙方案")
    office.store(replace(corrected(first, title="丙"), plan=replace(first.plan, title="丁方案", year=2024)))
    shown = office.show(office.draft(PRINTED, title="乙方案"))
    assert (shown.plan, changes(shown)) == ("p2", {"title": Source.HAND})
    assert {change.field: change.source for change in shown.plan_changes} == {
        "title": Source.HAND,
        "year": Source.HAND,
    }


def test_corrected_targets_of_the_plan_are_kept(office: Office) -> None:
    first = office.draft(PRINTED, title="乙方案", plan_targets=(TARGET,))
    office.store(mark_corrected(replace(first, plan_targets=(replace(TARGET, value=60),)), first))
    newer = office.draft(PRINTED, title="乙方案", plan_targets=(TARGET,))
    assert {change.field: change.source for change in office.show(newer).plan_changes} == {"targets": Source.HAND}
    office.store(newer)
    assert [target.value for target in facts_of(office.database).plans[2].targets] == [60]


def test_a_correction_of_the_newer_version_is_taken_without_a_doubt(office: Office) -> None:
    office.edit("1", deadline=BY_HAND.isoformat())
    newer = office.draft(draft_task("1", "甲", "市住建局", due=LATER, content="一"))
    agreed = (DraftDeadline(DeadlineKind.DATE, date(2023, 11, 30), text="11月底前"),)
    assert office.store(corrected(newer, deadlines=agreed)).doubts == 0
    assert due(office.database) == date(2023, 11, 30)


def test_a_row_that_a_person_has_added_is_not_the_documents_business(office: Office) -> None:
    first = office.draft(draft_task("1", "甲", "市住建局", due=DUE, content="一"))
    added = draft_task("2", "临时交办")
    office.store(mark_corrected(replace(first, tasks=(*first.tasks, added)), first))
    shown = office.show(office.draft(draft_task("1", "甲", "市住建局", due=DUE, content="一")))
    assert (shown.gone, shown.new, shown.same) == ((), (), ("p1-1",))
