"""Who does it: units that a paragraph prints for itself, and the names in a list of units.

…。（责任单位：县住建局，指导单位：县民政局）        …。（市住建局牵头，市财政局、市公安局按职责分工负责）
…。（牵头单位：市住建局，配合单位：市财政局）        牵头部门：市住建局；实施部门：各区住建部门
"""

from __future__ import annotations

import re

from wuye_cli.importing.fields.numbering import find_number
from wuye_cli.importing.fields.roles import (
    A_LABEL,
    LABEL,
    InlineUnits,
    Roles,
    are_names,
    have_names,
    mend_labels,
    read_labels,
    read_names,
    read_roles,
)
from wuye_cli.importing.fields.scopes import LAST
from wuye_cli.importing.fields.sentence_units import find_clauses
from wuye_cli.importing.fields.unit_lists import UnitList, read_units, split_units

__all__ = ["InlineUnits", "UnitList", "find_inline_units", "find_roles", "read_units", "split_units"]

_PLAIN = r"[^（()）\[\]［］【】〔〕]*"
# 各县（市、区）, and in a round bracket 各县〔市、区〕
_INNER = r"(?:[（(][^（()）]*[）)]|〔[^〔〕]*〕|\[[^\[\]]*\]|［[^［］]*］)"
_BALANCED = rf"{_PLAIN}(?:{_INNER}{_PLAIN})*"
_STRAY = rf"(?:[）)](?=[\u4e00-\u9fff]{{2,}}[^（()）。]*[、，,：:）)]){_BALANCED})*"  # 各乡镇）人民政府: its （ is lost
_BRACKET = re.compile(  # （责任单位：…）, […], and a bracket of units whose own （ were lost
    rf"[（(\[［【〔](?P<inside>(?:(?={A_LABEL}){_BALANCED}{_STRAY}|{_BALANCED}))[）)\]］】〕]"
)
_OTHER_LABEL = re.compile("[^，。；：:（(\\d]{2,12}[：:]|【[^】]{2,10}】")  # 项目内容及任务分解：  【主要内容】
_BEFORE_LABEL = re.compile(r"(?:^|[。；;！，,\s])$")
_LEADING = re.compile(
    r"(?P<units>[^：:。；\n]{2,60})[:：]\s*(?P<rest>\S.*)", re.DOTALL
)  # 市住建局、市财政局：落实资金。
_LAST_BRACKET = re.compile(rf"[（(\[［【〔](?P<inside>{_BALANCED})[）)\]］】〕][。\s]*$")
_ASSIGNS = re.compile("(?:牵头|负责(?!解释)|配合|承办|协办|落实|责任(?:单位|部门|主体)|指导)")
_BODY = re.compile("[局委厅办院署会社]|部门|政府|单位|公司|中心|街道|乡镇")
_TAIL = re.compile(r"[。．.；;，,\s]*")


def find_inline_units(text: str) -> tuple[InlineUnits, str] | None:
    """Find the units that a paragraph prints for itself; gives them and the paragraph without them.

    Other things in the same bracket (完成时限：6月底前) stay in the paragraph.
    """
    text = mend_labels(text)
    found, rest = InlineUnits(), text
    for bracket in reversed(list(_BRACKET.finditer(text))):
        if roles := _read_bracket(bracket, rest):
            found = roles.units + found
            rest = rest[: bracket.start()] + _keep(roles) + rest[bracket.end() :]
    if found != InlineUnits():
        return found, rest.strip()
    return _find_unbracketed(text) or _find_last_line(text) or _find_clause(text)


def find_roles(words: str) -> InlineUnits | None:
    """Tell the roles apart in a cell: `A牵头，B配合`, `A（牵头）、B`."""
    roles = read_roles(words)
    return roles.units if roles else None


