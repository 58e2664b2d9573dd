"""Random and damaged files through every reader: a draft or one sentence comes out, whatever goes in.

Usage: python -m bench.fuzz [--files N] [--pdf-files N] [--only FORMAT] [--seed N] [--keep FOLDER]

Every format runs in a process of its own, so that its memory can be told. Exit code 1 when a file brought a
traceback, took more than 10 s or more than 500 MB, or when one of the known bombs got no sentence. What failed is
kept in the folder.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import resource
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from bench.fuzz_bombs import BOMBS
from bench.fuzz_damage import damage, random_bytes
from bench.fuzz_samples import make_samples
from wuye_cli.domain.divisions import Divisions, load_divisions
from wuye_cli.errors import InputError
from wuye_cli.importing.pipeline import build_draft
from wuye_cli.importing.readers import read_content
from wuye_cli.resources import data_path

FORMATS = ("txt", "md", "csv", "tsv", "html", "xml", "xlsx", "xls", "docx", "doc", "pdf")
LONGEST_SECONDS = 10.0
MOST_MEGABYTES = 500
HANGING_SECONDS = 60
MOST_ADDRESSES = 3 * 1024**3
PROCESS_SECONDS = 3 * 3600


@dataclass(slots=True)
class Outcome:
    """What came of the files of one format."""

    format: str
    drafts: int = 0
    refusals: int = 0
    slowest: float = 0.0
    megabytes: int = 0
    failures: list[str] = field(default_factory=list)


def try_file(data: bytes, name: str, divisions: Divisions) -> bool:
    """Read one file; True for a draft, False for a sentence. Anything else is a fault of ours."""
    try:
        build_draft(read_content(data, name), divisions=divisions)
    except InputError as error:
        check_sentence(error, name)
        return False
    return True


def check_sentence(error: InputError, name: str) -> None:
    """A refusal is one Chinese sentence that names the file or the sheet."""
    words = error.message
    if "\n" in words or not words.endswith(("。", '"')) or "“" not in words:
        raise AssertionError(f"no sentence for {name}: {words!r}")


def fuzz_format(format_name: str, count: int, seed: int, keep: Path) -> Outcome:
    """Read `count` damaged or random files of one format."""
    samples = make_samples(format_name)
    bound_process()
    os.environ["PATH"] = ""  # without an office suite: it is not ours to prove, and takes seconds for every file
    outcome = Outcome(format_name)
    divisions = load_divisions(data_path("divisions.csv"))
    for number, data in enumerate(make_files(format_name, samples, count, seed)):
        name = f"{format_name}-{seed}-{number}.{format_name}"
        record(outcome, name, keep, data, partial(try_file, data, name, divisions))
    outcome.megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return outcome


def bound_process() -> None:
    """Let a reading that takes far too much memory or time fail, before it takes the machine with it."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_ADDRESSES, MOST_ADDRESSES))
    signal.signal(signal.SIGALRM, stop)


def stop(*_: object) -> None:
    """End a reading that hangs."""
    raise TimeoutError(f"hangs for {HANGING_SECONDS} s")


def make_files(format_name: str, samples: Sequence[bytes], count: int, seed: int) -> Iterator[bytes]:
    """Damaged copies of our samples; every tenth file is random from its first or eighth byte on."""
    random = Random(f"{format_name}-{seed}")  # noqa: S311 - repeatable, not secret
    for number in range(count):
        sample = random.choice(samples)
        yield random_bytes(random, sample) if number % 10 == 0 else damage(random, sample, samples)


def record(outcome: Outcome, name: str, keep: Path, data: bytes, read: Callable[[], bool]) -> None:
    """Time one reading, count what came of it, and keep the file where it failed."""
    began = time.process_time()  # of this process: others on the machine do not count
    signal.alarm(HANGING_SECONDS)
    try:
        if read():
            outcome.drafts += 1
        else:
            outcome.refusals += 1
    except Exception as error:  # noqa: BLE001 - the very thing that is looked for
        (keep / name).write_bytes(data)
        outcome.failures.append(f"{name}: {type(error).__name__}: {error}")
    signal.alarm(0)
    took = time.process_time() - began
    outcome.slowest = max(outcome.slowest, took)
    if took > LONGEST_SECONDS:
        (keep / name).write_bytes(data)
        outcome.failures.append(f"{name}: {took:.1f} s")


def fuzz_bomb(name: str, keep: Path) -> Outcome:
    """Read one bomb, which must get a sentence."""
    bomb = BOMBS[name]
    bound_process()
    divisions = load_divisions(data_path("divisions.csv"))
    outcome = Outcome(name)
    with TemporaryDirectory() as folder:
        path = bomb(Path(folder))
        data, before = path.read_bytes(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        record(outcome, path.name, keep, data, partial(try_file, data, path.name, divisions))
        after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    if outcome.drafts:
        outcome.failures.append(f"{name}: was read")
    outcome.megabytes = max(after - before, 0) // 1024
    return outcome


def apart(work: Callable[..., Outcome], *words: object) -> Outcome:
    """Do one piece of work in a fresh process."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply_async(work, words).get(PROCESS_SECONDS)


def report(outcome: Outcome) -> bool:
    """Print one line, and the failures below it; tell whether all is well."""
    if outcome.megabytes > MOST_MEGABYTES:
        outcome.failures.append(f"{outcome.megabytes} MB")
    counts = f"{outcome.drafts:>7} drafts {outcome.refusals:>7} sentences"
    print(f"{outcome.format:<14}{counts} slowest {outcome.slowest:5.1f} s {outcome.megabytes:>5} MB", flush=True)
    for failure in outcome.failures:
        print(f"    {failure}", flush=True)
    return not outcome.failures


def main() -> int:
    """Fuzz every format, then the bombs."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--files", type=int, default=10_000)
    parser.add_argument("--pdf-files", type=int, default=1_000)
    parser.add_argument("--only", choices=[*FORMATS, "bombs"])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, default=Path("fuzz-failures"))
    options = parser.parse_args()
    options.keep.mkdir(parents=True, exist_ok=True)
    formats = [options.only] if options.only in FORMATS else [] if options.only else FORMATS
    counts = [(name, options.pdf_files if name == "pdf" else options.files) for name in formats]
    good = [report(apart(fuzz_format, name, count, options.seed, options.keep)) for name, count in counts]
    if options.only in {None, "bombs"}:
        good += [report(apart(fuzz_bomb, name, options.keep)) for name in BOMBS]
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main())
