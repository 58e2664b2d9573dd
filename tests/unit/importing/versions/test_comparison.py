"""Three voices about one field: the register now, the document then, the document now."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from wuye_cli.domain.terms import DeadlineKind, Every
from wuye_cli.importing.draft import DraftDeadline, DraftTarget, DraftTask, DraftUnits
from wuye_cli.importing.drafting import assign_keys
from wuye_cli.importing.versions.comparison import FieldChange, Source, compare_fields, compare_tasks
from wuye_cli.importing.versions.matching import KnownTask
from wuye_cli.importing.versions.words import remember, task_words, words_from_json, words_to_json

TASK = DraftTask(no="1", title="甲", content="一", lead=DraftUnits("市住建", ("市住建",)), key="|甲|1")
KNOWN = KnownTask("p1-1", TASK.key, task_words(TASK), task_words(TASK))


@pytest.mark.parametrize(
    ("now", "then", "says", "source"),
    [
        ("旧", "旧", "旧", None),
        ("旧", "旧", "新", Source.DOCUMENT),
        ("手", "旧", "旧", Source.HAND),
        ("手", "旧", "新", Source.BOTH),
        ("新", "旧", "新", None),  # the document has come to say what a person had written
        ("手", "新", "新", Source.HAND),
        ("旧", None, "新", Source.DOCUMENT),  # nobody knows what the document said
        ("旧", None, "旧", None),
    ],
)
def test_who_has_changed_a_field(now: str, then: str | None, says: str, source: Source | None) -> None:
    imported = None if then is None else {"title": (then,)}
    changes = tuple(compare_fields({"title": (now,)}, imported, {"title": (says,)}))
    expected = () if source is None else (FieldChange("title", source, (now,), (says,)),)
    assert changes == expected


def test_targets_that_were_only_kept_for_their_amounts_are_no_change_by_hand() -> None:
    now, then, says = ({"targets": (word,)} for word in ("多", "旧", "新"))
    (change,) = compare_fields(now, then, says)
    assert (change.source, change.old) == (Source.DOCUMENT, ("旧",))


def test_targets_that_a_person_made_of_the_printed_ones_are_a_change_by_hand() -> None:
    printed, typed = {"targets": ("旧",)}, {"targets": ("手",)}
    (change,) = compare_fields(typed, remember(printed, typed), printed)
    assert (change.source, change.old) == (Source.HAND, ("手",))


@pytest.mark.parametrize(("now", "then"), [("旧", "旧"), ("早先手改", "旧"), ("旧", None)])
def test_a_correction_of_the_new_version_is_the_latest_word(now: str, then: str | None) -> None:
    imported = None if then is None else {"title": (then,)}
    (change,) = compare_fields({"title": (now,)}, imported, {"title": ("手",)}, printed={"title": ("新",)})
    assert (change.source, change.new) == (Source.DOCUMENT, ("手",))


def test_what_a_document_does_not_print_is_not_compared() -> None:
    assert list(compare_fields({"issuer": ("甲",)}, None, {})) == []


def test_new_changed_same_and_gone_are_told_apart() -> None:
    old = [replace(KNOWN, code=f"p1-{number}") for number in (1, 2, 3)]
    titles = ["甲", "乙", "丙"]
    old = [
        replace(
            task,
            key=f"|{title}|1",
            words={**KNOWN.words, "title": (title,)},
            imported={**KNOWN.words, "title": (title,)},
        )
        for task, title in zip(old, titles, strict=True)
    ]
    new = assign_keys([TASK, replace(TASK, title="乙", content="二"), replace(TASK, title="丁", content="四")])
    comparison = compare_tasks("p1", old, new)
    assert comparison.same == ("p1-1",)
    assert [(one.code, [change.field for change in one.changes]) for one in comparison.changed] == [
        ("p1-2", ["content"])
    ]
    assert [one.title for one in comparison.new] == ["丁"]
    assert [one.code for one in comparison.gone] == ["p1-3"]


def test_a_further_part_of_a_plan_makes_nothing_go() -> None:
    other = replace(TASK, title="别的事项", content="五", key="|别的事项|1")
    assert compare_tasks("p1", [KNOWN], [other], is_whole=False).gone == ()


def test_a_task_kept_apart_is_matched_with_nothing() -> None:
    comparison = compare_tasks("p1", [KNOWN], [TASK], apart={"p1-1"})
    assert (len(comparison.new), [one.code for one in comparison.gone]) == (1, ["p1-1"])


def test_units_are_compared_by_the_names_of_the_register() -> None:
    register = replace(KNOWN, words={**KNOWN.words, "lead": ("市住房和城乡建设局",)}, imported=None)
    assert compare_tasks("p1", [register], [TASK], lambda _: "市住房和城乡建设局").same == ("p1-1",)


@pytest.mark.parametrize(
    ("archived", "imported", "revived", "put_away"),
    [(True, None, True, False), (True, KNOWN.imported, False, True), (False, KNOWN.imported, False, False)],
)
def test_what_a_person_archived_stays_away_and_what_a_version_left_out_comes_back(
    archived: bool, imported: dict[str, tuple[str, ...]] | None, revived: bool, put_away: bool
) -> None:
    old = replace(KNOWN, archived=archived, imported=imported)
    (again,) = compare_tasks("p1", [old], [TASK]).known
    assert (again.revived, again.put_away) == (revived, put_away)


@pytest.mark.parametrize(
    ("deadline", "words"),
    [
        (DraftDeadline(DeadlineKind.DATE, date(2023, 10, 31), text="10月底前"), "10月底前（2023-10-31）"),
        (DraftDeadline(DeadlineKind.DATE, date(2023, 10, 31), text="2023-10-31"), "2023-10-31"),
        (DraftDeadline(DeadlineKind.RECURRING, every=Every.QUARTER, text="每季度末"), "每季度末"),
        (DraftDeadline(DeadlineKind.RECURRING, every=Every.QUARTER, text="按季"), "按季（每季度）"),
        (DraftDeadline(DeadlineKind.ONGOING, text="长期"), "长期（长期坚持）"),
        (DraftDeadline(DeadlineKind.ONGOING), "长期坚持"),
        (DraftDeadline(DeadlineKind.DATE, text="2024115"), "2024115"),
    ],
)
def test_a_deadline_is_said_with_what_it_means(deadline: DraftDeadline, words: str) -> None:
    assert task_words(replace(TASK, deadlines=(deadline,)))["deadlines"] == (words,)


def test_a_target_is_said_with_scope_range_and_day() -> None:
    target = DraftTarget("组建率", ">=", 60, "%", value_max=80, by=date(2023, 12, 31), scope="兴庆区")
    assert task_words(replace(TASK, targets=(target,)))["targets"] == ("兴庆区组建率 >= 60～80%（2023-12-31）",)


def test_stored_words_come_back() -> None:
    assert words_from_json(words_to_json(KNOWN.words)) == KNOWN.words
