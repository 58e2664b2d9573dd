"""Everything that is wrong with a request, said at once."""

from __future__ import annotations

from dataclasses import dataclass, field

from wuye_cli.errors import RefusedError, UsageError, WuyeError


@dataclass(slots=True)
class Complaints:
    """Collects sentences, each with its stable code; `usage` marks a value that no request may have."""

    found: list[tuple[str, str, bool]] = field(default_factory=list)

    def add(self, code: str, sentence: str, *, usage: bool = False) -> None:
        """Note one thing that is wrong."""
        self.found.append((code, sentence, usage))

    def raise_all(self) -> None:
        """Refuse the request if anything was noted; one thing keeps its own code, several are listed."""
        if not self.found:
            return
        kind: type[WuyeError] = UsageError if all(usage for _, _, usage in self.found) else RefusedError
        sentences = tuple(sentence for _, sentence, _ in self.found)
        if len(self.found) == 1:
            raise kind(self.found[0][0], sentences[0])
        raise kind("several-problems", f"有 {len(sentences)} 处不对，没有写入：", sentences)
