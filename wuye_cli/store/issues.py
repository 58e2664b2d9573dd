"""The circulars that were issued, and their files, as values."""

from __future__ import annotations

from wuye_cli.domain.issues import FrozenFile, IssueFacts
from wuye_cli.store.reading import Reader


def load_issues(reader: Reader, month: str | None = None) -> tuple[IssueFacts, ...]:
    """Read what was issued, of one month or of all, oldest first."""
    return tuple(
        IssueFacts(
            plan=row["plan_code"],
            **{name: row[name] for name in ("id", "month", "series", "year", "number", "number_text", "version")},
            **{name: row[name] for name in ("supersedes", "reason", "title", "issued_on", "last_report", "program")},
        )
        for row in reader.rows("circulars", month=month)
    )


def load_files(reader: Reader, issue: IssueFacts, kind: str | None = None) -> tuple[FrozenFile, ...]:
    """Read the files of a circular, or the one of a kind."""
    return tuple(
        FrozenFile(row["id"], row["kind"], row["name"], row["sha256"], row["size"], row["content"])
        for row in reader.rows("circular_files", circular=issue.id, kind=kind)
    )
