"""Quantities that are no aims although their clause reads like one.

奖励10万元 (money)        满意度低于80%的，约谈 (condition)      10亿元以上项目 (a class of things)
由30%提高至50% (30: before)     按40%权重计入 (weight)       现有小区320个 (what there is)      …等5个领域 (counted up)
"""

from __future__ import annotations

import re
from typing import NamedTuple

_IF = re.compile("对|凡|如|若|针对|年满|年度内|一年内")  # opens the clause
_OF_WHICH = re.compile(r"(?:(?!进行|开展|实[行施])[^，,。；;])*?的")  # 对3家企业进行全面的检查: no condition
_WHO = re.compile(r"[^，,。；;的]{0,12}的(?=[，,。；;]|$)")  # 连续3次未达标的，
# 累计违反上述2条, 连续3次; but 植被200亩
_BLAME = re.compile(r"(?:违反|违规|未按|受到|(?<![植棉地覆])被|扣|出现)[^，,。；;]{0,6}$|连续$")
_ALARM = re.compile(
    r"(?:预警|警戒|红线|约谈|问责|亮灯|黄灯|红灯|通报批评|不合格|淘汰|清退|不得(?![少低小超高多])|不予|扣\d?分|扣\d)"
)
# 低于5%为正常, 95%以上的为优秀, 达到90%评定为合格: a scale to judge by
_GRADED = re.compile(
    r"(?:的?(?:评定?|视|认定|判定|评定|记|列)?为|的?属于?)"
    r"(?:正常|(?:不|基本)?合格|达标|优秀|优良|优等|良好|较好|中等|一般|较差|极差|预警|异常|[红黄绿蓝橙][色灯牌区]|[一二三四五ABCDⅠⅡⅢⅣ]级)"
    r"(?:等次|等级|单位|企业|档次?|数?值|区间|水平|范围|线)?(?![\u4e00-\u9fff])"
)
# 超过30分钟的予以通报, 高于25米时启动响应: what is done about it says that it must not be
_SANCTION = re.compile(r"予以|给予(?:通报|处)|通报(?!率)|督办|问责|追责")
_TREATED = re.compile(r"的(?!目标|要求|任务|水平)|时(?=$|启动|立即|及时|应)|列入|纳入|取消|启动|提级")
_MONEY = re.compile(
    r"奖励|支持额度|补偿|补贴|补助|奖补|以奖代补|津贴|罚款|处罚|收费|单价|租金|首付|贴息|加分|扣分|得分|评分|分值|给予|资助|缴纳|押金|工资"
)
# 争取省级补助资金2000万元: money to come in
_RAISED = re.compile(r"(?:争取|申请|申报|筹措|筹集|到位)[^，,。；;\d]*资金[^，,。；;\d]{0,3}$")
_FUND_SIZE = re.compile(r"规模[为约]?$")  # 设立总规模50亿元的城市更新基金
_FUND = re.compile(r"的[^，,。；;、]{0,16}基金")
_RATE = re.compile(r"每(?![年季月周天日])[^，,。；;每\d]{1,6}(?:每[年月季][^，,。；;\d]{0,2})?$")  # 每人每月100元
_SINGLE = re.compile(r"单(?:个|笔|户|项|家|车|次|体|台|件)[^，,。；;\d]{0,8}$")  # 单个项目支持额度50万元
_STANDARD = re.compile(r"标准(?:为|是)?[^，,。；;]{0,6}$")  # 监测标准为7500元
# 可按不高于合同金额的30%，给予…补助: a share of what was paid
_OF_COST = re.compile(r"(?:金|额|费用|成本|投入|支出|利息|合同价款?|总价)的?$")
_PAID = re.compile(r"[^。；;]{0,40}(?:给予|予以)[^。；;]{0,20}(?:补|奖|贴息|资金|支持|元)")
_COUNT = re.compile(r"\d[个台套座家栋条辆间部艘所处]$")  # 134个[30kW]机柜
# 使用50公斤“气液双相”气瓶: the size of a thing in use
_IN_USE = re.compile(r"(?:使用|采用|选用|规格为?)$")
_SIZE_IN_USE = re.compile(r"公斤|千克|kg|升|吨|米|毫米|平方米|瓦|千瓦|寸")
# 10亿元以上项目, 160千瓦及以下小微企业, 3岁以下婴幼儿: what is measured so is a class of things
_MEASURE = re.compile(
    r"(?:万亿|亿|万|千|百)?(?:(?P<size>[美欧港日]?元|千瓦|兆瓦|kW|KW|MW|岁|蒸吨(?:/小时)?)|平方米|㎡|吨|米|天|小时)"
)
# 3000人以上社区, 2000平方米以上场馆3个: the size of what is meant, before the count of it
_SIZE = re.compile(r"(?:万|千|百)?(?:人|户|张|平方米|㎡|亩|吨|米)")
_SIZED = re.compile(
    r"的?[^，,。；;、\d（(]{0,4}(?:社区|小区|乡镇|镇街|街道|(?<!农)村|单位|机构|场所)(?!干部|居民|业主|民|医|工作者|书记)|的?[^，,。；;、\d（(]{2,8}\d+(?:个|家|所|处|座|支|栋|片|块|项)"
)
# 消除56人以上大班额, 退出9万吨/年以下矿山: a size of what there is already
_KIND = re.compile(
    r"(?:万|千|百)?(?:人|户|张|床|平方米|㎡|平方公里|立方米|亩|公顷|蒸吨|吨|米|公里|千伏|千瓦|兆瓦)(?:/(?:年|日|天|小时))?"
)
_DONE_TO = re.compile(
    "(?:消除|化解|关闭|关停|退出|淘汰|取缔|撤并|拆除|清理|清查|排查|摸排|普查|巡查|检查|抽查|监管|监测|走访|鉴定|涉及|所有|全部"
    "|各类|部分|对|将|在)(?:所有|全部|各类|现有|辖区|全[省市县区]|[省市县区]内)*$"
)
# 30户以上自然村垃圾收运设施覆盖率达95%, 20户以上自然村5G网络全覆盖: whose share it is
_SHARE_OF = re.compile(r"(?:[^，,。；;、\d]|\dG){2,}?(?:(?:率|比[例重])[^，,。；;、\d]{0,6}\d|全覆盖)")
# 流域面积50平方公里以上河流; but 新增建筑面积5万平方米以上 is an aim
_EXTENT = re.compile(
    r"(?<!新增)(?<!新建)(?<!完成)(?<!改造)(?<!建成)(?:流域|集水|汇水|集雨|建筑|占地|水面|营业|经营)(?:总?面积)[为在达]?$"
)
_SEATS = re.compile(r"(?:床位|座位|车位|泊位)以[上下]的?[\u4e00-\u9fff]")  # 50张床位以上的养老院
_UNMET = ("未", "没有", "不能")  # 整改率未达到100%的
# 实施14项重点任务: the plan counts itself
_OWN_PARTS = ("实施", "推进", "开展", "提出", "明确", "部署", "落实", "聚焦", "围绕", "抓好")
_PARTS = re.compile(r"(?:重点|主要|具体|专项)?(?:任务|举措|措施)")
_NOUN = re.compile(r"的?(?!并|且|和|及|与|用于|确保|争取|力争|人民币|持续|稳步|稳定|保持)[\u4e00-\u9fff“]")
_DONE = ("建设", "改造", "新建", "完成", "整治", "拆除", "建成", "新增", "投入", "盘活", "收储")
_BY_STANDARD = re.compile(r"[^，,。；;\d]{0,8}的标准|标准")  # 按每百户配备1名保安的标准
_BY = re.compile(r"按照?[^，,。；;]*$")
_BASELINE = re.compile(r"(?:由|从)[^，,。；;\d]{0,4}$")
_RISE = re.compile(r"[^，,。；;\d]{0,4}(?:提|增|升|降|压|减|缩|扩|拓|上涨)[^，,。；;\d]{0,4}\d")  # 由30%以上提高至40%
_HAVE = re.compile(
    r"(?:现有|共有|原有|目前|涉及|包括|包含|分为|截至|已[^，,。；;]{0,6}|上述|占全|(?<!理)由|总投资)[^，,。；;]{0,8}$"
)
_HAVE_REACHED = re.compile(r"(?:现有|共有|原有|目前|涉及|截至)[^，,。；;]{0,8}$|已经?$")
# 目前设备已到位，能力提升至900吨: so it is, until the sentence looks ahead: …，年底前达到80%; …，新增20个
_STATE = re.compile(
    r"(?:^|[，,；;：:（(])(?:[全我本][省市县区镇]|区域内)?(?:目前|当前|现有|现状|据(?:不完全)?统计"
    r"|[据经][^，,。；;]{0,6}(?:统计|测算|了解|调查|排查|摸[底排]|核查|普查)[，,]"
    r"|截[至止]20\d\d年[^，,。；;]{0,6}[，,](?![^。；;]*(?:达|实现|建成|完成|力争|确保)))"
)
# 近三年累计改造300个: so it was, whatever its verbs
_PAST = re.compile(
    r"(?:^|[，,；;：:（(])(?:截[至止]目前|近年来|(?:近|过去)[两二三四五六七八九十\d]+年|[^，,。；;]{2,20}以来[，,])"
)
_PRESENT_SIGN = re.compile("[目当]前|现[有状]|过去|[据经截近来]")  # what each of them holds
_AHEAD = (
    r"[；;）)]|[，,][要将拟再]|力争|争取|确保|计划|预计|目标|进一步|继续|下一步|今年|明年|20\d\d年|\d月|年[底内末]|季度"
)
_PAST_END = re.compile(_AHEAD)
_STATE_END = re.compile(
    rf"{_AHEAD}|[，,](?:[新改扩][建增]|建(?:设(?!用地)|成(?!区))|改造|完成(?!率)|开展|培育|打造|创建|整治|更[新换]|发放|组织|培训)"
)
_ABSTRACT = re.compile(
    r"(?:大|重点)?(?:领域|方面|环节|行业|部门|单位|地|市|区|县|方向|内容|板块|系列|要素|类型|事项|场合)"
)

