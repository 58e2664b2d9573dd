"""The words around a quantity: its own words, what is counted (indicator), and whose share it is (scope).

    确保每个街道至少开展2次应急演练      -> 应急演练, scope 每个街道
    2025年底新建改造口袋公园12处         -> 口袋公园
    改造后小区物业管理覆盖率达到95%      -> 改造后小区物业管理覆盖率

An indicator is typed by people, so it is a short noun: without date, verb and comparison, never cut inside a word.
"""

from __future__ import annotations

import re

from wuye_cli.importing.fields.dates import DATE
from wuye_cli.importing.fields.quantities import Quantity

CLAUSE_MARKS = re.compile(r"[，,。；;：:！]")
_NOUN_END = re.compile(r"[，,。；;、：:（(）)\s]")
_SMALL_BRACKET = re.compile(r"^[（(][^（()）]{1,3}[）)](?=[\u4e00-\u9fff])")  # 4个（近）零碳园区
_ASIDE = re.compile(r"[（(][^（()）]*[，,][^（()）]*[）)]|^\s*[（(]\d{1,2}[）)]")  # （包括物业管理委员会，下同）
_DATE = re.sub(r"\?P<[a-z_]+>", "?:", DATE.pattern)
# 到2025年底, 4月底前, （10月底前）; a noun that begins with 底 keeps it: 2025年底册完整率
_DATED = re.compile(
    rf"(?:[（(](?:{_DATE})[之以]?前[）)]|“?十[一-九]五”?(?:时期|期间|末)|(?<!\d)[一二三四五\d]年内"
    rf"|(?:到|至|于|截至)?(?:{_DATE})(?:[底末](?!册|数[^量]|层|线(?!上)|板|盘))?(?:之前|以前|前|内|止)?)"
)
_BASELINE = re.compile(  # 较2023年, 同比, 由80%
    rf"(?:同比|相比|较|(?<!占)(?<!百分)比|与)+(?:(?:{_DATE})|[上去]一?年度?)(?:同期|相比)?|同比|年均(?=增|提|下降)|(?:由|从)[^，,。；;]{{0,4}}\d.*$"
)
_OFTEN = re.compile(r"每个?(?:年|半年|季度|季|月|周|日)")
# 农村公路5条: a verb before the noun is no part of the indicator; 改造户数, 培训基地 are whole nouns
_VERB = (
    "打造|建成|建设|投用|培育|新建|新增|净增|完成|创建|开展|组织|引进|招引|引育|引入|植入|形成|落地|举办|开放|推出|发布|制定|改造|改扩建|改建|扩建|新改扩?建|开工"
    "|建立|挖掘|汇聚|集聚|配备|配建|配套|加装|腾出|腾退|设立|认定|培训|整治|规范|实现|推广|推行|实施|启动|带动|争创|组建|投放|发放|编发|安装|增设|召开|办好"
    "|提升|盘活|评选|选派|派驻|安排|表扬|签订|储备|筹集|筹建|接入|打通|联系|更新|研究提出|辐射|引导"
)
_WHOLE = (
    "(?!率|化|性|型|式|员|者|后|区|用地|户数|面积"
    "|(?:会|日|基地|项目|工程|活动|任务|工作|班|计划|方案|行动|平台|机构|点位?|量|人?数)$)"
)
_PUSH = "推动|推进|加快|提高|确保|力争|落实|保持|带动|支持|引导|鼓励|拥有"
_LEAD_IN = (
    "同时|其中|并|积极|争取|全面|累计|全年|分别|共计?|再|各(?=发布|完成|新)|计划|预计|原则上|持续|年内|当年|首批|一批"
    r"|全[省市县区镇](?=组织|开展|完成|建成|新)|[一二三四五六]是|[一二两三四五]年(?=培训|完成|新增|建成|累计)|为(?![民农])|对(?![外口接标象])|将(?=.{4})"
)
_COUNTED_HEAD = re.compile(rf"^(?:(?:{_LEAD_IN}|{_PUSH}|(?:{_VERB})(?:[（(](?:{_VERB})[）)])?{_WHOLE})[、和及或]?)+")
_MEASURED_HEAD = re.compile(rf"^(?:{_LEAD_IN}|{_PUSH}|完成(?!率))+")
# What is measured rather than counted: its verbs are part of the noun
MEASURED = re.compile(r"(?:率|比例?|占比|比重|度|量|数|规模|值|额|面积|时间|时限|时长|周期|价格|浓度|能力|水平|收入)$")
# 日处理能力200吨[的处理厂]1座: the size of each, before the count of them
_SIZE = re.compile(r"(?:能力|规模|容量|面积|库容|里程|长度)$")
_SIZE_OF_COUNTED = re.compile(r"(?:以上)?的[^，,。；;、\d]{2,}")
_SUBJECT = re.compile(rf"^.{{2,}}?(?:签订|打造|培育|举办|召开|开展|组织|完成){_WHOLE}(?=.{{2}})")  # 各村签订责任书
_TAIL = re.compile(
    r"(?:下达|达到|达|实现|做到|为|至|到|不低于|不少于|至少|超过|超|突破|控制在|落实|以上|增加到|≥|>|开展|完成|均|各|按照?|分别|总体|原则上|年度|累计|约|近|：|:)+$|的$"
)
_OBJECT = re.compile(r"^.*(?:实现|做到)(?=.{2})")  # 改造后小区实现物业服务[全覆盖]
_DELTA = re.compile(r"增长|下降|降低|减少|压减|压降|提升|提高|上升")
_BEHIND = re.compile(
    r"(?:全部|均|都)?(?:提供|开展|实施|进行|实行|上线|投入|参与|纳入|接入|予以|用于|配建|享受|接受)"
)  # 500名老人提供服务
_PLACE = "[主老新]?城区|县城|市区|乡镇|农村|城镇|城市"
_AND = ("和", "及", "与")  # 2万人和3万人
_JOINED = re.compile(r"(?<=.)(?:以?及|[和与])(?:不少于|不低于|至少|约)?$")  # 6所医院和[8所学校]
# 其中城区达到85%: whose share, and no indicator
_NO_NOUN = re.compile(rf"{_DELTA.pattern}|{_PLACE}|覆盖|服务|{'|'.join(_AND)}")
# 每个街道至少开展2次: scope 每个街道; but 每年 is none, and 每千人口托位数 is an indicator
_EACH = re.compile(
    r"(?P<scope>每(?![年季月周天日次半百千万一二三四五六七八九]|个[月季])[^，,。；;\d每]{1,25}?)"
    r"(?=每年|每季|每月|每半年|至少|不少于|不低于|配备|发放|开展|培训|建成|建设|完成|评选|联系|[拥要建]?有|\d|$)"
)
# 东城区改造20个: scope 东城区; but 全市 is none, neither is 老旧小区, nor the last of 东城区、西城区改造20个
_PLACE_SIGN = re.compile("[省市县区旗镇城村]")  # what says where prints one of these
_WHERE = re.compile(
    rf"(?:^|(?<![县区旗市])、)(?:其中)?[为对在给向]?(?P<scope>(?:{_PLACE})(?=达|不|至|超|为|\d)|(?!全|其|我|本|各|三区|[主老新]?城区|中心|[为对在给向]|{_VERB})[\u4e00-\u9fff]{{1,5}}"
    r"(?:[省县旗]|(?<![城超夜股门上都菜])市|(?<![小专片园社景校灾库山地牧辖户])区|(?<![城乡集市])镇))"
    r"(?=打造|建成|建设|培育|新增|完成|创建|改造|不少于|不低于|至少|达到|\d|$)"
)


