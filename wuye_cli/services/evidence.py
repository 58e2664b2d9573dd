"""佐证材料: files kept beside the register, each under the SHA-256 of its content, so that no change stays unseen.

台账.db                      the register
台账.db.佐证/9f86d0….pdf      what was handed in as 验收单.pdf
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from wuye_cli.domain.facts import EvidenceFacts
from wuye_cli.errors import InputError, RefusedError
from wuye_cli.reports.lines import EvidenceLine, TaskLine
from wuye_cli.store.database import Database
from wuye_cli.store.facts import load_facts
from wuye_cli.store.reading import read_register

FOLDER_ENDING = ".佐证"
MOST_BYTES = 100 * 1024 * 1024
OK, MISSING, ALTERED = "ok", "missing", "altered"
STATE_WORDS = {MISSING: "不见了", ALTERED: "内容已被改动"}


def evidence_folder(database: Database) -> Path:
    """Name the folder beside a register that holds its evidence; it need not exist yet."""
    return database.path.with_name(database.path.name + FOLDER_ENDING)


@contextmanager
def keep_files(database: Database, files: Iterable[Path], *, dry_run: bool = False) -> Iterator[list[EvidenceFacts]]:
    """Copy files beside the register; what was copied goes away again if the block fails, or only tries."""
    folder, copied = evidence_folder(database), list[Path]()
    kept = False
    try:
        contents = [(file.name, _read(file)) for file in files]
        yield [_keep(name, content, folder, copied) for name, content in contents]
        kept = not dry_run
    finally:
        if not kept:
            _remove(copied, folder)


def check_evidence(database: Database) -> tuple[str, ...]:
    """Say which kept files are missing or altered, one sentence each."""
    with read_register(database) as reader:
        tasks = load_facts(reader, archived=True).tasks
    kept = [(task.code, file) for task in tasks for event in task.events for file in event.evidence]
    states = [(code, file, _state(database, file)) for code, file in kept]
    return tuple(
        f"任务 {code} 的佐证材料“{file.name}”{STATE_WORDS[state]}（应为 {_path(database, file)}）：请用原件补回。"
        for code, file, state in states
        if state != OK
    )


def mark_evidence(database: Database, task: TaskLine) -> TaskLine:
    """Look at the files of a task's events, and say of each whether it is still what was handed in."""

    def looked_at(file: EvidenceLine) -> EvidenceLine:
        return file._replace(state=_state(database, EvidenceFacts(file.name, file.sha256, file.size)))

    events = (event._replace(evidence=tuple(map(looked_at, event.evidence))) for event in task.events)
    return replace(task, events=tuple(events))


def _read(file: Path) -> bytes:
    try:
        content = file.read_bytes() if file.stat().st_size <= MOST_BYTES else None
    except OSError as error:
        raise InputError("evidence-unreadable", f"读不到佐证材料“{file}”：请检查文件是否存在、是否可读。") from error
    if content is None:
        limit = MOST_BYTES // 1024 // 1024
        raise InputError("evidence-too-large", f"佐证材料“{file}”超过 {limit} MB：请压缩或拆分后再试。")
    return content


def _keep(name: str, content: bytes, folder: Path, copied: list[Path]) -> EvidenceFacts:
    """Write one file under its hash, whole or not at all; what is there already is left alone if it is sound."""
    file = EvidenceFacts(name, hashlib.sha256(content).hexdigest(), len(content))
    target = folder / _stored_name(file)
    if _state_at(target, file) == OK:
        return file
    unfinished = target.with_suffix(".part")
    try:
        folder.mkdir(exist_ok=True)
        copied += [unfinished, target]
        unfinished.write_bytes(content)
        unfinished.replace(target)
    except OSError as error:
        raise RefusedError(
            "evidence-unwritable", f"存不下佐证材料“{name}”：请检查文件夹“{folder}”是否可写。"
        ) from error
    return file


def _remove(copied: Iterable[Path], folder: Path) -> None:
    for path in copied:
        path.unlink(missing_ok=True)
    with suppress(OSError):  # it holds other files, or was never made
        folder.rmdir()


def _state(database: Database, file: EvidenceFacts) -> str:
    return _state_at(_path(database, file), file)


def _state_at(path: Path, file: EvidenceFacts) -> str:
    try:
        with path.open("rb") as stored:
            return OK if hashlib.file_digest(stored, "sha256").hexdigest() == file.sha256 else ALTERED
    except OSError:
        return MISSING


def _path(database: Database, file: EvidenceFacts) -> Path:
    return evidence_folder(database) / _stored_name(file)


def _stored_name(file: EvidenceFacts) -> str:
    """The ending stays, so that a double click still opens the file."""
    return file.sha256 + Path(file.name).suffix.lower()
