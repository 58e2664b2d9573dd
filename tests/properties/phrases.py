"""Words of task lists and what they mean: each phrase is written together with the values that it prints.

The values follow from the words alone, so nothing here asks the program under test.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from hypothesis import strategies as st

from wuye_cli.domain.terms import DeadlineKind, Every
from wuye_cli.importing.draft import DraftDeadline, DraftMilestone, DraftTarget, DraftUnits

MONTHS = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")
QUARTERS = MONTHS[:4]


@dataclass(frozen=True, slots=True)
class Phrase:
    """One sentence of a task's content, and what it sets."""

    words: str
    targets: tuple[DraftTarget, ...] = ()
    milestones: tuple[DraftMilestone, ...] = ()


def month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


# Units: the cell and the names in it

_NAMES = (
    "市住房和城乡建设局",
    "市发展改革委",
    "市公安局",
    "市市场监督管理局",
    "市消防救援支队",
    "市委组织部",
    "市委社会工作部",
    "团市委",
    "市总工会",
    "国网市供电公司",
    "市城市管理综合执法局",
    "各区人民政府",
    "各县（市）区人民政府",
    "各街道（乡镇）办事处",
    "各社区居民委员会",
    "各物业服务企业",
    "市物业管理协会",
    "领导小组各成员单位",
    "市数据局（市大数据中心）",
    "领导小组办公室（市住建局、市物业服务中心）",
)
_LISTS = {
    "市发改、财政、司法": ("市发改", "市财政", "市司法"),
    "各县（市）区住建、发改部门": ("各县（市）区住建部门", "各县（市）区发改部门"),
    "联通、移动、电信公司": ("联通公司", "移动公司", "电信公司"),
}
_one_unit = st.sampled_from(_NAMES).map(lambda name: (name, (name,))) | st.sampled_from(list(_LISTS.items()))


def _as_cell(parts: Iterable[tuple[str, tuple[str, ...]]], mark: str) -> DraftUnits:
    parts = tuple(parts)
    return DraftUnits(mark.join(text for text, _ in parts), tuple(name for _, names in parts for name in names))


def units(least: int = 0) -> st.SearchStrategy[DraftUnits]:
    several = st.lists(_one_unit, min_size=least, max_size=4, unique_by=lambda part: part[0])
    return st.builds(_as_cell, several, st.sampled_from("、，；"))


# Deadlines


@st.composite
def dated(draw: st.DrawFn, year: int, printed: bool) -> DraftDeadline:
    """One date; `printed`: the words say the year, otherwise it is that of the plan."""
    month, day = draw(st.integers(1, 12)), draw(st.integers(1, 28))
    quarter = (month + 2) // 3
    head = f"{year}年" if printed else ""
    spellings = {
        f"{head}{month}月底前": month_end(year, month),
        f"{head}{month}月": month_end(year, month),
        f"{head}{month}月{day}日前": date(year, month, day),
        f"{head}{MONTHS[month - 1]}月底": month_end(year, month),
        f"{head}{month}月上旬": date(year, month, 10),
        f"{head}{month}月中旬": date(year, month, 20),
        f"{head}{month}月下旬": month_end(year, month),
        f"{head}上半年": date(year, 6, 30),
        f"{head}年底前".replace("年年", "年"): date(year, 12, 31),
        f"{head}{QUARTERS[quarter - 1]}季度末": month_end(year, 3 * quarter),
    }
    if printed:
        spellings |= {
            f"{year}-{month:02}-{day:02}": date(year, month, day),
            f"{year}.{month}": month_end(year, month),
            f"{year}年": date(year, 12, 31),
        }
    text = draw(st.sampled_from(list(spellings)))
    return DraftDeadline(DeadlineKind.DATE, spellings[text], text=text)


_EVERY = {
    "每周": Every.WEEK,
    "每月": Every.MONTH,
    "每季度": Every.QUARTER,
    "每季度末": Every.QUARTER,
    "每半年": Every.HALF_YEAR,
    "每年": Every.YEAR,
    "每年12月底前": Every.YEAR,
    "每年6月底、12月底前": Every.YEAR,
}
recurring = st.sampled_from(list(_EVERY)).map(
    lambda text: DraftDeadline(DeadlineKind.RECURRING, every=_EVERY[text], text=text)
)
ongoing = st.sampled_from(("长期坚持", "持续推进", "常态化开展")).map(
    lambda text: DraftDeadline(DeadlineKind.ONGOING, text=text)
)
always = st.just(DraftDeadline(DeadlineKind.ONGOING, text="长期坚持"))


@st.composite
def _until(draw: st.DrawFn, year: int) -> DraftDeadline:
    """A stretch of months: what counts is its end."""
    first, last = draw(st.integers(1, 6)), draw(st.integers(7, 12))
    words = draw(st.sampled_from(("{}年{}月至{}月底", "{}年{}月—{}月", "{}年{}-{}月")))
    return DraftDeadline(DeadlineKind.DATE, month_end(year, last), text=words.format(year, first, last))


def deadlines(year: int, printed: bool) -> st.SearchStrategy[tuple[DraftDeadline, ...]]:
    """What one cell may hold: nothing, one, or several of which the last may be 长期坚持."""
    dates = st.lists(dated(year, printed), min_size=1, max_size=3, unique_by=lambda one: one.date).map(tuple)
    return st.one_of(
        st.just(()),
        dates,
        st.tuples(_until(year)),
        st.tuples(recurring),
        st.tuples(ongoing),
        st.tuples(dates, always).map(lambda both: (*both[0], both[1])),
        st.tuples(recurring, always),
    )


