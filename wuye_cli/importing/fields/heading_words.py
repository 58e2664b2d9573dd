"""A column heading that no list holds is known by its last word: 督办|事项, 办结|时限, 年度任务|目标, 牵头|处室.

The words before it are those that offices put there (`_BEFORE`), so that no cell of a table is taken for a heading.
Beside headings that are known any words will do, unless they turn the meaning: 开工时间 is no deadline.
"""

from __future__ import annotations

import re

_HEADS = {
    "title": "事项 任务 工程 行动 项目 工作 实事 民生实事 重点 任务项 名称",
    "section": "领域 板块 类别 类型 分类 方向 环节",
    "content": "措施 举措 内容 要点 路径 抓手 做法 思路 内容及规模 内容和规模 规模及内容 规模和内容",
    "requirement": "标准 要求",
    "deadline": """
        时限 期限 节点 时间 时间表 日期 时限要求 时间要求 节点要求 进度要求 时间安排 进度安排 阶段安排 进度计划
        时间进度 序时进度 时序 时序进度 时序安排
    """,
    "target": "目标 指标 目标值 指标值 目标数 目标量 任务数 任务量 计划数 目标要求 预期成果 预期成效 预期效果 成果形式",
    "units": "单位 部门 处室 科室 股室 主体 机构 业主",
    "person": "责任人 负责人 领导 经办人 责任人员 负责同志 专班",
    "progress": """
        进展 进度 进展情况 完成情况 落实情况 推进情况 整改情况 办理情况 实施情况 动态 取得成效 取得的成效 阶段性成效
    """,
    "problem": "问题 困难",
}
_FIELDS = {word: field for field, words in _HEADS.items() for word in words.split()}
_ANY_HEAD = "|".join(_FIELDS)
# The shortest beginning leaves the longest head; 市级重点 says of a task how much it weighs
_HEADED = re.compile(rf"(?P<before>.*?)(?P<head>{_ANY_HEAD})(?<![级省市县区]重点)")
_ENDS = {word[-1] for word in (*_FIELDS, "打算", "安排")}

_LEADS = "牵头|主责|主办|第一责任|首要责任|主抓"
_GUIDES = "指导|督导|监督(?!管理)|督办|督查|督促"
_CARRIES = (
    "责任|负责|承办|实施|监管|监督管理|配合|协办|协同|协助|协作|参与|参加|落实|执行|建设|承担|承接|完成|办理|整改|推进|支持|支撑|会办|联办"
    "|属地|经办|其[他它](?=责任|配合)|主体(?=责任)"
)
_ROLES = {  # who advises or supervises carries a task only where it is said to be responsible: 监管责任单位, 监督单位
    "lead": re.compile(_LEADS),
    "guide": re.compile(rf"^(?!.*责任).*(?:{_GUIDES})"),
    "responsible": re.compile(_CARRIES),
}
# What offices put before the head word
_BEFORE = re.compile(
    rf"(?:{_LEADS}|{_GUIDES}|{_CARRIES}|工作|重点|主要|具体|年度|全年|本年|当年|任务|目标|指标|事项|项目|工程|行动|举措|措施"
    "|改革|整治|攻坚|专项|办结|计划|预计|预期|拟|要求|时间|时限|阶段性?|第?[一二三四]?季度|[一二三四]阶段|月度|上半年|下半年|总体|总|分项|细化|分解|量化|核心"
    "|关键|民生|实事|为民|惠民|惠企|便民|承诺|服务|交办|督察|巡察|巡视|审计|反馈|突出|存在|目前|当前|重大|重要|业务|行业|考核"
    "|绩效|清单|市级|县级|省级|区级|分管|包联|包抓|包保|挂牌|挂钩|挂点|挂联|联系|市|县|区|直接|竣工|建成|完工|销号|投用|交付|投产"
    "|达产|序时|时序|起止|最终|会议|议定|调研|提案|批示|的|及|和|与)*"
)
# What turns the meaning of the head word, for any field and for one
_TURNED = re.compile("是否|有无|上年|去年|上期|基期|现状|实际|原有?|已")
_TURNED_OF = {
    "title": re.compile("注意|其他|备注|协调|提请|需|配套|下一?步|(?:单位|部门|机构)名称"),
    "deadline": re.compile(
        "开始|开工|启动|起始|填报|报送|上报|更新|签订|受理|交办|下达|发布|印发|立项|申报|检查|督查|调度|收到|来文|发现|反馈"
        "|制定|成立|登记|统计|会议|召开|录入|转办"
    ),
    "units": re.compile(
        "填[报表]|[报呈]送|上报|汇总|验收|评估|审[核批]|提出|来源|交办|产权|设计|施工|监理|中标|运营|[所隶]属|使用|发文|制表|申报"
        "|建议|计量|数量|指标|考核|推荐|反映|投诉|联系|涉及|帮扶|受"
    ),
    "target": re.compile("级|来源|完成|进展"),
}
# 截至2023年6月底   截至目前   1-9月份   本月
_SO_FAR = re.compile(
    r"^(?:截[至止])?(?:到?目前|当前|20\d\d年)?(?:(?:\d{1,2}月?[-—－–~～至])?\d{1,2}月(?:份|底|末|\d{1,2}日)?|本[月季]度?|当月|累计)?"
)
_PARTS = re.compile("具体|细化|分解")  # 具体工作任务 is what a task consists of
SHORTEST_ALONE = 3  # 时限要求 says enough alone, 单位 does not
_NEXT = re.compile(r"下一?步.{0,8}")


def find_by_head(heading: str, *, in_header: bool = False) -> str | None:
    """Name the field that the last word of a heading stands for; `in_header`: beside headings that are known."""
    if not heading or heading[-1] not in _ENDS:
        return None
    if _NEXT.fullmatch(heading):
        return "next_step"
    found = _HEADED.fullmatch(heading)
    if found is None or (not found["before"] and len(heading) < SHORTEST_ALONE):
        return None
    field, before = _FIELDS[found["head"]], found["before"]
    known = _SO_FAR.sub("", before) if field == "progress" else before
    may_stand = _BEFORE.fullmatch(known) is not None or found["head"].startswith("进展")  # 小区改造进展
    if not may_stand and (not in_header or is_turned(heading)):
        return None
    return _find_role(heading, field, in_header=in_header)


def is_turned(heading: str) -> bool:
    """Tell a heading whose last word is known, but means something else behind those before it: 开工时间, 验收单位."""
    found = _HEADED.fullmatch(heading)
    own = _TURNED_OF.get(_FIELDS[found["head"]]) if found else None
    return _TURNED.search(heading) is not None or (own is not None and own.search(heading) is not None)


def _find_role(heading: str, field: str, *, in_header: bool) -> str | None:
    """Name the role of units by the words before them; who leads is said first (牵头责任单位)."""
    if field != "units":
        return "content" if field == "title" and _PARTS.match(heading) else field
    role = next((role for role, words in _ROLES.items() if words.search(heading)), None)
    return role or ("responsible" if in_header else None)
