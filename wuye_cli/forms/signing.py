"""The identity that a form carries on its hidden sheet, signed with the register's key: file names never matter.

Four kinds of lines: the mark, a mark of the key (whose form it is), the signature, then the packed identity, in signs
that no spreadsheet program changes, cut to fit cells.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

from wuye_cli.errors import InputError
from wuye_cli.forms.packing import BROKEN, LARGEST, LINE
from wuye_cli.forms.report_sheet import FIXED, FormRow

MARK = "wuye.form/1"


@dataclass(frozen=True, slots=True)
class FormIdentity:
    """Whose form it is, for which month and in which version, and every row as it went out."""

    office: str
    unit: int
    unit_name: str
    month: str
    plan: int | None
    version: int
    rows: tuple[FormRow, ...]


def sign_identity(identity: FormIdentity, key: str) -> tuple[str, ...]:
    """Give the lines for the hidden sheet."""
    packed = _pack(identity)
    return (
        MARK,
        _key_mark(key),
        _signature(packed, key),
        *(packed[start : start + LINE] for start in range(0, len(packed), LINE)),
    )


def read_identity(lines: Sequence[str], key: str) -> FormIdentity:
    """Read an identity back and check that it is ours and unchanged.

    Raises:
        InputError: the form of another office's register, or the hidden sheet was changed.
    """
    try:
        _, mark, signature, *rest = lines
        packed = "".join(rest)
        if mark == _key_mark(key) and not hmac.compare_digest(signature, _signature(packed, key)):
            raise ValueError(signature)
        identity = _unpack(packed)
    except BROKEN as error:
        raise InputError("form-damaged", "表中的隐藏识别码已损坏或被改动，请用原表重新填写") from error
    if mark != _key_mark(key):
        office = f"“{identity.office}”" if identity.office else "别的办公室"
        raise InputError("form-foreign", f"这是{office}发出的表，不是本台账发出的，请核对是否发错了单位")
    return identity


def _pack(identity: FormIdentity) -> str:
    rows = [[row.task, row.target, list(row.fixed)] for row in identity.rows]
    content = [
        identity.office,
        identity.unit,
        identity.unit_name,
        identity.month,
        identity.plan,
        identity.version,
        rows,
    ]
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return base64.b64encode(zlib.compress(text.encode("utf-8", "surrogatepass"))).decode("ascii")


def _unpack(packed: str) -> FormIdentity:
    """A form of another office is unpacked too, to say whose it is; nothing else of it is used."""
    unpacking = zlib.decompressobj()
    text = unpacking.decompress(base64.b64decode(packed, validate=True), LARGEST)
    if not unpacking.eof:
        raise ValueError(LARGEST)
    office, unit, unit_name, month, plan, version, rows = json.loads(text.decode("utf-8", "surrogatepass"))
    known = tuple(FormRow(task, target, tuple(fixed)) for task, target, fixed in rows)
    if any(len(row.fixed) != len(FIXED) for row in known):
        raise ValueError(FIXED)
    return FormIdentity(str(office), unit, unit_name, month, plan, version, known)


def _signature(packed: str, key: str) -> str:
    return hmac.new(key.encode(), packed.encode(), hashlib.sha256).hexdigest()


def _key_mark(key: str) -> str:
    return hashlib.sha256(f"{MARK} {key}".encode()).hexdigest()[:16]