# Content

_PLAIN = (
    "对全市住宅小区开展全面排查，建立问题台账，逐项整改销号。",
    "公开服务事项、收费标准和投诉电话，接受业主监督。",
    "加强业务培训，提升从业人员服务水平。",
    "健全党组织领导下的居民委员会、业主委员会、物业服务企业协调运行机制。",
    "对违反《物业管理条例》第12条规定的，依法处5万元以下罚款。",
    "对评价得分低于60分的企业，扣减信用分10分并予以约谈。",
    "收费标准按每平方米0.4元执行。",
    "深入推进“红色物业”建设；完善联席会议制度。",
)
_RATES = ("物业服务覆盖率", "生活垃圾分类覆盖率", "业主满意度", "维修资金归集率")
_THINGS = ("口袋公园", "充电车位", "助餐点", "便民服务站")
_ACTS = ("制定年度工作计划", "完成摸底排查", "组织开展交叉检查", "印发考核办法")
_DISTRICTS = ("东城区", "西城区", "南山县")
_counts = st.integers(2, 400)

Builder = Callable[[str, int, int], Phrase]  # the noun, a number, a year


def _reached_by(noun: str, number: int, year: int) -> Phrase:
    words = f"{year}年底前{noun}达到{number % 100}%以上"
    return _aim(words, DraftTarget(noun, ">=", number % 100, "%", by=date(year, 12, 31), text=words))


def _at_least(noun: str, number: int, _: int) -> Phrase:
    words = f"{noun}不低于{number % 100}%"
    return _aim(words, DraftTarget(noun, ">=", number % 100, "%", text=words))


def _half_percent(noun: str, number: int, _: int) -> Phrase:
    words = f"{noun}达到{number % 100}.5%"
    return _aim(words, DraftTarget(noun, ">=", number % 100 + 0.5, "%", text=words))


def _built(noun: str, number: int, _: int) -> Phrase:
    words = f"新建{noun}{number}个"
    return _aim(words, DraftTarget(noun, "=", number, "个", text=words))


def _ranged(noun: str, number: int, _: int) -> Phrase:
    words = f"建成{noun}{number}—{number + 10}处"
    return _aim(words, DraftTarget(noun, "=", number, "处", value_max=number + 10, text=words))


def _in_each_street(noun: str, number: int, _: int) -> Phrase:
    words = f"每个街道至少建成{number}个{noun}"
    return _aim(words, DraftTarget(noun, ">=", number, "个", scope="每个街道", text=words))


def _split(noun: str, number: int, _: int) -> Phrase:
    shares = (number, number + 1, number + 2)
    total = DraftTarget(noun, "=", sum(shares), "个", text=f"打造{noun}{sum(shares)}个")
    parts = [
        DraftTarget(noun, "=", share, "个", scope=place, text=f"{place}{share}个")
        for place, share in zip(_DISTRICTS, shares, strict=True)
    ]
    return Phrase(f"{total.text}（{'、'.join(part.text for part in parts)}）。", (total, *parts))


def _aim(words: str, target: DraftTarget) -> Phrase:
    return Phrase(words + "。", (target,))


_rated = st.tuples(st.sampled_from((_reached_by, _at_least, _half_percent)), st.sampled_from(_RATES))
_counted = st.tuples(st.sampled_from((_built, _ranged, _in_each_street, _split)), st.sampled_from(_THINGS))


@st.composite
def aims(draw: st.DrawFn, year: int) -> Phrase:
    builder, noun = draw(_rated | _counted)
    return builder(noun, draw(_counts.filter(lambda number: number % 100 > 1)), draw(st.integers(year, year + 2)))


@st.composite
def steps(draw: st.DrawFn, year: int, printed: bool) -> Phrase:
    """A dated step of the content."""
    month, day, act = draw(st.integers(1, 12)), draw(st.integers(1, 28)), draw(st.sampled_from(_ACTS))
    head = f"{year}年" if printed else ""
    spellings = {
        f"{head}{month}月底前，{act}": month_end(year, month),
        f"{head}{month}月{day}日前{act}": date(year, month, day),
        f"{head}上半年前{act}": date(year, 6, 30),
    }
    words = draw(st.sampled_from(list(spellings)))
    return Phrase(words + "。", milestones=(DraftMilestone(spellings[words], words),))


def contents(year: int, printed: bool) -> st.SearchStrategy[Phrase]:
    """One to four sentences, no indicator or step twice."""
    plain = st.sampled_from(_PLAIN).map(Phrase)
    parts = st.lists(plain | aims(year) | steps(year, printed), min_size=1, max_size=4, unique_by=_topic)
    return parts.map(_joined)


def _topic(phrase: Phrase) -> str:
    if phrase.targets:
        return phrase.targets[0].indicator
    return phrase.milestones[0].text[-4:] if phrase.milestones else phrase.words


def _joined(phrases: list[Phrase]) -> Phrase:
    return Phrase(
        "".join(phrase.words for phrase in phrases),
        tuple(target for phrase in phrases for target in phrase.targets),
        tuple(step for phrase in phrases for step in phrase.milestones),
    )
