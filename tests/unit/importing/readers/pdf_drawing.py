"""PDF files drawn line by line: letters of one size, rules, pages. Enough for a reader, without an office suite."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

SIZE = 10.0
PITCH = 15.0
PADDING = 5.0


@dataclass
class Page:
    """One page; places are points from the top left corner, as the reader counts."""

    width: float = 595
    height: float = 842
    rotate: int = 0
    shapes: list[str] = field(default_factory=list)

    def text(self, x: float, top: float, words: str, gap: float = 0) -> None:
        """Print a line; `gap` stretches it."""
        code = words.encode("utf-16-be").hex()
        self.shapes.append(f"BT /F1 {SIZE} Tf {gap} Tc {x} {self.height - top - 0.88 * SIZE} Td <{code}> Tj ET")

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """Draw a straight rule."""
        self.shapes.append(f"{x0} {self.height - y0} m {x1} {self.height - y1} l S")

    def cell(self, x0: float, y0: float, x1: float, y1: float, *lines: str, sides: str = "ltrb") -> None:
        """Draw a cell with lines of text from its top."""
        ends = {"l": (x0, y0, x0, y1), "r": (x1, y0, x1, y1), "t": (x0, y0, x1, y0), "b": (x0, y1, x1, y1)}
        for side in sides:
            self.rule(*ends[side])
        for at, line in enumerate(lines):
            self.text(x0 + PADDING, y0 + 3 + at * PITCH, line)

    def table(
        self, top: float, widths: Sequence[float], rows: Iterable[Sequence[str]], left: float = 50, sides: str = "ltrb"
    ) -> float:
        """Draw rows of cells, lines parted by newlines; gives where the table ends."""
        for row in rows:
            texts = [text.split("\n") for text in row]
            bottom = top + max(map(len, texts)) * PITCH + 4
            x = left
            for width, lines in zip(widths, texts, strict=True):
                self.cell(x, top, x + width, bottom, *filter(None, lines), sides=sides)
                x += width
            top = bottom
        return top


def pdf_file(*pages: Page, trailer: str = "") -> bytes:
    """Write a file of these pages."""
    kids = " ".join(f"{5 + 2 * at} 0 R" for at in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        (
            "<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [4 0 R] "
            f"/ToUnicode {5 + 2 * len(pages)} 0 R >>"
        ),
        (
            "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /DW 1000 /W [32 126 500] "
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
            "/FontDescriptor << /Type /FontDescriptor /FontName /Song /Ascent 880 /Descent -120 /Flags 4 >> >>"
        ),
    ]
    for at, page in enumerate(pages):
        objects += [
            (
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {page.width} {page.height}] /Rotate {page.rotate} "
                f"/Contents {6 + 2 * at} 0 R /Resources << /Font << /F1 3 0 R >> >> >>"
            ),
            _stream("\n".join(page.shapes)),
        ]
    objects.append(_stream(_to_unicode("".join(chr(code) for page in pages for code in _codes(page)))))
    return _assembled(objects, trailer)


def _codes(page: Page) -> Iterable[int]:
    for shape in page.shapes:
        if "Tj" in shape:
            code = bytes.fromhex(shape.partition("<")[2].partition(">")[0])
            yield from (int.from_bytes(code[at : at + 2], "big") for at in range(0, len(code), 2))


def _to_unicode(used: str) -> str:
    chars = "\n".join(f"<{ord(char):04x}> <{ord(char):04x}>" for char in sorted(set(used)))
    return (
        "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        f"{len(set(used))} beginbfchar\n{chars}\nendbfchar endcmap end"
    )


def _stream(content: str) -> str:
    return f"<< /Length {len(content)} >>\nstream\n{content}\nendstream"


def _assembled(objects: Sequence[str], trailer: str) -> bytes:
    data = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode("ascii")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    end += f"trailer << /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{len(data)}\n%%EOF"
    return data + end.encode("ascii")
