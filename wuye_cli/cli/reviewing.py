"""The clerk's part of `wuye import`: the review form out and back, and questions about each doubt."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from wuye_cli.cli.console import confirm, tell
from wuye_cli.cli.output import saving
from wuye_cli.errors import RefusedError, UsageError

if TYPE_CHECKING:
    from wuye_cli.forms.review_reading import Review
    from wuye_cli.importing.draft import Draft
    from wuye_cli.services.reviewing import Doubt

ACCEPT, CORRECT, SKIP, STOP = "1", "2", "3", "4"
ANSWERS = {
    **dict.fromkeys(("1", "a", "接受"), ACCEPT),
    **dict.fromkeys(("2", "c", "更正"), CORRECT),
    **dict.fromkeys(("3", "s", "跳过", ""), SKIP),
    **dict.fromkeys(("4", "q", "停止"), STOP),
}
CHOICES = "1 接受　2 更正　3 跳过　4 停止并保留已答（直接回车为跳过）："


def take_back(file: Path, year: int | None) -> Draft | None:
    """Read a returned review form and tell what was changed in it; None where the file is something else."""
    from wuye_cli.services.reviewing import find_review

    review = find_review(file)
    if review is None:
        return None
    if year is not None:
        raise UsageError("year-in-form", "核对表的年份写在“方案”工作表里：请在表中修改，不用 --year。")
    tell("\n".join(_review_lines(review)))
    return review.draft


def _review_lines(review: Review) -> Iterator[str]:
    count = len(review.corrections)
    yield f"已读回核对表（{review.draft.source.file}）：" + (f"手工改动 {count} 处" if count else "没有手工改动")
    for correction in review.corrections:
        yield f"  {correction}"
    if review.settled:
        yield f"已核对，不再标注待核 {review.settled} 处。"


def send_out(draft: Draft, path: Path, *, yes: bool) -> None:
    """Write the review form; what a clerk may have filled in is not overwritten unasked."""
    from wuye_cli.services.reviewing import list_doubts, write_review

    if path.exists():
        confirm(f"“{path}”已经存在，覆盖吗？", yes=yes)
    with saving(path):
        write_review(draft, path)
    fields = len(list_doubts(draft))
    tell(
        f"核对表有任务 {len(draft.tasks)} 项，待核 {fields} 项内容；改好保存后运行 wuye import {path}，台账还没有变化。"
    )


def ask_doubts(draft: Draft) -> Draft:
    """Ask about each doubt in the terminal; what is skipped stays doubtful."""
    from wuye_cli.services.reviewing import accept, list_doubts

    doubts = list_doubts(draft)
    if doubts and not sys.stdin.isatty():
        advice = "请在终端里运行，或用 --review 导出核对表"
        raise RefusedError(
            "no-terminal", f"有 {len(doubts)} 项内容待核，这里没有终端可以回答，什么都没有写入；{advice}。"
        )
    for number, doubt in enumerate(doubts, 1):
        tell("\n".join((f"待核 {number}/{len(doubts)}　{doubt.owner}", *_doubt_lines(doubt))))
        answer = _choose(doubt)
        if answer == STOP:
            break
        if answer == ACCEPT:
            draft = accept(draft, doubt)
        elif answer == CORRECT:
            draft = _correct(draft, doubt)
    return draft


def _doubt_lines(doubt: Doubt) -> Iterator[str]:
    if doubt.field:
        yield f"  {doubt.field.heading}：{doubt.value or '（空）'}".replace("\n", "；")
    if doubt.words and doubt.words != doubt.value:
        yield f"  原文：{doubt.words}"
    for problem in doubt.problems:
        place = str(problem.at or "")
        yield f"  原因：{problem.message}" + (f"（{place}）" if place else "")


def _choose(doubt: Doubt) -> str:
    """Give one of the four answers; the end of the input stops."""
    choices = CHOICES if doubt.field else CHOICES.replace("2 更正　", "")
    while True:
        answer = _read_answer(choices)
        choice = STOP if answer is None else ANSWERS.get(answer.lower())
        if choice and (choice != CORRECT or doubt.field):
            return choice
        tell(f"没有“{answer}”这个选项。")


def _correct(draft: Draft, doubt: Doubt) -> Draft:
    """Take what is typed until it can be read; an empty line leaves the doubt."""
    from wuye_cli.services.reviewing import correct_doubt

    while text := _read_answer("  改为（直接回车放弃更正）："):
        try:
            corrected, correction = correct_doubt(draft, doubt, text)
        except UsageError as error:
            tell(f"  {error.message}")
        else:
            tell(f"  {correction}")
            return corrected
    return draft


def _read_answer(question: str) -> str | None:
    typer.echo(question, nl=False, err=True)
    line = sys.stdin.readline()
    return line.strip() if line else None