# 4个结构性指标均实现…: what is spoken of is counted, and nothing is to be as many
_SPOKEN_OF = re.compile(r"大?[^，,。；;、\d]{0,6}?(?:指标|领域|方面|环节|维度|板块|要素)(?:均|都|全部|全面|同步|分别)")

_CLAUSE_MARK = re.compile("[，,。；;]")

OPERATORS = ("least", "most", "over", "under", "reach")  # the groups of a comparison, at most one of them matches


class _Figure(NamedTuple):
    """A quantity as matched; `before` and `after` are the words of its clause, `operator` its comparison."""

    match: re.Match[str]
    unit: str
    operator: str
    before: str
    after: str

    @property
    def rest(self) -> str:
        """The words behind it, to the end of the sentence."""
        return self.match.string[self.match.end() :]

    def has(self, *operators: str) -> bool:
        return self.operator in operators


def is_no_aim(sentence: str, match: re.Match[str]) -> bool:
    """Tell a quantity that sets no figure to reach."""
    operator = next((name for name in OPERATORS if match[name] is not None), "")
    before = _CLAUSE_MARK.split(sentence[: match.start()])[-1]
    after = _CLAUSE_MARK.split(sentence[match.end() :], maxsplit=1)[0]
    figure = _Figure(match, match["unit"], operator, before, after)
    says_what_is = _is_class(figure) or _is_baseline(figure) or _is_stock(figure) or _is_listed(figure)
    return says_what_is or _is_condition(figure) or _is_alarm(figure) or _is_money(figure) or _is_weight(figure)


