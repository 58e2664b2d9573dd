from __future__ import annotations

from datetime import date

import pytest

from wuye_cli.domain.terms import Every
from wuye_cli.importing.fields.due_words import find_deadlines, find_milestones

ISSUED = date(2025, 2, 1)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("各单位于3月25日、6月25日、9月25日前报送情况。", [date(2025, 3, 25), date(2025, 6, 25), date(2025, 9, 25)]),
        ("2025年6月底前，制定方案；9月底前完成整改。", [date(2025, 6, 30), date(2025, 9, 30)]),
        ("2025年3月启动，2025年10月完成。", [date(2025, 10, 31)]),
        ("2025年底前建成10个示范点。", [date(2025, 12, 31)]),
        ("修缮楼道。（完成时限：2025年6月）", [date(2025, 6, 30)]),
        ("到2027年，覆盖率达到80%。", []),
        ("2025年底前覆盖率达到80%以上。", []),
        ("对2000年底前建成的老旧小区进行改造。", []),
        ("2024年3月底前完成摸底。", []),
        ("截至2024年底，小区共20个。", []),
        ("热线年内投入使用。", [date(2025, 12, 31)]),
        ("年内新增车位20个。", []),
        ("4月15日前组织一次全覆盖培训，参训不少于20人。", [date(2025, 4, 15)]),
        ("对2026年底前到期的合同逐一核对。", []),
        ("限3日内整改，做好节日前后的值守。", []),
        ("10月20日前，储煤量不少于15天用量。", [date(2025, 10, 20)]),
        ("2025年三季度末，码头投入商业运营，效率提升20%以上。", [date(2025, 9, 30)]),
        ("2025年底，全面完成整治。", [date(2025, 12, 31)]),
        ("于2025年上半年建成。", [date(2025, 6, 30)]),
        ("2025年底，建成示范点10个。", []),
        ("到2025年底，建成示范体系。", [date(2025, 12, 31)]),
        ("力争2025年底建成投用。", [date(2025, 12, 31)]),
        ("2025年，全面完成各项任务。", []),
        ("2025年二季度开工建设，三季度末，系统上线。", [date(2025, 6, 30), date(2025, 9, 30)]),
        ("2025年3月，完成了普查。", []),
        ("确定实验园50所，2025年底总结推广典型经验。", [date(2025, 12, 31)]),
        ("做好2025年度总结推广材料。", []),
        ("对2023年以来签订的合同开展清查，清查结果于4月30日前报办公室。", [date(2025, 4, 30)]),
        ("对2019年底前建成的小区逐一体检，6月底前完成。", [date(2025, 6, 30)]),
        ("事故起数较2023年下降10%，5月底前完成方案。", [date(2025, 5, 31)]),
        ("2027年，制定出台全市公园体检评估办法。", [date(2027, 12, 31)]),
        ("2026年，出台管理办法，建立长效机制。", [date(2026, 12, 31)]),
        ("2026年，修订印发技术导则。", [date(2026, 12, 31)]),
        ("2026年编制完成专项规划。", [date(2026, 12, 31)]),
        ("2026年出台条例。", [date(2026, 12, 31)]),
        ("2026年，建成城市运行体系。", []),
        ("2025年，加快制定出台各项政策。", []),
        ("2026年，继续完善管理办法。", []),
        ("2026年，印发文件10份。", []),
        ("落实2024年印发的实施方案。", []),
        ("根据2026年出台的条例执行。", []),
        ("2024年印发实施方案。", []),
        ("2025年第三季度全面启动替代改造实施工作。", [date(2025, 9, 30)]),
        ("2025年6月正式启动试点工作。", [date(2025, 6, 30)]),
        ("自2025年6月起全面启动。", []),
        ("2025年12月31日24时前停止使用。", [date(2025, 12, 31)]),
        ("11月30日下班前报送。", [date(2025, 11, 30)]),
        ("争取2026年底开通。", [date(2026, 12, 31)]),
        ("2025年10月1日正式运行。", [date(2025, 10, 1)]),
        ("2025年6月30日截止。", [date(2025, 6, 30)]),
        ("2026年春节前兑现工资。", [date(2026, 2, 16)]),
        ("2025年国庆节前完成亮化。", [date(2025, 9, 30)]),
        ("做好2026年春节慰问工作。", []),
        ("本措施有效期至2029年4月30日止。", []),
        ("有效期为2024年5月1日至2026年4月30日止。", []),
        ("2026年1月起试行，对2023年以来的问题清零，3月底前完成。", [date(2026, 3, 31)]),
    ],
)
def test_dates_by_which_something_is_due(text: str, days: list[date]) -> None:
    reading = find_deadlines(text, year=2025, issued_on=ISSUED)
    assert ([item.date for item in reading.deadlines], reading.problems) == (days, ())


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2月底前部署；4月初下达资金；4月中旬确定名单。", [(2, 28), (4, 10), (4, 20)]),
        ("4月中旬确定名单，4月底前制定办法。", [(4, 20), (4, 30)]),
        ("10月底前下达资金，11-12月检查落实情况。", [(10, 31), (12, 31)]),
        ("2025年3月至5月开展排查，6月—9月集中整治，10月底前完成。", [(5, 31), (9, 30), (10, 31)]),
        ("2025年11—12月组织验收；6月底前部署。", [(12, 31), (6, 30)]),
        ("5月由市教育局确定名单，8月各地上报情况，年底前完成。", [(5, 31), (8, 31), (12, 31)]),
        ("一季度制定方案，二、三季度开展整治，12月底前验收。", [(3, 31), (9, 30), (12, 31)]),
        ("4月下旬，召开动员会；于5月上旬发布通告；6月底前完成。", [(4, 30), (5, 10), (6, 30)]),
        ("3月15日前印发通知，6月、9月、12月开展检查，11月接口联调。", [(3, 15), (6, 30), (9, 30), (12, 31), (11, 30)]),
        ("4月份市审计局复核，5月报告市政府，6月底前销号。", [(4, 30), (5, 31), (6, 30)]),
        ("5月为宣传月，6月防汛宣传周期间巡查，9月底前完成培训。", [(9, 30)]),
        ("3月确定名单。", []),
        ("3月工资于4月底前发放。", [(4, 30)]),
        ("3月下达的资金，4月底前拨付。", [(4, 30)]),
        ("3月已部署，6月底前完成。", [(6, 30)]),
        ("3月召开了动员会，6月底前完成。", [(6, 30)]),
        ("1—5月，新开工项目30个，6月底前完成整改。", [(6, 30)]),
        ("3月起开展排查，6月底前完成。", [(6, 30)]),
        ("6月底前制定方案，7月开展培训3次。", [(6, 30), (7, 31)]),
        ("根据3月通报情况，6月底前完成整改。", [(6, 30)]),
    ],
)
def test_a_clause_that_opens_with_a_month_is_a_step_beside_one_that_says_by_when(
    text: str, days: list[tuple[int, int]]
) -> None:
    reading = find_deadlines(text, year=2025, issued_on=ISSUED)
    found = [(item.date.month, item.date.day) for item in reading.deadlines if item.date]
    assert (found, reading.problems) == (days, ())


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2026年3月底前部署；4月底前排查；11月底前完成。", [(2026, 3), (2026, 4), (2026, 11)]),
        ("2026年3月底前上报2025年四季度季报；4月底前下达。", [(2026, 3), (2026, 4)]),
        ("2026年3月底前下达2025年补差资金，6月底前制定政策。", [(2026, 3), (2026, 6)]),
        ("2026年7月底前，完成2025年遗留问题整改；11月底前，开展复查。", [(2026, 7), (2026, 11)]),
        ("到2027年，建成体系；6月底前完成方案。", [None]),
        ("2026年11月底前部署；3月底前完成。", [(2026, 11), None]),
        ("2025年12月审计发现的问题，3月底前整改到位。", [None]),
        ("2026年底前建成10个，其中6月底前完成5个。", [(2026, 12), (2026, 6)]),
        ("2026年3月底前部署。6月底前完成。", [(2026, 3), None]),
    ],
)
def test_a_printed_year_holds_for_the_later_months_of_its_sentence(
    text: str, days: list[tuple[int, int] | None]
) -> None:
    found = [item.date and (item.date.year, item.date.month) for item in find_deadlines(text, year=None).deadlines]
    assert found == days