def find_clause(sentence: str, quantity: Quantity) -> str:
    """Give the words around the quantity, from comma to comma."""
    end = CLAUSE_MARKS.search(sentence, quantity.end)
    return sentence[_clause_start(sentence, quantity) : end.start() if end else len(sentence)].strip()


def find_own_words(sentence: str, quantity: Quantity, since: int, until: int) -> str:
    """Give the words of this quantity alone, where its clause holds several: 建成5个站、20个点."""
    mark = CLAUSE_MARKS.search(sentence, quantity.end)
    end = mark.start() if mark else len(sentence)
    if until < end:
        parting = re.search("、|和|及(?!以)|$", sentence[quantity.end : until])
        end = quantity.end + parting.start() if parting and parting[0] else _noun_start(sentence, quantity.end, until)
    start = _clause_start(sentence, quantity)
    if since > start:
        parting = re.search("、|和|及(?!以)", sentence[since : quantity.start])
        start = since + parting.end() if parting else _noun_start(sentence, since, quantity.start)
    return sentence[start:end].strip("、 ")


def _noun_start(sentence: str, since: int, until: int) -> int:
    """Where the words of the next quantity begin when no mark parts them: 达到60%|2025年底达到80%."""
    dated = _DATED.search(sentence, since, until)
    return dated.start() if dated else since


