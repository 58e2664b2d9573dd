"""What a newer version of a document changes, as lines for the clerk who decides, and as plain data for `--json`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from itertools import takewhile
from typing import Any

from wuye_cli.domain.terms import FIELD_WORDS
from wuye_cli.importing.draft import Draft, draft_to_json
from wuye_cli.importing.versions.comparison import Comparison, FieldChange, KnownAgain, NewTask, Source
from wuye_cli.importing.versions.matching import By

LONG = 40  # a longer text is shown around what differs
AROUND = 8


def describe_comparison(comparison: Comparison | None, similar: str | None = None) -> str:
    """Tell what is new, changed, the same and gone, and what was changed by hand; `similar` is a plan to ask about."""
    if comparison is None:
        question = f"方案 {similar} 的名称与它相近：若是其新版本，请加 --version-of {similar}。" if similar else ""
        return f"将作为新方案写入。{question}"
    if comparison.same_file:
        return f"这份文件已经导入过，就是方案 {comparison.plan}。"
    renumbered = [one for one in comparison.changed if _is_renumbered(one)]
    changed = [one for one in comparison.changed if one not in renumbered]
    return "\n".join(
        (
            _summary(comparison),
            *_section("方案", [line for change in comparison.plan_changes for line in _change_lines(change)]),
            *_section("新任务", [_new_line(one) for one in comparison.new]),
            *_section("有变化", [line for one in changed for line in _task_lines(one)]),
            *_section("只有序号变动", ["、".join(map(_renumbering, renumbered))] if renumbered else []),
            *_section("新文件里已没有（将归档，不删除）", [f"{one.code} {one.title}" for one in comparison.gone]),
        )
    )


def draft_json(draft: Draft, comparison: Comparison | None) -> str:
    """Write a draft as one JSON document, with its comparison where it is a later version of a plan."""
    text = draft_to_json(draft)
    if comparison is None:
        return text
    return json.dumps({**json.loads(text), "comparison": comparison_object(comparison)}, ensure_ascii=False, indent=1)


def comparison_object(comparison: Comparison) -> dict[str, Any]:
    """Give a comparison as plain data: new, changed (field by field), same, gone."""
    return {
        "plan": comparison.plan,
        "same_file": comparison.same_file,
        "plan_changes": [asdict(change) for change in comparison.plan_changes],
        "new": [asdict(one) for one in comparison.new],
        "changed": [asdict(one) for one in comparison.changed],
        "same": list(comparison.same),
        "gone": [asdict(one) for one in comparison.gone],
    }


def _summary(comparison: Comparison) -> str:
    counts = (
        ("新任务", comparison.new),
        ("有变化", comparison.changed),
        ("不变", comparison.same),
        ("新文件里已没有", comparison.gone),
    )
    told = "，".join(f"{word} {len(items)} 项" for word, items in counts)
    return f"与台账中的方案 {comparison.plan} 比较：{told}。"


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    told = [f"  {line}" for line in lines]
    if told:
        yield from (f"{title}：", *told)


def _new_line(task: NewTask) -> str:
    line = f"{task.no or '-'} {task.title}"
    if not task.like:
        return line
    codes = "、".join(task.like)
    return f"{line}（与 {codes} 相近，分不清是哪一项，按新任务处理；原任务不在新文件里的将归档）"


def _task_lines(task: KnownAgain) -> Iterator[str]:
    yield f"{task.code} {task.title}{_notes(task)}"
    for change in task.changes:
        for line in _change_lines(change):
            yield f"  {line}"


def _notes(task: KnownAgain) -> str:
    notes = []
    if task.by is By.LIKENESS:
        notes.append(
            f"按相近对应：原为“{task.former_title}”，相似 {task.likeness:.0%}；不是同一项请加 --apart {task.code}"
        )
    if task.revived:
        notes.append("原已归档，恢复")
    if task.put_away:
        notes.append("已手工归档，仍归档")
    return f"（{'；'.join(notes)}）" if notes else ""


def _change_lines(change: FieldChange) -> Iterator[str]:
    word = FIELD_WORDS.get(change.field, change.field)
    old, new = _apart("、".join(change.old), "、".join(change.new))
    match change.source:
        case Source.DOCUMENT:
            yield f"{word}：{old} → {new}"
        case Source.HAND:
            yield f"{word}（手工改过，保留）：{old}；文件仍为 {new}"
        case Source.BOTH:
            yield f"{word}（手工改过，文件也改了，按文件并标待核）：{old} → {new}"


def _apart(old: str, new: str) -> tuple[str, str]:
    """Show two texts, long ones only around what differs."""
    if max(len(old), len(new)) <= LONG:
        return old or "（空）", new or "（空）"
    start = _same_signs(old, new)
    end = _same_signs(old[start:][::-1], new[start:][::-1])
    return _window(old, start, end), _window(new, start, end)


def _same_signs(one: str, other: str) -> int:
    """Count the signs with which both begin."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _window(text: str, start: int, end: int) -> str:
    if not text:
        return "（空）"
    first, last = max(start - AROUND, 0), min(len(text) - end + AROUND, len(text))
    return f"{'…' if first else ''}{text[first:last]}{'…' if last < len(text) else ''}"


def _is_renumbered(task: KnownAgain) -> bool:
    """Tell whether nothing has changed but the printed number: one more task above moves all below it."""
    is_plain = task.by is By.KEY and not task.revived and not task.put_away
    return is_plain and [(one.field, one.source) for one in task.changes] == [("no", Source.DOCUMENT)]


def _renumbering(task: KnownAgain) -> str:
    (change,) = task.changes
    return f"{task.code}（{''.join(change.old)} → {''.join(change.new)}）"