@pytest.mark.parametrize(
    ("text", "every"),
    [
        ("2020年起，每年2月底前报送总结。", [Every.YEAR]),
        ("先排查。每月25日前报送进展。", [Every.MONTH]),
        ("每季度末通报。", [Every.QUARTER]),
        ("每季度首月15日前公开收支。", [Every.QUARTER]),
        ("按月调度，每季度结束后10日内报送。", [Every.QUARTER]),
        ("每年6月、12月开展检查。", [Every.YEAR]),
        ("每年开展一次检查。", []),
        ("每季度通报进展。", []),
    ],
)
def test_a_recurring_duty_is_a_deadline_when_it_names_its_day(text: str, every: list[Every]) -> None:
    assert [item.every for item in find_deadlines(text, year=2025).deadlines] == every


def test_a_report_that_comes_again_is_a_deadline_beside_dated_steps() -> None:
    reading = find_deadlines("4月底前制定办法，每季度通报进展情况；每年开展一次培训。", year=2025)
    assert [(item.every, item.date) for item in reading.deadlines] == [
        (Every.QUARTER, None),
        (None, date(2025, 4, 30)),
    ]


def test_the_days_behind_a_day_of_every_year_come_every_year() -> None:
    reading = find_deadlines("每年9月底前完成改造，10月10日前完成试压。", year=None)
    assert ([(item.every, item.date) for item in reading.deadlines], reading.problems) == ([(Every.YEAR, None)], ())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("比例不低于55%。长期坚持。", ["长期坚持"]),
        ("落实资金，并长期坚持。", ["并长期坚持"]),
        ("长期坚持党的领导。", []),
    ],
)
def test_lasting_as_a_clause_of_its_own_is_a_deadline(text: str, words: list[str]) -> None:
    assert [item.text for item in find_deadlines(text, year=2025).deadlines] == words


