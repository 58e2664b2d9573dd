"""Which sections of a plan hold tasks: the language of their headings, and of provisions about the plan itself.

一、现状分析   二、总体要求   （一）指导思想          context: says where things stand and what is aimed at
四、保障措施   五、加强组织领导和督促检查             safeguards: says how the plan is carried through
第一条 为…，制定本办法。   第九条 本办法自…起施行。    provisions: speak about the plan
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from wuye_cli.importing.fields.deadline_words import is_deadline
from wuye_cli.importing.paragraphs import find_mark

# Aims and principles are no tasks wherever they stand
_AIMS = (
    "指导思想|(?:总体|基本|主要|指导|遵循的?)(?:要求|思路|考虑|原则|构想)|工作(?:思路|原则|目标|总体要求)"
    "|(?:明确|锚定|确立)?(?:总体|总|工作|主要|发展|行动|任务|年度|预期|阶段|攻坚|改革|具体|建设|创建|整治|改造|量化|规划|活动)?"
    "目标(?:要求|指标|定位)?"
    "|主要指标|指标体系|预期(?:效果|成效|成果)"
)
# Nor is what a plan applies to, the conditions that are asked for, and what pays for it
_SCOPE = (
    "(?:适用|实施|整治|改造|工作|规划|评价|奖补|支持|检查|试点|申报|建设|覆盖)*(?:范围|对象)|(?:园区|项目|试点|示范|建设|申报)*(?:类型|定义)"
    "|(?!改善|提[升高供]|优化|落实|满足|强化|严格|规范|明确|放宽|降低|完善|创造|压实|取消)[^，。；：]{0,8}(?:企业|单位|机构|主体|对象|园区|人员)的?(?:基本|申报|准入)?(?:条件|要求|资格)"
    "|(?:项目|工程|企业|试点)?(?:实施|申报|准入|遴选|入选|评选|认定|参评|补助)(?:[和与及、]?(?:条件|标准|要求|程序|流程)){1,2}"
    "|资金(?:来源|筹措)(?:[和与及、]?(?:方式|渠道))?"
)
_OF = (
    "(?:的|我[省市县区]|全[省市县区]|发展|工作|当前|目前|前期|现有|现实|基本|总体|主要|存在|面临|取得|突出|编制|政策|出台|规划"
    "|制定|起草|实施|开展|推进|进展|国内外?|“?十[一二三四五]五”?(?:时期)?)*"
)
_CONTEXT = (
    f"{_AIMS}|总则|附则|附录|前言|引言|概述|(?:有关|其他|名词|补充|起草)?(?:说明|事项|解释)|其他|术语(?:[和与及]定义)?"
    "|(?:战略|发展)定位"
    f"|{_OF}(?:现状|形势|背景|基础|条件|情况|环境|机遇|挑战|问题|短板|不足|困难|成效|成绩|进展|趋势|概况|优势)(?:分析|研判)?"
    f"|{_OF}回顾"
    "|[^改变摸清]{0,10}现状(?:问题)?|.{0,8}形势(?:分析|研判)?|(?:.{0,4}形势|现状|背景)[和与及、](?:工作|主要)?任务"
    "|(?:充分|深刻)?认识.{0,20}(?:意义|重要性|必要性|紧迫性)|(?:重大|重要|工作)意义|(?:提高|统一)(?:思想)?认识"
    f"|{_SCOPE}|检查重点"
    "|(?:规划|实施|政策)?(?:期限|时限|有效期)"
    "|(?:编制|制定|工作|政策|法律)?依据|(?:活动|行动|工作|整治)?(?:主题|目的|时间)"
)
# 五、实施步骤   四、进度安排   三、方法步骤
STEPS = "(?:基本|具体|实施|工作|方法|推进|时间|进度|进程|阶段|步骤|行动){0,3}(?:步骤|安排|阶段|划分|进度(?:计划)?)"
_SAFEGUARDS = (
    f"(?:总体|工作|基本|有关|相关|几点|活动|行动)(?:要求|安排|部署)|{STEPS}|实施时间|时限要求"
    "|(?:领导|工作|组织)机构|(?:成立)?(?:工作)?(?:领导小组|专班)|(?:职责|责任)分工|工作(?:职责|纪律|责任)|(?:工作|实施|推进|组织)机制"
    "|(?:组织|工作|实施|要素|政策|支撑|服务|资金|经费|人才|技术|法治|制度|措施)?保障(?:措施|机制|体系|工作|支撑)?"
    "|组织(?:领导|实施|架构|推进|落实|协调|管理)|(?:统筹|沟通)?协调(?:联动|配合|机制)?|(?:工作|推进|推动)?落实|规划实施"
    "|(?:监督|督导|督查|跟踪|绩效|评估)(?:考核|检查|问效|问责|考评|评估|通报|评价)|考核(?:评价|督导|奖惩|评估|问责|问效|验收|通报)?"
    "|督促(?:检查|指导|落实)|督查(?:督办)?|责任追究|追责问责|(?:宣传|舆论)(?:引导|宣传|教育|发动|力度|氛围|工作)|信息报送|总结(?:评估|推广)"
    "|资金(?:来源|安排|筹措)|联系方式|附件"
)
_VERB = (
    "(?:切实|全面|进一步|加强|强化|健全|完善|落实|做好|抓好|狠抓|严格|严肃|明确|建立|夯实|营造|注重|突出|加大|扎实"
    "|推动|优化|提供)*"
)
_ANY = rf"(?:{_CONTEXT}|{_VERB}(?:{_SAFEGUARDS}))"
AIMS = re.compile(rf"(?:{_AIMS}|{_SCOPE})(?:[和与及、，,](?:{_AIMS}|{_SCOPE}))*")
NO_TASKS = re.compile(rf"{_ANY}(?:[和与及、，,]{_ANY})*")
# 二、相关要求   二、工作安排: all that a notice asks for may stand there
DEMANDS = re.compile("(?:工作|有关|相关|具体|主要|几点|活动)(?:要求|安排|事项)")
# 为贯彻《…》，制定本措施   本办法适用于…   本措施自…起施行   由市住建局负责解释
_PLAN = "本(?:办法|措施|若干措施|方案|意见|细则|计划|规定|政策|通知|要点|行动计划|行动方案|实施方案|工作方案)"
PROVISION = re.compile(
    f"^为.*(?:制定|制订|出台){_PLAN}|^{_PLAN}[^。]{{0,30}}"
    "(?:适用于|所称|所指|解释|施行|实施之日|有效期|执行期|为准)|(?:自|从).{2,20}起(?:施行|执行)|由.{2,30}负责解释"
)
# （三）主要任务 below 一、总体要求
TASKS = re.compile("(?:主要|重点|工作|具体|目标)任务(?:清单|分工)?")
# 一、目标任务 with nothing numbered below it: says what is aimed at, also where numbers below it would be tasks
OWN_AIMS = re.compile(
    r"(?:总体要求|指导思想|基本原则|20\d\d年|“?十[一二三四五]五”?|本?年度?|工作|主要|总体?|具体|阶段性?|发展|奋斗|创建|预期|攻坚|整治"
    "|改造|建设|行动|[近远]期|中长期|[和与及、])*"
    "(?:目标(?:[和与及、]?(?:主要|工作|重点|具体|基本)*(?:任务|重点|要求|思路|指标|原则))?"
    "|任务[和与及、]?(?:工作|主要|年度)?目标|指标任务|任务指标)"
)
# （一）动员部署阶段（3月）   第二阶段：全面推进; 义务教育阶段 is none
OWN_PHASE = re.compile(
    "第[一二三四五六1-6]阶段.*|(?:启动|动员|部署|准备|宣传|发动|摸底|调查|排查|自查|自纠|实施|推进|整治|攻坚|集中|全面|提升|巩固|总结|验收|评估"
    "|收尾|督查|督导|检查|整改|试点|推广|完善|深化|[和与及、])+阶段(?:[（(：:].*)?"
)
TOP_LEVEL = 1  # 第一章 and 一、


def holds_tasks(above: Sequence[str], heading: str, *, is_due: bool = False, is_only: bool = False) -> bool:
    """Tell whether a paragraph without units is a task by the headings over it and its own; a date makes it one.

    `heading` is that of a paragraph with nothing numbered below it; `is_due` where its words print a deadline,
    `is_only` where no other section of the document holds tasks: then its demands (二、相关要求) are the tasks.
    """
    headings = [read_bare(text) for text in (*above, heading)]
    if any(map(is_deadline, headings)):
        return True
    tops = [read_bare(text) for text in (*above, heading) if _is_top(text)] or headings[:1]
    if OWN_AIMS.fullmatch(headings[-1]) or OWN_PHASE.fullmatch(headings[-1]):
        return False
    promise = max((at for at, text in enumerate(headings) if TASKS.fullmatch(text)), default=None)
    if (
        promise is None
        and not is_due
        and any(NO_TASKS.fullmatch(top) and not (is_only and DEMANDS.fullmatch(top)) for top in tops)
    ):
        return False
    return not any(map(AIMS.fullmatch, headings[promise:]))


def is_provision(words: str) -> bool:
    """Tell a paragraph that speaks about the plan itself."""
    return PROVISION.search(words.split("。", maxsplit=1)[0]) is not None


def read_bare(heading: str) -> str:
    """Give a heading without number, spaces and the colon that ends it."""
    mark = find_mark(heading)
    return "".join((mark.rest if mark else heading).split()).rstrip("：:")


def _is_top(heading: str) -> bool:
    mark = find_mark(heading)
    return mark is not None and mark.level <= TOP_LEVEL
