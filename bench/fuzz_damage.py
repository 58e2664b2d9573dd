"""Ways to damage a file: of archives the members, of text the characters, of everything else the bytes."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from random import Random
from typing import TypeVar
from zipfile import ZIP_DEFLATED, ZipFile

T = TypeVar("T", str, bytes)
Change = Callable[[Random, T, Sequence[T], Sequence[T]], T]

# What readers and recognisers look for, in places where it does not belong
WORDS = (
    *(
        "序号",
        "重点任务",
        "牵头单位",
        "完成时限",
        "（",
        "）",
        "一、",
        "（一）",
        "1.",
        "①",
        "、",
        "，",
        "：",
        "|",
        "\t",
        ",",
        '"',
    ),
    *(
        "2023年13月45日前",
        "１２",
        "2025123",
        "达到80%以上",
        "每季度",
        "各区人民政府",
        "\n",
        "\f",
        "— 3 —",
        "\u3000",
        " " * 40,
    ),
    *(
        "<table>",
        "</td>",
        "<tr>",
        "<td rowspan=99999 colspan=99999>",
        "<!--",
        "<![CDATA[",
        "&#x110000;",
        "<ol start=9>",
    ),
    *('r="XFD1048576"', '<mergeCell ref="A1:XFD1048576"/>', "<w:gridSpan w:val='99999'/>", "<w:vMerge/>", "<w:tbl>"),
    *(
        "ss:Index='999999'",
        "ss:MergeAcross='99999'",
        "\ufeff",
        "\u202e",
        "𠮷",
        "9" * 400,
        "<!DOCTYPE d [<!ENTITY x 'y'>]>",
    ),
)
BYTES = (
    b"\0",
    b"\xff" * 4,
    b"\x00\x00\xff\xff",
    b"\x07",
    b"\x13",
    b"\xd6\x26",
    b"/Kids [1 0 R]",
    b"stream\n",
    b"\r\r\x07\x07",
)


def damage(random: Random, sample: bytes, others: Sequence[bytes]) -> bytes:
    """Give a damaged copy."""
    if sample.startswith(b"PK") and random.random() < 0.8:
        return _damage_member(random, sample)
    text = _as_text(sample)
    if text is not None and random.random() < 0.8:
        encoding = random.choice(("utf-8", "utf-8", "gb18030", "utf-16", "utf-16-le"))
        return _damaged(random, text, WORDS, [_as_text(other) or "" for other in others]).encode(encoding, "replace")
    return _damaged(random, sample, BYTES, others)


def random_bytes(random: Random, sample: bytes) -> bytes:
    """Give noise; half of it begins like the sample, so that it is taken for one."""
    head = sample[:8] if random.random() < 0.5 else b""
    return head + random.randbytes(random.randrange(1, 4000))


def _as_text(sample: bytes) -> str | None:
    try:
        text = sample.decode()
    except UnicodeDecodeError:
        return None
    return None if "\0" in text else text


def _damage_member(random: Random, sample: bytes) -> bytes:
    """Damage what an archive holds and pack it again, so that the damage is met by the reader of the member."""
    target = io.BytesIO()
    with ZipFile(io.BytesIO(sample)) as source, ZipFile(target, "w", ZIP_DEFLATED) as packed:
        names = source.namelist()
        favourites = [name for name in names if "sheet1" in name or "document.xml" in name or "Strings" in name]
        chosen = random.choice(favourites if favourites and random.random() < 0.7 else names)
        for name in names:
            content = source.read(name)
            packed.writestr(name, damage(random, content, [content]) if name == chosen else content)
    return target.getvalue()


def _damaged(random: Random, content: T, words: Sequence[T], others: Sequence[T]) -> T:
    for _ in range(random.choice((1, 1, 2, 4, 12))):
        change: Change[T] = random.choice((_drop, _double, _cut, _insert, _insert, _replace, _swap))
        content = change(random, content, words, others)
    return content


def _place(random: Random, content: T, longest: int = 200) -> tuple[int, int]:
    start = random.randrange(len(content) + 1)
    return start, min(start + random.choice((1, 1, 3, random.randrange(longest))), len(content))


def _drop(random: Random, content: T, words: Sequence[T], others: Sequence[T]) -> T:  # noqa: ARG001 - all changes alike
    start, end = _place(random, content)
    return content[:start] + content[end:]


def _double(random: Random, content: T, words: Sequence[T], others: Sequence[T]) -> T:  # noqa: ARG001
    start, end = _place(random, content)
    return content[:end] + content[start:end] * random.choice((1, 1, 50)) + content[end:]


def _cut(random: Random, content: T, words: Sequence[T], others: Sequence[T]) -> T:  # noqa: ARG001
    return content[: random.randrange(len(content) // 2, len(content) + 1)]


def _insert(random: Random, content: T, words: Sequence[T], others: Sequence[T]) -> T:  # noqa: ARG001
    start, _ = _place(random, content)
    return content[:start] + random.choice(words) * random.choice((1, 1, 1, 30)) + content[start:]


def _replace(random: Random, content: T, words: Sequence[T], others: Sequence[T]) -> T:  # noqa: ARG001
    start, _ = _place(random, content)
    word = random.choice(words)
    return content[:start] + word + content[start + len(word) :]


def _swap(random: Random, content: T, words: Sequence[T], others: Sequence[T]) -> T:  # noqa: ARG001
    other = random.choice(others)
    (start, end), (first, last) = _place(random, content), _place(random, other, 2000)
    return content[:start] + other[first:last] + content[end:]
