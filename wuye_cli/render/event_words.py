"""What happened to a task, in one line: the day, the step, who, why, by which paper, and the files that show it."""

from __future__ import annotations

from wuye_cli.domain.terms import EVENT_WORDS, EventKind
from wuye_cli.reports.lines import EventLine, EvidenceLine

APPROVER_WORDS = {EventKind.VERIFY: "核验人", EventKind.EXTEND: "批准人"}
EVIDENCE_WORDS = {"missing": "（已不见，请补回）", "altered": "（内容已被改动，请核对）"}


def event_words(event: EventLine) -> str:
    """Tell one event; what it does not say is left out."""
    kind = EventKind(event.kind)
    labelled = {
        "说明" if kind is EventKind.FINISH else "原因": event.note,
        APPROVER_WORDS.get(kind, "经办人"): event.approver,
        "依据": event.reference,
        "佐证材料": "、".join(map(_file, event.evidence)),
    }
    part = f"（{event.part}）" if event.part else ""
    words = [event.on.isoformat(), EVENT_WORDS[kind] + part, event.unit, _move(event)]
    return "  ".join(
        [word for word in words if word] + [f"{label}：{text}" for label, text in labelled.items() if text]
    )


def _move(event: EventLine) -> str:
    if event.from_on is None or event.to_on is None:
        return ""
    late = "（时限已到后补办）" if event.on >= event.from_on else ""
    return f"由 {event.from_on} 延至 {event.to_on}{late}"


def _file(file: EvidenceLine) -> str:
    return file.name + EVIDENCE_WORDS.get(file.state, "")