def find_leading_units(text: str) -> tuple[InlineUnits, str] | None:
    """Find the units that open a paragraph (市住建局、市财政局：落实资金)."""
    found = _LEADING.match(text)
    if found is None or not are_names(found["units"]):
        return None
    return InlineUnits(responsible=found["units"].strip()), found["rest"]


def find_said_units(text: str) -> tuple[InlineUnits, str] | None:
    """Find the units that the last sentence names: 以上工作由市经委负责。 Its paragraph goes without it."""
    found = LAST.search(text)
    roles = read_roles(found["roles"]) if found else None
    return (roles.units, text[: found.start()].strip() + _keep(roles)) if found and roles else None


def find_doubtful_units(text: str) -> str:
    """Give the bracket at the end of a paragraph that seems to say who does it, but in words that are not known."""
    found = _LAST_BRACKET.search(text)
    if found is None:
        return ""
    inside = found["inside"]
    assigns = _ASSIGNS.search(inside) is not None and _BODY.search(inside) is not None
    stands_apart = found.start() == 0 or _ends_sentence(text[: found.start()])
    names = stands_apart and have_names(inside)
    return inside if assigns or names else ""


def find_left_units(text: str) -> str:
    """Give a bracket of names inside a paragraph that has been read already: it may well hold two tasks."""
    brackets = (found for found in _BRACKET.finditer(text) if _ends_sentence(text[: found.start()]))
    return next((found["inside"] for found in brackets if read_names(found["inside"])), "")


def _read_bracket(bracket: re.Match[str], rest: str) -> Roles | None:
    """Read a bracket of roles; one of bare names counts behind the last full stop: …氛围。（市委宣传部、各区政府）."""
    if roles := read_roles(bracket["inside"]):
        return roles
    ends_paragraph = _TAIL.fullmatch(rest[bracket.end() :]) is not None
    return read_names(bracket["inside"]) if ends_paragraph and _ends_sentence(rest[: bracket.start()]) else None


def _ends_sentence(words: str) -> bool:
    return words.rstrip().endswith(("。", "；", "！"))


def _keep(roles: Roles) -> str:
    """Give back what a bracket prints beside its units."""
    return f"（{'；'.join(roles.others)}）" if roles.others else ""


def _find_unbracketed(text: str) -> tuple[InlineUnits, str] | None:
    label = next((found for found in LABEL.finditer(text) if found["word"]), None)
    if label is None or not _BEFORE_LABEL.search(text[: label.start()]):
        return None
    lines = text[label.start() :].split("\n")
    end = next((at for at, line in enumerate(lines) if at and _tells_more(line)), len(lines))
    roles = read_labels("\n".join(lines[:end]))
    above = text[: label.start()].rstrip("，,") + _keep(roles)
    more = _find_unbracketed("\n".join(lines[end:]))  # 牵头单位：甲局, 工作内容：…。 and then 配合单位：乙局
    units, below = more or (InlineUnits(), "\n".join(lines[end:]))
    return (roles.units + units, "\n".join(filter(None, [above.rstrip("\n"), below])).strip()) if roles else None


def _tells_more(line: str) -> bool:
    """Tell a numbered step, a sentence or another label below the units from units that go on."""
    is_sentence = line.endswith("。") and not are_names(line.rstrip("。"))
    is_other = is_sentence or _OTHER_LABEL.match(line) is not None
    return find_number(line) is not None or (is_other and not LABEL.match(line))


def _find_clause(text: str) -> tuple[InlineUnits, str] | None:
    """Read the clauses of a sentence that say who does it; they stay where they are."""
    units = find_clauses(text)
    return (units, text) if units != InlineUnits() else None


def _find_last_line(text: str) -> tuple[InlineUnits, str] | None:
    """Read a line of roles, or of several names, below the paragraph."""
    above, _, line = text.rpartition("\n")
    roles = read_roles(line) if above else None
    if roles is None and above and len(split_units(line)) > 1:
        roles = read_names(line)
    return (roles.units, above + _keep(roles)) if roles else None
