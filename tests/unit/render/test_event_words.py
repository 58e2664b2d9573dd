"""What happened to a task, in one line."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from wuye_cli.domain.terms import EventKind
from wuye_cli.render.event_words import event_words
from wuye_cli.reports.lines import EventLine, EvidenceLine

AUGUST = date(2023, 8, 31)
FILES = (
    EvidenceLine("验收单.pdf", "9f", 3, "ok"),
    EvidenceLine("照片.jpg", "8e", 3, "missing"),
    EvidenceLine("台账.xlsx", "7d", 3, "altered"),
)


@pytest.mark.parametrize(
    ("kind", "values", "words"),
    [
        (EventKind.FINISH, {"unit": "市住建局", "note": "已验收"}, "2023-08-31  办结  市住建局  说明：已验收"),
        (EventKind.FINISH, {"part": "2023-04-30"}, "2023-08-31  办结（2023-04-30）"),
        (EventKind.VERIFY, {"approver": "李四", "reference": "1号"}, "2023-08-31  销号  核验人：李四  依据：1号"),
        (
            EventKind.VERIFY,
            {"evidence": FILES},
            "2023-08-31  销号  佐证材料：验收单.pdf、照片.jpg（已不见，请补回）、台账.xlsx（内容已被改动，请核对）",
        ),
        (EventKind.RETURN, {"note": "材料不全"}, "2023-08-31  退回  原因：材料不全"),
        (EventKind.REOPEN, {}, "2023-08-31  重新开启"),
        (EventKind.CANCEL, {"note": "上级取消"}, "2023-08-31  取消  原因：上级取消"),
        (
            EventKind.EXTEND,
            {"note": "雨季", "approver": "王主任", "from_on": date(2023, 9, 30), "to_on": date(2023, 12, 31)},
            "2023-08-31  延期  由 2023-09-30 延至 2023-12-31  原因：雨季  批准人：王主任",
        ),
        (
            EventKind.EXTEND,
            {"from_on": date(2023, 8, 31), "to_on": date(2023, 12, 31)},
            "2023-08-31  延期  由 2023-08-31 延至 2023-12-31（时限已到后补办）",
        ),
    ],
)
def test_an_event_is_told_with_what_it_says(kind: EventKind, values: dict[str, Any], words: str) -> None:
    assert event_words(EventLine(**{"kind": kind, "on": AUGUST, "unit": "", **values})) == words
