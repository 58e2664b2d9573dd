"""The progress cells of a running register: how far a task is, what is in its way, what comes next."""

from __future__ import annotations

import re

from wuye_cli.importing.draft import DraftReport
from wuye_cli.importing.fields.numerals import to_plain

# 60%   85.5％   已完成60%   完成进度：70%   累计完成率为80%左右
_SHARE = re.compile(
    r"(?:目前|累计|总体|任务|已|完成|进度|率|比例)*[:：为约达到]*(?P<percent>\d{1,3}(?:\.\d+)?)%(?:左右)?[。；;]?"
)
_BLANK = re.compile(r"[\s/\\—-]*|(?:暂)?无[。]?")  # says nothing: 无 / —
WHOLE = 100


def read_report(progress: str, problem: str, next_step: str) -> DraftReport | None:
    """Read what the cells report; None where they say nothing. A line that is only a share is the percentage."""
    if not (progress or problem or next_step):
        return None
    percent, notes = None, []
    for line in filter(None, map(_said, progress.split("\n"))):
        share = _find_share(line)
        percent = percent if share is None else share
        notes += [line] if share is None else []
    report = DraftReport("\n".join(notes), percent, _said(problem), _said(next_step))
    return None if report == DraftReport() else report


def _said(words: str) -> str:
    words = words.strip()
    return "" if _BLANK.fullmatch(words) else words


def _find_share(line: str) -> float | None:
    found = _SHARE.fullmatch(to_plain(line))
    percent = float(found["percent"]) if found else None
    return None if percent is None or percent > WHOLE else percent
