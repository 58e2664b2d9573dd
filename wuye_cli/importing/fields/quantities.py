"""Quantities in running text: `50个以上`, `不低于60%`, `2~3家`, `2.4亿人次`, and which of them are no aims.

No aims are scores, prices, subsidies, alarm lines, conditions (对有3名以上党员的企业), what there is already (现有20个)
and what is only counted up (…等5个领域).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from wuye_cli.importing.fields.numerals import find_number

# Counters of several characters stand first; a lookahead tells 3组 from 3组织
_COUNTERS = (
    "个百分点|平方公里|平方千米|平方米|立方米|标准箱|千瓦时|人次|户次|家次|场次|件次|批次|车次|辆次|课时|学时|公里|千米|公顷|"
    "千瓦|兆瓦|千克|公斤|㎡|亿元|万元|元|%|‰|个(?!月|工作日|小时|自然日|星期|季度|年|方面|维度|环节|角度|阶段)|家(?![庭长园])|"
    "项(?!规定|要求)|次(?![年月日])|名(?![单录称])|人(?![民员工才均群口])|户(?![籍外])|台(?!账)|辆|套|条(?!规定|例|第|件)|"
    "类(?![型别])|件|处(?![室罚])|座|所(?![有属])|场(?![所景地])|期(?![间限末])|批(?![准复])|支(?![持出付撑])|份(?!额)|篇|"
    "部(?![委门分署])|亩|吨|米|张(?!贴)|间(?!隔)|栋|幢|片|块(?!链)|列|艘|架|头(?!部)|只|株|首(?![批个次])|幅|"
    "本(?![级地市县区省年])|册|位(?![置于])|组(?![织建长成])|队(?![伍员])|堂|宗|起(?![降步草])|款(?!项)|种(?![植业])|例(?!会)|"
    "门(?!类)|枚|根|道(?!路)|面(?![积向])|单(?![位元])|店(?!铺)|校|村(?![民级])|镇|街|班|箱|车(?![辆位站间库])|轮|具|"
    "(?:PFLOPS|PFlops|Pflops|EFLOPS|EFlops|MWh|GWh|kWh|KWh|MW|GW|kW|KW|TEU|km|kg|TB|PB|GB|P)(?![A-Za-z])"
)
UNIT = (
    rf"(?:万亿|亿|万|千|百)?(?:{_COUNTERS})(?:[（(](?:{_COUNTERS})[）)])?(?:/(?:(?!以[上下内])[\u4e00-\u9fff]){{1,4}})?"
)
_AT_LEAST = "不低于|不少于|不得低于|不得少于|不小于|至少|最少|≥|>=|大于等于"
_AT_MOST = "不高于|不超过|不得超过|不得高于|不大于|不多于|≤|<=|小于等于|控制在|降至|降到|下降到|压减至|压降至"
_OVER = "超过|超|突破|高于|大于|多于|＞|>"
_UNDER = "低于|少于|小于|不足|＜|<"
_REACH = "达到|达|提升至|提升到|提高至|提高到|增至|增加到|增加至|扩大到|扩大至|稳定在|保持在|实现"
OPERATOR = rf"(?:(?P<least>{_AT_LEAST})|(?P<most>{_AT_MOST})|(?P<over>{_OVER})|(?P<under>{_UNDER})|(?P<reach>{_REACH}))"
_VALUE = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
_CHINESE = r"[一二两三四五六七八九十]{1,3}"
_QUANTITY = re.compile(
    rf"(?:{OPERATOR}[到至在为]?[^，,。；;、\d（()）“”]{{0,6}}?)?(?:(?P<value>(?<![\d.A-Za-z第+×:：/-]){_VALUE})"
    rf"(?:%?[-—–~～至到](?P<max>{_VALUE}))?|(?<=[^第])(?P<chinese>{_CHINESE}))"
    rf"(?P<unit>{UNIT}|(?:万亿|亿|万)(?=[，,。；;、]|以上|$))(?P<after>(?:及|或)?以上|(?:及)?以下|以内|左右)?"
)
# at least 3AAA级企业, 组建率达到60, 比例不低于30以上: the counter or the % is lost
_BARE_END = r"(?=以上|以下|以内|左右|的|[，,。；;、）)]|$)"
_UNIT_LOST = re.compile(
    rf"(?:(?P<counted>{_AT_LEAST})[^，,。；;、\d]{{0,6}}(?P<count>\d+)(?=[A-Z]+级?[\u4e00-\u9fff]|[\u4e00-\u9fff]*(?:企业|公司)))"
    rf"|(?:率|比例|占比|比重|满意度|覆盖面?|增速|增长|下降|{_REACH}|{_AT_LEAST}|{_OVER})[至到为]?"
    rf"(?P<rate>(?<![\d.])\d{{1,3}}(?:\.\d+)?){_BARE_END}"
)
_AIM_VERB = re.compile(
    "打造|建成|建设|培育|新增|新建|完成|创建|开展|组织|引进|引育|招引|引入|形成|发展|落地|举办|开放|覆盖|实现|推出|发布|制定|出台|改造|"
    "开工|建立|挖掘|汇聚|服务|开发|布设|布局|选树|评选|争取|争创|推广|带动|配备|设立|命名|认定|招聘|培训|扶持|整治|规范|提升|升级|培养|"
    "引导|构建|归集|纳入|投放|更新|安装|增设|增加|减少|建造|筹集|筹建|开通|绘制|编制|签约|入库|办理|解决|清理|清退|召开|推进|实施|推动|"
    "办好|联动|检查|抽查|走访|选派|组建|储备|孵化|遴选|征集|攻关|突破|申报|获批|试点|应用|辐射|打通|治理|销号|拆除|修复|种植|造林|复垦|达到|"
    "落实|确保|力争|发放|处置|受理|化解|评定|示范|创成|树立|巡查|演练|宣传|宣讲|慰问|帮扶|救助|安置|供应|销售|转化|授权|登记|投资"
)
_HAVE = re.compile(
    r"(?:现有|共有|原有|目前|涉及|包括|包含|分为|截至|已[^，,。；;]{0,6}|上述|占全|由|总投资)[^，,。；;]{0,8}$"
)
_SUMMED_UP = re.compile(r"等$")
_ABSTRACT = re.compile(
    r"(?:大|重点)?(?:领域|方面|环节|行业|部门|单位|地|市|区|县|方向|内容|板块|系列|要素|类型|事项|场合)"
)
_IF = re.compile(r"(?:^|[，,。；;])(?:对于?|凡|如|若|针对|年满|年度内|一年内)[^，,。；;]*$")
_OF_WHICH = re.compile(r"[^，,。；;]*?的")
_WHO = re.compile(r"[^，,。；;的]{0,12}的(?=[，,。；;]|$)")  # 连续3次未达标的，
_BLAME = re.compile(r"(?:违反|违规|未按|受到|被|扣|出现)[^，,。；;]{0,6}$|连续$")  # 累计违反上述2条, 连续3次
_MONEY = re.compile(
    r"奖励|补贴|补助|奖补|以奖代补|罚款|处罚|收费|单价|租金|首付|贷款|利率|加分|扣分|得分|评分|分值|给予|资助|缴纳|押金|工资"
)
_ALARM = re.compile(r"(?:预警|警戒|红线|约谈|问责|亮灯|黄灯|红灯|通报批评|不合格|淘汰|清退)")
_QUOTED = re.compile(r"《[^》]*》|“[^”]*”|〔[^〕]*〕")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit in a text; `is_sure` False where the unit had to be supplied."""

    start: int
    end: int
    op: str
    value: float
    value_max: float | None
    unit: str
    is_sure: bool = True


