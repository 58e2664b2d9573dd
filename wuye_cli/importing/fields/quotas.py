"""A total split by unit in brackets: `试点9个（东城2个、西城2个、各镇5个）`, `（甲县、乙县各6个以上，丙县3个）`.

So is one behind 其中 without brackets, where places are named: `改造23个，其中城东街道9个、河滨街道14个`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import isclose

from wuye_cli.importing.draft import DraftTarget, Problem
from wuye_cli.importing.fields.quantities import UNIT, Quantity

_ITEM = (
    r"(?:(?P<label>[^：:；;，,（）()]{2,20})[：:])?(?:其中)?[，,]?"
    rf"(?P<names>[^\d，,；;：:（）()]{{1,40}}?)(?P<each>各)?(?P<value>\d+(?:\.\d+)?)(?P<unit>{UNIT})(?P<more>以上)?[、，,；;]?"
)
_QUOTA = re.compile(_ITEM)
_NAMELESS = re.compile(r"\?P<[a-z_]+>")
# Each item is atomic: a bracket of hundreds of digits is given up at once, not tried in every way to cut it
SPLIT = re.compile(rf"[（(](?P<items>(?>{_NAMELESS.sub('?:', _ITEM)})+)[）)]")
OPEN_SPLIT = re.compile(rf"[，,；;]?其中[：:，,]?(?P<items>(?>{_NAMELESS.sub('?:', _ITEM)}){{2,}})")
PLACE = re.compile(r".+(?:街道|办事处|管委会|开发区|新区|园区|社区|[县市区旗州镇乡村])")
_NO_NAME = re.compile(r"不|至|达|超|含|以|每|约|共|第|率|年|月")  # （不低于3次）, （含2个示范点）: no split


@dataclass(frozen=True, slots=True)
class Quota:
    """One unit's share; `label` names the total it belongs to where a bracket splits several."""

    label: str
    scope: str
    op: str
    value: float
    unit: str
    text: str


def find_split(text: str) -> tuple[int, int, tuple[Quota, ...]] | None:
    """Find the first words that split a total; gives where they stand and the shares."""
    if "（" in text or "(" in text:
        for bracket in SPLIT.finditer(text):
            quotas = _read_items(bracket["items"])
            if quotas and not any(_NO_NAME.search(quota.scope) for quota in quotas):
                return bracket.start(), bracket.end(), quotas
    return _find_open_split(text) if "其中" in text else None


def _find_open_split(text: str) -> tuple[int, int, tuple[Quota, ...]] | None:
    for found in OPEN_SPLIT.finditer(text):
        quotas = _read_items(found["items"])
        if all(PLACE.fullmatch(quota.scope) and not _NO_NAME.search(quota.scope) for quota in quotas):
            return found.start(), found.end(), quotas
    return None


def _read_items(items: str) -> tuple[Quota, ...]:
    quotas: list[Quota] = []
    label = ""
    for item in _QUOTA.finditer(items):
        label = item["label"] or label
        names = item["names"].split("、") if item["each"] else [item["names"]]
        op = ">=" if item["more"] else "="
        quotas += [
            Quota(label, name.strip("、 "), op, float(item["value"]), item["unit"], item[0].rstrip("、，,；;"))
            for name in names
        ]
    return tuple(quotas)


def share_totals(quotas: Sequence[Quota], totals: Sequence[DraftTarget]) -> list[DraftTarget]:
    """Make each share a target of its own, named and dated like the total that it is part of."""
    return [_as_share(quota, _find_total(quota, totals)) for quota in quotas]


def _as_share(quota: Quota, total: DraftTarget | None) -> DraftTarget:
    indicator, by = (total.indicator, total.by) if total else (quota.label, None)
    return DraftTarget(indicator, quota.op, quota.value, quota.unit, by=by, scope=quota.scope, text=quota.text)


def _find_total(quota: Quota, totals: Sequence[DraftTarget]) -> DraftTarget | None:
    same_unit = [total for total in totals if total.unit == quota.unit]
    labelled = [total for total in same_unit if quota.label and quota.label in total.indicator]
    return (labelled or same_unit)[-1] if same_unit else None


def check_sums(quotas: Sequence[Quota], totals: Sequence[DraftTarget]) -> list[Problem]:
    """Ask where the shares do not add up to the total they split."""
    groups: dict[str, list[Quota]] = {}
    for quota in quotas:
        groups.setdefault(quota.label, []).append(quota)
    checked = ((group, _find_total(group[0], totals)) for group in groups.values())
    return [_wrong_sum(group, total) for group, total in checked if total and not _adds_up(group, total)]


def is_split_by(quotas: Sequence[Quota], quantity: Quantity) -> bool:
    """Tell whether the shares are those of this figure."""
    return {quota.unit for quota in quotas} == {quantity.unit} and _adds_up(quotas, quantity)


def _adds_up(group: Sequence[Quota], total: DraftTarget | Quantity) -> bool:
    shares = sum(quota.value for quota in group)
    return isclose(shares, total.value) or (shares < total.value and any(quota.op == ">=" for quota in group))


def _wrong_sum(group: list[Quota], total: DraftTarget) -> Problem:
    shares = sum(quota.value for quota in group)
    message = f"目标“{total.text}”的分解合计为{shares:g}{total.unit}，与总数{total.value:g}{total.unit}不一致，请核对"
    return Problem("target-split-sum", "targets", message)
