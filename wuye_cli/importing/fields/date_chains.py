"""Steps that only their neighbours date: 2月底前部署；[4月中旬确定名单]，[11-12月检查落实]，[每季度通报进展].

Beside a day that says by when (2月底前), each clause that opens with a month, a third or a range of months and tells
what is done is a step like its neighbours; a range ends with its last month.
"""

from __future__ import annotations

import re

from wuye_cli.importing.fields.dates import PrintedDate

_MARK = "，,。；;：:"
# …；于[10月], 2025年11—[12月], 3月至[5月], 11月上旬到[12月], 二、[三季度], 6月、9月、[12月]
_OPENING = re.compile(
    rf"(?:^|[{_MARK}])(?:于|在|从)?(?:20\d\d年)?"
    r"(?:(?:\d{1,2}(?:月份?)?(?:[上中下]旬|[初底末])?|第?[一二三](?:季度)?)[-—–－~～至到、和]{1,2}){0,5}$"
)
_LONGEST_OPENING = 30
_DOES = (
    "部署|布置|动员|安排|组织|召开|举[行办]|开展|进行|实施|推进|推广|确定|明确|选[定址]|下[达发]|印发|出台|制[定订]|编制|起草|修[订改]|完善"
    "|发布|公[布示开]|征[求集]|提[交出]|报[送审批告]|上报|申报|申请|受理|汇总|通报|反馈|审[核批议定]|评[审估选]|验收|总结|考核|检查|督[查导促]|落实"
    "|[抽核复自巡]查|复核|移交|接收|摸[底排]|排查|调[查研度]|梳理|整[改治]|清理|拨付|发放|兑[付现]|签订|招[标募聘]|采购|建[立设成]|[开动完竣施]工"
    "|安装|联调|调试|验证|试运行|上线|投[用运产]|交付|培训|宣传|“?回头看"
)
# 由市教育局确定名单, 接口联调, 集中开展; but neither 3月下达的资金 nor 5月为宣传月
_ACTION = re.compile(
    rf"[，,]?(?:由?[^{_MARK}、\d的]{{1,8}}?[局委办厅府区县市镇地位门]|(?![为是])[^{_MARK}、\d的]{{2,4}}?)?(?:{_DOES})(?![的月周])"
)
_NO_STEP = re.compile(rf"[^{_MARK}]*(?:[已曾了]|\d月|年[底末内])")  # 3月已部署, 3月工资于4月底前发放
_REPORT = re.compile(r"(?:进行|开展|组织|召开)?(?:一次)?(?:通报|报送|上报|调度|督[查导]|检查)")


def opens_step(sentence: str, item: PrintedDate) -> bool:
    """Tell a clause that opens with a month and does something: 11-12月检查落实."""
    if item.is_whole_year:
        return False
    opening = sentence[max(item.start - _LONGEST_OPENING, 0) : item.start]
    return bool(
        _OPENING.search(opening) and _ACTION.match(sentence, item.end) and not _NO_STEP.match(sentence, item.end)
    )


def opens_report(sentence: str, start: int, end: int) -> bool:
    """Tell a clause that opens with what comes again, and reports on the steps beside it: 每季度通报进展."""
    return (start == 0 or sentence[start - 1] in _MARK) and _REPORT.match(sentence, end) is not None
