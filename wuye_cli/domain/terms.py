"""The words of the trade: closed lists of values, each with the Chinese word that is printed for it."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What a unit is to a task."""

    LEAD = "lead"
    RESPONSIBLE = "responsible"
    GUIDE = "guide"


class DeadlineKind(StrEnum):
    """A dated deadline, 长期坚持, or a recurring duty."""

    DATE = "date"
    ONGOING = "ongoing"
    RECURRING = "recurring"


class Every(StrEnum):
    """How often a recurring duty falls due."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half-year"
    YEAR = "year"


class Status(StrEnum):
    """The state in print: mutually exclusive, adding up to all tasks."""

    DONE = "done"
    OVERDUE = "overdue"
    AHEAD = "ahead"
    ON_TRACK = "on-track"
    BEHIND = "behind"
    OTHER = "other"


class Light(StrEnum):
    """The colour that a light policy gives a task."""

    RED = "red"
    YELLOW = "yellow"
    GREEN = "green"
    BLUE = "blue"
    GREY = "grey"


class EventKind(StrEnum):
    """What happened on a day to a task, to one unit's part of it, or to one of its milestones."""

    FINISH = "finish"
    VERIFY = "verify"
    RETURN = "return"
    REOPEN = "reopen"
    EXTEND = "extend"
    CANCEL = "cancel"


class PeriodState(StrEnum):
    """What has become of one period of a recurring duty."""

    DONE = "done"
    OPEN = "open"
    LATE = "late"


class UnitKind(StrEnum):
    """A single unit, or a phrase that stands for several."""

    UNIT = "unit"
    GROUP = "group"


ROLE_WORDS = {Role.LEAD: "牵头单位", Role.RESPONSIBLE: "责任单位", Role.GUIDE: "指导单位"}
EVERY_WORDS = {
    Every.WEEK: "每周",
    Every.MONTH: "每月",
    Every.QUARTER: "每季度",
    Every.HALF_YEAR: "每半年",
    Every.YEAR: "每年",
}
STATUS_WORDS = {
    Status.DONE: "已完成",
    Status.OVERDUE: "逾期",
    Status.AHEAD: "超序时",
    Status.ON_TRACK: "达序时",
    Status.BEHIND: "慢序时",
    Status.OTHER: "其他",
}
LIGHT_WORDS = {
    Light.RED: "红",
    Light.YELLOW: "黄",
    Light.GREEN: "绿",
    Light.BLUE: "蓝",
    Light.GREY: "灰",
}
PERIOD_WORDS = {PeriodState.DONE: "已完成", PeriodState.OPEN: "未完成", PeriodState.LATE: "逾期"}
EVENT_WORDS = {
    EventKind.FINISH: "办结",
    EventKind.VERIFY: "销号",
    EventKind.RETURN: "退回",
    EventKind.REOPEN: "重新开启",
    EventKind.EXTEND: "延期",
    EventKind.CANCEL: "取消",
}
FIELD_WORDS = {  # the fields of tasks and plans, as doubts and changes name them
    "no": "序号",
    "section": "所属部分",
    "title": "名称",
    "content": "工作内容",
    "requirement": "工作要求",
    "level": "层级",
    "remark": "备注",
    **{role.value: word for role, word in ROLE_WORDS.items()},
    "deadlines": "完成时限",
    "milestones": "阶段性时限",
    "targets": "目标值",
    "plan_targets": "目标值",
    "tasks": "任务",
    "document_number": "文号",
    "issuer": "发文机关",
    "issued_on": "成文日期",
    "region": "地区",
    "year": "年份",
    "period": "期间",
    "period_start": "期间开始",
    "period_end": "期间结束",
    "effective_from": "施行日期",
    "effective_to": "有效期至",
}
SETTING_WORDS = {  # the office's own settings
    "name": "办公室名称",
    "issuer": "发文机关",
    "number_prefix": "机关代字",
    "region": "地区",
    "level": "层级",
    "reporting_day": "报送日",
    "contact": "联系方式",
    "policy": "亮灯规则",
    "reporters": "报送单位",
    "rest_day": "报送日逢休息日",
    "auto_issue": "自动编号印发",
}