def _clause_start(sentence: str, quantity: Quantity) -> int:
    return quantity.start - len(CLAUSE_MARKS.split(sentence[: quantity.start])[-1])


def find_indicator(sentence: str, quantity: Quantity, since: int, until: int) -> str:
    """Name what is counted: the noun behind a counted number, else the words before it.

    `since` and `until` are where the quantities beside it end and begin.
    """
    before = find_noun(sentence[since : quantity.start])
    is_size = until < len(sentence) and _SIZE_OF_COUNTED.fullmatch(sentence, quantity.end, until)
    if is_size and _SIZE.search(before):
        return _COUNTED_HEAD.sub("", before)
    if quantity.unit.startswith(("%", "‰")):
        return before or (_find_behind(sentence, quantity, until) if sentence.startswith("的", quantity.end) else "")
    return _find_behind(sentence, quantity, until) or before


def _find_behind(sentence: str, quantity: Quantity, until: int) -> str:
    after = sentence[quantity.end : until]
    words = _JOINED.sub("", _NOUN_END.split(_SMALL_BRACKET.sub("", after))[0].removeprefix("的"))
    if words in ("内", "之内", "人民币", *_AND) or words.startswith("不"):
        return ""
    if "元" in quantity.unit and re.match(_VERB, words):
        return ""
    verb = _BEHIND.search(words)
    if verb is None:
        return words
    return words[: verb.start()] or words[verb.end() :]


def find_noun(words: str) -> str:
    """Give the noun that ends the last clause of some words, without date and verb; empty where it has none."""
    words = _ASIDE.sub("", words) if "（" in words or "(" in words else words
    clause = _BASELINE.sub("", CLAUSE_MARKS.split(words)[-1])
    pieces = (_trim(piece) for piece in reversed(_DATED.sub("\n", clause).split("\n")))
    return next((piece for piece in pieces if piece and not _NO_NOUN.fullmatch(piece)), "")


def _trim(piece: str) -> str:
    piece = _OFTEN.sub("", _EACH.sub("", piece)) if "每" in piece else piece
    words = _OBJECT.sub("", _TAIL.sub("", piece.strip(" 、,前").lstrip("（(）)"))).strip()
    if MEASURED.search(_DELTA.sub("", words)):
        return _MEASURED_HEAD.sub("", words)
    noun = _COUNTED_HEAD.sub("", _SUBJECT.sub("", _COUNTED_HEAD.sub("", words))).removeprefix("的")
    return noun if len(noun) != 1 else words


def find_scope(sentence: str, quantity: Quantity, since: int) -> str:
    """Name whose share it is: 每个街道, 东城区; empty where it is everybody's."""
    # with the end of a count before it: the noun of that (12个[乡镇]3.5万人) is no place
    clause = sentence[max(since - 1, _clause_start(sentence, quantity)) : quantity.end]
    found = _EACH.search(clause) if "每" in clause else None
    if found is None and _PLACE_SIGN.search(clause):
        found = _WHERE.search(_DATED.sub("、", clause))
    return found["scope"] if found else ""