def test_a_due_date_without_a_known_year_is_asked_about() -> None:
    reading = find_deadlines("10月底前完成整改。", year=None)
    assert ([item.date for item in reading.deadlines], [item.code for item in reading.problems]) == (
        [None],
        ["deadline-year-unknown"],
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("一是定计划。4月底前，制定年度计划，采取多种方式。", ["4月底前，制定年度计划"]),
        ("4月底前制定计划，采取多种方式。", ["4月底前制定计划"]),
        ("4月底前制定计划", ["4月底前制定计划"]),
        ("年底前满意度达到90%。", []),
    ],
)
def test_a_milestone_keeps_what_is_due(text: str, words: list[str]) -> None:
    assert [item.text for item in find_milestones(text, 2025)] == words


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("11月底前完成首批发放，2025年3月底前完成清算。", [date(2024, 11, 30), date(2025, 3, 31)]),
        ("12月底前完成摸底，2025年6月底前完成整改。", [date(2024, 12, 31), date(2025, 6, 30)]),
        (
            "10月底前完成摸底，11月底前建档，2025年3月底前完成整改。",
            [date(2024, 10, 31), date(2024, 11, 30), date(2025, 3, 31)],
        ),
        ("2023年12月底前完成摸底，2025年6月底前完成整改。", [date(2023, 12, 31), date(2025, 6, 30)]),
    ],
)
def test_a_later_month_before_a_printed_year_is_of_the_year_before(text: str, days: list[date]) -> None:
    reading = find_deadlines(text, year=None)
    assert ([item.date for item in reading.deadlines], reading.problems) == (days, ())


@pytest.mark.parametrize(
    "text", ["3月底前完成摸底，2025年6月底前完成整改。", "6月底前完成摸底，2025年6月底前完成整改。"]
)
def test_an_earlier_month_before_a_printed_year_may_be_of_either(text: str) -> None:
    assert [item.date for item in find_deadlines(text, year=None).deadlines] == [None, date(2025, 6, 30)]


@pytest.mark.parametrize("text", ["2025年汛期前完成清淤。", "2025年供暖期前完成检修。"])
def test_a_season_that_moves_is_asked_about(text: str) -> None:
    assert [problem.code for problem in find_deadlines(text, year=2025).problems] == ["deadline-unsure"]


def test_a_step_without_a_known_year_is_no_milestone() -> None:
    assert find_milestones("4月底前，制定计划。", None) == ()