def _is_condition(figure: _Figure) -> bool:
    if figure.has("under") and figure.after.startswith("的"):  # 低于90%的村
        return True
    if figure.has("reach") and figure.before.endswith(_UNMET):
        return True
    if _IF.match(figure.before) and _OF_WHICH.match(figure.after):
        return True
    return bool(_BLAME.search(figure.before) or (_WHO.match(figure.after) and not figure.has("least")))


def _is_alarm(figure: _Figure) -> bool:
    if _GRADED.match(figure.after):
        return True
    if figure.has("least", "reach"):
        return False
    words = figure.rest if figure.has("under") else figure.after
    bounded = figure.has("over") or figure.match["after"] is not None
    return bool(
        _ALARM.search(words)
        or (bounded and _SANCTION.search(figure.after))
        or (figure.has("over", "under") and _TREATED.match(figure.after))
    )


def _is_money(figure: _Figure) -> bool:
    """Tell prices, subsidies and fines by the words of the clause; a ceiling (最高30万元) by those of the sentence."""
    if "%" not in figure.unit and "元" not in figure.unit:
        return False
    if _RAISED.search(figure.before):
        return False
    if _OF_COST.search(figure.before) and _PAID.match(figure.rest):
        return True
    in_sentence = "元" in figure.unit and figure.has("most")
    if _MONEY.search(figure.match.string if in_sentence else figure.before + figure.after):
        return True
    return "%" not in figure.unit and (_is_of_thing(figure) or _is_price(figure))


