"""What a later version of a document changes: tasks that are new, changed, the same, or gone.

Three voices are heard: what the register says now, what the document said at its last import, and what it says now.
Where only a person has changed a field, the person's value stays; where the document too has changed it, the
document's value is taken and is 待核 until someone has looked at both. Where a person has corrected the new version
before it is stored, the correction is the latest word.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from wuye_cli.importing.draft import DraftTask
from wuye_cli.importing.versions.matching import By, KnownTask, Pair, match_tasks
from wuye_cli.importing.versions.words import NameUnit, Words, task_words, without_leftovers


class Source(StrEnum):
    """Who has changed a field since the last import."""

    DOCUMENT = "document"
    HAND = "hand"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field that the register and the document say differently: `old` is the register's, `new` the document's."""

    field: str
    source: Source
    old: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KnownAgain:
    """A task of the register that the document still has, at `place` (from 0), and how it was found.

    `revived`: it had been archived because an earlier version left it out. `put_away`: a person archived it, and
    it stays so.
    """

    code: str
    place: int
    title: str
    by: By
    former_title: str
    likeness: float
    changes: tuple[FieldChange, ...]
    revived: bool = False
    put_away: bool = False

    @property
    def kept(self) -> frozenset[str]:
        """Name the fields in which a person's value stays."""
        return frozenset(change.field for change in self.changes if change.source is Source.HAND)


@dataclass(frozen=True, slots=True)
class NewTask:
    """A task that only the document has; `like` are codes of tasks that it may be, where that cannot be told."""

    place: int
    no: str
    title: str
    like: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GoneTask:
    """A task that the document no longer has: it is archived, never deleted."""

    code: str
    title: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """A draft beside the plan that it is a later version of, or a further part of (then nothing is gone)."""

    plan: str
    known: tuple[KnownAgain, ...] = ()
    new: tuple[NewTask, ...] = ()
    gone: tuple[GoneTask, ...] = ()
    plan_changes: tuple[FieldChange, ...] = ()
    same_file: bool = False

    @property
    def changed(self) -> tuple[KnownAgain, ...]:
        """Give the tasks of which something is to be said."""
        return tuple(one for one in self.known if one.changes or one.revived or one.put_away or one.by is By.LIKENESS)

    @property
    def same(self) -> tuple[str, ...]:
        """Give the codes of the tasks that are as they were."""
        return tuple(one.code for one in self.known if one not in self.changed)


def compare_tasks(
    plan: str,
    old: Sequence[KnownTask],
    new: Sequence[DraftTask],
    name_unit: NameUnit = str,
    apart: Collection[str] = (),
    *,
    printed: Sequence[DraftTask | None] | None = None,
    is_whole: bool = True,
) -> Comparison:
    """Compare the tasks of a plan with those of a draft; tasks `apart` are taken for none of the draft's.

    `printed` are the draft's tasks before a person corrected them, None for those that a person has added.
    """
    said = [task_words(item, name_unit) for item in new]
    bare = [one or item for one, item in zip(printed or new, new, strict=True)]
    matching = match_tasks([task for task in old if task.code not in apart], bare)
    matched = {pair.old.code for pair in matching.pairs}
    gone = [task for task in old if task.code not in matched and task.imported is not None and not task.archived]
    return Comparison(
        plan=plan,
        known=tuple(
            _known_again(pair, said[pair.place], task_words(bare[pair.place], name_unit)) for pair in matching.pairs
        ),
        new=tuple(
            NewTask(place, new[place].no, title_of(said[place]), matching.unsure.get(place, ()))
            for place in matching.new
        ),
        gone=tuple(GoneTask(task.code, title_of(task.words)) for task in gone) if is_whole else (),
    )


def compare_fields(
    now: Words, imported: Words | None, new: Words, printed: Words | None = None
) -> Iterator[FieldChange]:
    """Compare field by field a new version, `printed` by the document and then perhaps corrected, with the register."""
    now = without_leftovers(now, imported)
    for field, says in new.items():
        said = None if imported is None else imported.get(field, ())
        has = now.get(field, ())
        is_corrected = printed is not None and says != printed.get(field, ())
        if says == has:
            continue
        if said is None or has == said or is_corrected:
            yield FieldChange(field, Source.DOCUMENT, has, says)
        else:
            yield FieldChange(field, Source.HAND if says == said else Source.BOTH, has, says)


def title_of(words: Words) -> str:
    """Name a task: its title, else how its content begins."""
    return "".join(words["title"]) or "".join(words["content"])[:20]


def _known_again(pair: Pair, new: Words, printed: Words) -> KnownAgain:
    task = pair.old
    return KnownAgain(
        code=task.code,
        place=pair.place,
        title=title_of(new),
        by=pair.by,
        former_title=title_of(task.said),
        likeness=round(pair.likeness, 2),
        changes=tuple(compare_fields(task.words, task.imported, new, printed)),
        revived=task.archived and task.imported is None,
        put_away=task.archived and task.imported is not None,
    )
