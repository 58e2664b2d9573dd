"""Quantities in running text, and which of them are aims: `50个以上`, `不低于60%`, `2~3家`, `压缩至3个工作日以内`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from wuye_cli.importing.fields.no_aims import is_no_aim
from wuye_cli.importing.fields.numerals import find_number

# Counters of several characters stand first; a lookahead tells 3组 from 3组织
_COUNTERS = (
    "个百分点|平方公里|平方千米|平方米|立方米|标准箱|千瓦时|人次|户次|家次|场次|件次|批次|车次|辆次|航次|架次|列次|班次|趟次|吨次|台套|台班|课时|学时|公里|千米|公顷|"
    "千瓦|兆瓦|千伏安|千克|公斤|蒸吨|微克|毫克|斤|岁|㎡|个工作日|个自然日|工作日|个月|小时|分钟|天(?!然)|亿元|万元|[美欧港日]元|元|%|‰|个(?!月|工作日|小时|自然日|星期|季度|年|方面|维度|环节|角度|阶段)|家(?![庭长园])|"
    "项(?!规定|要求)|次(?![年月日])|名(?![单录称])|人(?![民员工才均群口])|户(?![籍外])|台(?!账)|辆|套|条(?!规定|例|第|件)|"
    "类(?![型别])|件|处(?![室罚])|座|所(?![有属])|场(?![所景地])|期(?![间限末])|批(?![准复])|支(?![持出付撑])|份(?!额)|篇|"
    "部(?![委门分署])|亩次|亩|吨标准煤|吨标煤|吨|米|张(?!贴)|间(?!隔)|栋|幢|片|块(?!链)|列|艘|架|头(?!部)|只|株|首(?![批个次])|幅|"
    "本(?![级地市县区省年])|册|位(?![置于数])|组(?![织建长成])|队(?![伍员])|对(?=[，,。；;、）)]|$)|堂|宗|起(?![降步草])|款(?!项)|种(?![植业])|例(?!会)|"
    "门(?!类)|盏|棵|眼(?![前下光里中])|口(?![岸径号之才罩腔人子])|羽|床(?![位上前])|枚|根|道(?!路)|面(?![积向])|单(?![位元])|店(?!铺)|校|村(?![民级])|镇|街|班|箱|趟|尾(?!气)|床(?![位上前铺])|峰(?![会值])|匹(?!配)|桶|杆|桩|瓶|车(?![辆位站间库])|轮|具|路(?![径面口段灯网公])|"
    "(?:PFLOPS|PFlops|Pflops|EFLOPS|EFlops|MWh|GWh|kWh|KWh|MW|GW|kW|KW|TEU|km|KM|kg|KG|m²|m³|m|TB|PB|GB|P)(?![A-Za-z])"
)
UNIT = (
    rf"(?:万亿|亿|万|千|百)?[余多+＋]?(?:{_COUNTERS})(?:[（(](?:{_COUNTERS})[）)])?"
    # 微克/立方米, 吨/月·平方公里
    r"(?:/(?:(?!以[上下内]|及以|或以|左右|(?<!小)时)[\u4e00-\u9fff]){1,4}(?:·[\u4e00-\u9fff]{1,4})?)?"
)
_AT_LEAST = "不低于|不少于|不得低于|不得少于|不小于|至少|最少|≥|>=|大于等于"
_AT_MOST = (
    "不高于|不超过|不得超过|不得高于|不大于|不多于|≤|<=|小于等于|控制在"
    r"|(?:进入|位居|位列|跻身)[^，,。；;、\d]{0,8}?前(?=[\d一二三四五六七八九十])"  # a rank: 进入全省前10名
    "|(?:下降|压减|压降|压缩|缩短|缩减|减少|降低|精简|提速|优化|降|减|压)[至到为]|(?:(?<=时限)|(?<=时间))[至到]"
)
_OVER = "超过|超|突破|高于|大于|多于|＞|>"
_UNDER = "低于|少于|小于|不足|＜|<"
_REACH = (
    "达到|(?<![下送传表直抵])达(?!标|产|成|率)|(?:稳定|保持|维持)在?|实现"
    "|(?:提升|提高|增加|增长|扩大|扩展|拓展|上升|提|增|升)[至到]"
)
OPERATOR = rf"(?:(?P<least>{_AT_LEAST})|(?P<most>{_AT_MOST})|(?P<over>{_OVER})|(?P<under>{_UNDER})|(?P<reach>{_REACH}))"
_OF_TOTAL = r"(?:[^，,。；;、\d（()）“”]{1,10}(?:数|量|额|面积)的)?"  # 不少于辖区小区总数的30%
_VALUE = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
_CHINESE = r"[一二两三四五六七八九十][一二两三四五六七八九十百千]{0,6}"
# What no quantity begins with is passed at once; the operators alone are some fifty alternatives at every character
_BEGINS = r"(?=[\d一二两三四五六七八九十不至最大小控下压缩减降超突高多低少达稳保维实提增扩拓上升到精优进位跻≥≤＞＜><])"
_QUANTITY = re.compile(
    rf"{_BEGINS}(?:{OPERATOR}[到至在为]?[^，,。；;、\d（()）“”]{{0,6}}?{_OF_TOTAL})?"
    rf"(?:(?P<value>(?<![\d.A-Za-z第+×/-])(?<!\d[:：])(?<!进度[:：])(?<!进展[:：]){_VALUE})"
    rf"(?:(?:%|(?P<twice>[万亿千百]?[\u4e00-\u9fff㎡]{{1,3}}))?[-—–~～至到](?P<max>{_VALUE})(?(twice)(?=(?P=twice))))?|(?<![第一二两三四五六七八九十百千])(?P<chinese>{_CHINESE}))"
    rf"(?P<unit>{UNIT}|(?:万亿|亿|万)(?=[，,。；;、+＋]|以上|$))(?P<after>[+＋]|(?:及|或)?以上|(?:及)?以下|以内|左右)?"
)
# A number that is neither a date nor an ordinal, as every quantity holds one: not 2025年, 6月, 第3类
_FIGURE = re.compile(r"(?<![\d第])\d+(?![\d年月日号])|[一二两三四五六七八九十]")
# at least 3AAA级企业, 组建率达到60, 比例不低于30以上: the counter or the % is lost
_BARE_END = r"(?=以上|以下|以内|左右|的|[，,。；;、）)]|$)"
_LOST_BEGINS = r"(?=[不至最大高多超突达稳保维实提增扩拓上升下率比占满覆≥＞>])"
_UNIT_LOST = re.compile(
    rf"{_LOST_BEGINS}(?:(?:(?P<counted>{_AT_LEAST})[^，,。；;、\d]{{0,6}}(?P<count>\d+)(?=[A-Z]+级?[\u4e00-\u9fff]|(?!{UNIT}|年)[\u4e00-\u9fff]*(?:企业|公司)))"
    rf"|(?:率|比例|占比|比重|满意度|覆盖面?|增速|增长|下降|{_REACH}|{_AT_LEAST}|{_OVER})[至到为]?"
    rf"(?P<rate>(?<![\d.])\d{{1,3}}(?:\.\d+)?){_BARE_END})"
)
_MORE = re.compile("[+＋]")  # 10万+, 100+家
_AIM_VERB = re.compile(
    "打造|建成|建设|培育|新增|新建|完成|创建|开展|组织|引进|引育|招引|引入|形成|发展|落地|举办|开放|覆盖|实现|推出|发布|制定|出台|改造|"
    "改建|扩建|腾出|腾退|支持|开工|建立|挖掘|汇聚|服务|开发|布设|布局|选树|评选|争取|争创|推广|带动|配备|设立|命名|认定|招聘|培训|扶持|整治|规范|提升|升级|培养|"
    "引导|构建|归集|纳入|投放|更新|安装|增设|增加|减少|建造|筹集|筹建|开通|绘制|编制|签约|入库|办理|解决|清理|清退|召开|推进|实施|推动|"
    "办好|联动|检查|抽查|走访|选派|组建|储备|孵化|遴选|征集|攻关|突破|申报|获批|试点|应用|辐射|打通|治理|销号|拆除|修复|种植|造林|复垦|达到|"
    "选拔|选聘|招收|招录|轮训|参加|资助|建有|提供|惠及|吸纳|采购|购置|配置|更换|维修|排查|摸排|核查|筛查|检测|鉴定|疏浚|清淤|搬迁|栽植|编写|"
    "集聚|吸引|邀请|选择|选取|督促|指导|部署|划定|选定|布置|投用|添置|添加|植入|引种|收储|盘活|收回|消除|关停|淘汰|救援|接种|创评|评审|申请|授予|录制|刊发|播出|撰写|"
    "落实|确保|力争|发放|处置|受理|化解|评定|示范|创成|树立|巡查|演练|宣传|宣讲|联系|结对|包联|慰问|帮扶|救助|安置|供应|销售|转化|授权|登记|投资"
)
_DURATION = re.compile(r"个?(?:工作|自然)日|个月|小时|分钟|天")  # an aim where something gets as short, or as long
_SUPPLY = re.compile(r"的?[^，,。；;\d]{0,6}(?:供应|用|消费|消耗|需求)量|的?[^，,。；;\d]{0,4}需求")  # 10至15天供应量
_TIMES = re.compile(r"(?:天数|时长|时数)[^，,。；;]{0,4}$")
# 为全区500名老人提供…, 对其中的约24公里进行…; but 在3名业主见证下开展…
_FOR = re.compile(
    r"(?:为|对|给|向|与|在|帮助|深入)(?:其中的?|剩余的?|[^，,。；;、\d]{0,4}条件的|[^，,。；;、\d]{0,6}[省市县区镇乡内])?约?$"
)
_FOR_WHOM = re.compile(
    r"(?![^，,。；;]{0,4}(?:专班|成员单位|工作组|小组|部门))[^，,。；;]{0,24}(?<![下前后中])"
    r"(?:提供|办理|解决|发放|配备|安装|减免|开展|实施|实现|免费|体检|实行|推行|推广|试[点行]|设立|设置|布设|加装|修复|改造|整治|检查|评估|鉴定|就业|创业|增收"
    r"|进行(?!通报|批评|约谈|问责|(?:行政)?处罚|警示|曝光|表彰|奖励|排名))"
)
# 建成20个驿站，[5座公园]: one verb for both
_LINK = re.compile(r"(?:[^，,。；;\d（）]|（[^（）]*）)*(?:[，,、]|和|及|与)")
_TOLD = re.compile(r"[^，,。；;\d]{0,8}(?:正在|已|尚|未|仍|各|分别)")  # 5个小区正在施工
WORDS_FOR_NAMES = 10  # a number up to this in Chinese words is part of a name as often as a count
_ROUNDED = re.compile("[余多+＋]")  # 1.5万余户, 100万+人次
_MARK = re.compile("[，,。；;]")
_QUOTED = re.compile(r"《[^》]*》|“[^”，。；]*”|〔[^〕]*〕")  # a name or a slogan; a sentence may be quoted, too


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
    if not _FIGURE.search(sentence):
        return ()
    found = [_read(match) for match in _find_aims(sentence, is_cell=is_cell)]
    lost = [_read_lost(match) for match in _UNIT_LOST.finditer(sentence)]
    if not lost:
        return tuple(found)
    found += [item for item in lost if not _overlaps(item, found)]
    return tuple(sorted(found, key=lambda item: item.start))


def has_quantity(sentence: str) -> bool:
    """Tell whether `find_quantities` would find any."""
    if not _FIGURE.search(sentence):
        return False
    return any(_find_aims(sentence, is_cell=False)) or _UNIT_LOST.search(sentence) is not None


def _find_aims(sentence: str, *, is_cell: bool) -> Iterator[re.Match[str]]:
    quoted = tuple(found.span() for found in _QUOTED.finditer(sentence))
    before: re.Match[str] | None = None
    for match in _QUANTITY.finditer(sentence):
        if quoted and any(start < match.start("unit") < end for start, end in quoted):
            continue
        may_be_aim = (is_cell and not match["chinese"]) or _is_aim(sentence, match, before)
        if may_be_aim and not is_no_aim(sentence, match):
            yield match
            before = match


def _overlaps(item: Quantity, others: list[Quantity]) -> bool:
    return any(item.start < other.end and other.start < item.end for other in others)


def _read(match: re.Match[str]) -> Quantity:
    value = float(match["value"].replace(",", "")) if match["value"] else float(find_number(match["chinese"]) or 0)
    value_max = float(match["max"].replace(",", "")) if match["max"] else None
    unit = _ROUNDED.sub("", match["unit"])
    return Quantity(match.start(), match.end(), _operator(match), value, value_max, unit)


def _operator(match: re.Match[str]) -> str:
    after = match["after"] or ""
    if match["under"]:
        return "<"
    if match["most"] or after in ("以下", "及以下", "以内"):
        return "<="
    if match["over"]:
        return ">"
    is_more = match["least"] or after.endswith("以上") or _MORE.search(match["unit"] + after)
    return ">=" if is_more or match["reach"] not in (None, "实现") else "="


def _read_lost(match: re.Match[str]) -> Quantity:
    value, unit = (match["rate"], "%") if match["rate"] else (match["count"], "家")
    return Quantity(match.start(), match.end(), ">=", float(value), None, unit, is_sure=False)


def _is_aim(sentence: str, match: re.Match[str], earlier: re.Match[str] | None) -> bool:
    """Tell an aim by its comparison, its %, the verb of its clause, or that of the aim right before it."""
    before, after = sentence[: match.start()], sentence[match.end() :]
    if match["under"] and not match["unit"].startswith("%"):
        return False
    compared = match["least"] or match["most"] or match["over"] or match["reach"] or match["after"]
    if _DURATION.fullmatch(match["unit"]):
        return _is_length_to_reach(match, before, after)
    if match["chinese"]:
        return _is_counted_in_words(match)
    if compared or match["unit"].startswith(("%", "‰", "个百分点")):
        return True
    return _has_verb(_MARK.split(before)[-1], after) or (earlier is not None and _shares_verb(sentence, match, earlier))


def _has_verb(clause: str, after: str) -> bool:
    """Tell a count that its clause does something to, or that ends it."""
    if _AIM_VERB.search(clause) or (_FOR.search(clause) and _FOR_WHOM.match(after)):
        return True
    ends_clause = not after or after[0] in "，,。；;、（( "  # the blank is the bracket that splits it
    is_first = after[:1].isdigit() and "每" not in clause  # 幼儿园[15所]4500个学位; but 每招用1人1500元
    return (ends_clause or is_first) and len(clause) > 1


def _shares_verb(sentence: str, match: re.Match[str], earlier: re.Match[str]) -> bool:
    """Tell a count that stands in a row with the one before it: 完成100公里…改造，40万户…改造; 幼儿园15所4500个学位."""
    is_next = earlier.end() == match.start() or _LINK.fullmatch(sentence, earlier.end(), match.start())
    if earlier["reach"] or "%" in earlier["unit"] or not is_next:
        return False
    return _TOLD.match(sentence, match.end()) is None


def _is_length_to_reach(match: re.Match[str], before: str, after: str) -> bool:
    """Tell how long something may take, or how long stocks are to last (10至15天供应量), from any other duration."""
    if match["least"]:
        return _TIMES.search(before) is not None
    are_stocks = match["unit"] in ("天", "个月") and _SUPPLY.match(after)
    return bool(match["most"] or match["reach"] or are_stocks)


def _is_counted_in_words(match: re.Match[str]) -> bool:
    """Tell 不少于三次 and 十五个 from names: 三项制度, 实现两个转变."""
    if match["least"] or match["most"] or match["over"] or match["after"]:
        return True
    number = find_number(match["chinese"]) or 0
    return match["reach"] not in (None, "实现") or number > WORDS_FOR_NAMES