def _is_of_thing(figure: _Figure) -> bool:
    """Tell the money that describes a thing (10亿元的项目) from the size that a fund is to have."""
    return figure.after.startswith("的") and not _is_fund(figure)


def _is_fund(figure: _Figure) -> bool:
    return _FUND_SIZE.search(figure.before) is not None and _FUND.match(figure.after) is not None


def _is_price(figure: _Figure) -> bool:
    if figure.has("least", "reach", "most"):
        return "元/" in figure.unit and not figure.has("most")
    is_rate = any(words.search(figure.before) for words in (_RATE, _SINGLE, _STANDARD)) or figure.after.startswith(
        "标准"
    )
    return "元/" in figure.unit or is_rate


def _is_class(figure: _Figure) -> bool:
    """Tell the size or the age of what is meant from what is to be reached."""
    if _SEATS.match(figure.after) or _is_kind(figure) or _is_size_of_one(figure):
        return True
    if _is_fund(figure) or figure.has("least", "reach") or not _NOUN.match(figure.after):
        return False
    bounded = figure.has("over") or (figure.match["after"] or "").endswith(("以上", "以下"))
    if bounded and (_EXTENT.search(figure.before) or (_SIZE.fullmatch(figure.unit) and _SIZED.match(figure.after))):
        return True
    measure = _MEASURE.fullmatch(figure.unit)
    if measure is None or not (bounded or figure.unit == "岁"):
        return False
    return measure["size"] is not None or not figure.before.endswith(_DONE)


def _is_size_of_one(figure: _Figure) -> bool:
    """Tell how big each thing is that is used or counted: 使用50公斤气瓶, 部署134个30kW机柜."""
    if _COUNT.search(figure.before) and _NOUN.match(figure.after):  # but 改造221个3万户
        return (_KIND.fullmatch(figure.unit) or _MEASURE.fullmatch(figure.unit)) is not None
    return _IN_USE.search(figure.before) is not None and _SIZE_IN_USE.fullmatch(figure.unit) is not None


def _is_kind(figure: _Figure) -> bool:
    bound = figure.match["after"] or ""
    if not bound.endswith(("以上", "以下")) or not _NOUN.match(figure.after):
        return False
    if figure.operator and figure.match["reach"] != "实现":  # 实现600米以下信号覆盖 reaches no 600米
        return False
    if _SHARE_OF.match(figure.after):
        return "%" not in figure.unit and not figure.before.endswith(_DONE)
    is_size = _KIND.fullmatch(figure.unit) is not None
    return is_size and (bound.endswith("以下") or _DONE_TO.search(figure.before) is not None)


def _is_baseline(figure: _Figure) -> bool:
    return _BASELINE.search(figure.before) is not None and _RISE.match(figure.after) is not None


def _is_weight(figure: _Figure) -> bool:
    """Tell a weight or a standard by which something is done: 按40%权重, 按每户不低于2平方米的标准."""
    is_share = figure.unit == "%" and figure.before.endswith(("按", "按照")) and not figure.has("least")
    return (
        is_share
        or figure.after.startswith(("权重", "的权重"))
        or (_BY_STANDARD.match(figure.after) is not None and _BY.search(figure.before) is not None)
    )


def _is_stock(figure: _Figure) -> bool:
    if figure.has("least", "most"):
        return False
    is_nearly = figure.unit == "%" and figure.before.endswith("近")  # 占比近30%
    if is_nearly or _tells_present(figure.match.string, figure.match.start()):
        return True
    return (_HAVE_REACHED if figure.has("reach", "over") else _HAVE).search(figure.before) is not None


def _tells_present(sentence: str, at: int) -> bool:
    """Tell a place up to which a sentence describes what there is: 据统计，每日垃圾近[200吨]."""
    if not _PRESENT_SIGN.search(sentence):
        return False
    return any(
        found.end() <= at and not end.search(sentence, found.end(), at)
        for begin, end in ((_STATE, _STATE_END), (_PAST, _PAST_END))
        for found in begin.finditer(sentence)
    )


def _is_listed(figure: _Figure) -> bool:
    bracketed = figure.before.endswith(("（", "(")) and figure.after.startswith(("）", ")"))
    if figure.unit == "项" and figure.before.endswith(_OWN_PARTS) and _PARTS.match(figure.after):
        return True
    if not figure.has("least", "most") and _SPOKEN_OF.match(figure.after):
        return True
    return bracketed or bool(figure.before.endswith("等") and _ABSTRACT.match(figure.after))