def find_quantities(sentence: str, *, is_cell: bool = False) -> tuple[Quantity, ...]:
    """Find the aims among the quantities of a sentence; in a cell of a target column every quantity is one."""
    quoted = [found.span() for found in _QUOTED.finditer(sentence)]
    found = [
        _read(match)
        for match in _QUANTITY.finditer(sentence)
        if not any(start < match.start("unit") < end for start, end in quoted)
        and not _is_no_aim(sentence, match)
        and (is_cell or _is_aim(sentence, match))
    ]
    lost = [_read_lost(match) for match in _UNIT_LOST.finditer(sentence)]
    return tuple(sorted([*found, *(item for item in lost if not _overlaps(item, found))], key=lambda item: item.start))


def _overlaps(item: Quantity, others: list[Quantity]) -> bool:
    return any(item.start < other.end and other.start < item.end for other in others)


def _read(match: re.Match[str]) -> Quantity:
    value = float(match["value"].replace(",", "")) if match["value"] else float(find_number(match["chinese"]) or 0)
    value_max = float(match["max"].replace(",", "")) if match["max"] else None
    return Quantity(match.start(), match.end(), _operator(match), value, value_max, match["unit"])


def _operator(match: re.Match[str]) -> str:
    after = match["after"] or ""
    if match["under"]:
        return "<"
    if match["most"] or after in ("以下", "及以下", "以内"):
        return "<="
    if match["over"]:
        return ">"
    if match["least"] or after.endswith("以上") or (match["reach"] and match["reach"] != "实现"):
        return ">="
    return "="


def _read_lost(match: re.Match[str]) -> Quantity:
    value, unit = (match["rate"], "%") if match["rate"] else (match["count"], "家")
    return Quantity(match.start(), match.end(), ">=", float(value), None, unit, is_sure=False)


def _is_no_aim(sentence: str, match: re.Match[str]) -> bool:
    before, after = sentence[: match.start()], sentence[match.end() :]
    clause = re.split(r"[，,。；;]", before)[-1] + match[0] + re.split(r"[，,。；;]", after)[0]
    conditional = bool(_IF.search(before) and _OF_WHICH.match(after)) or bool(_BLAME.search(before))
    reached = match["least"] is not None or match["reach"] is not None
    alarm = _ALARM.search(after if match["under"] else after.split("，")[0]) is not None and not reached
    price = "元/" in match["unit"] and match["most"] is None
    of_money = "元" in match["unit"] and after.startswith("的")
    return (
        conditional
        or alarm
        or price
        or of_money
        or bool(_WHO.match(after) and not match["least"])
        or bool(_MONEY.search(clause) and ("元" in match["unit"] or "%" in match["unit"]))
        or bool(_SUMMED_UP.search(before) and _ABSTRACT.match(after))
        or bool(_HAVE.search(before))
        or (before.endswith(("（", "(")) and after.startswith(("）", ")")))
    )


def _is_aim(sentence: str, match: re.Match[str]) -> bool:
    """Tell an aim by its comparison, its %, or the verb of its clause."""
    before, after = sentence[: match.start()], sentence[match.end() :]
    if match["under"] and not match["unit"].startswith("%"):
        return False
    compared = any(match[name] for name in ("least", "most", "over", "reach")) or match["after"] is not None
    if match["chinese"]:
        return match["least"] is not None
    if compared or match["unit"].startswith(("%", "‰", "个百分点")):
        return True
    clause = re.split(r"[，,。；;]", before)[-1]
    ends_clause = not after or after[0] in "，,。；;、（("
    return _AIM_VERB.search(clause) is not None or (ends_clause and len(clause) > 1)
