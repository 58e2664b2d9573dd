"""Units that the sentences of a paragraph name."""

from __future__ import annotations

import pytest

from wuye_cli.importing.fields.roles import InlineUnits
from wuye_cli.importing.fields.sentence_units import find_clauses, find_leading_subjects, find_subject

NOBODY = InlineUnits()


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("由市甲局牵头，市乙局配合，为老人提供服务。", InlineUnits("市甲局", "市乙局")),
        ("由张一副市长负责，市甲局牵头，市乙局、市丙局配合，尽快完成方案。", InlineUnits("市甲局", "市乙局、市丙局")),
        ("张一同志负责，由市甲局牵头，相关部门配合，尽快完成方案。", InlineUnits("市甲局", "相关部门")),
        ("分管副市长召集，市甲局牵头，各区配合，尽快完成方案。", InlineUnits("市甲局", "各区")),
        ("污水项目\n市甲局牵头，市乙局配合，市丙局参与，完善方案。", InlineUnits("市甲局", "市乙局；市丙局")),
        ("完善机制。市甲局牵头，市乙局协同；每季度通报。", InlineUnits("市甲局", "市乙局")),
        ("完善机制。市甲局牵头，市乙局配合", InlineUnits("市甲局", "市乙局")),
        (
            "市甲局牵头，市乙局配合，检查。由市丙局牵头，市丁局参与，评估。",
            InlineUnits("市甲局；市丙局", "市乙局；市丁局"),
        ),
        ("按照要求，由市甲局牵头，市乙局配合，开展检查。", InlineUnits("市甲局", "市乙局")),
        ("**消防整治**，由公安、交通部门负责，有关部门配合。", InlineUnits("", "公安、交通部门；有关部门")),
        ("**消防整治**，由分管副市长负责，有关部门配合。", NOBODY),
        ("由企业家牵头，社会各界热心人士配合，开展检查。", NOBODY),
        ("健全市甲局牵头，市乙局配合，各方联动的机制。", NOBODY),
        ("形成政府牵头、部门配合、群众参与的格局。", NOBODY),
        ("由市甲局牵头，制定方案。", NOBODY),
    ],
)
def test_clauses_say_who_leads_and_who_carries_it(text: str, units: InlineUnits) -> None:
    assert find_clauses(text) == units


@pytest.mark.parametrize(
    ("text", "units", "with_others"),
    [
        (
            "市财政局要牵头优化系统。市公安局、市应急局要加强指导。",
            InlineUnits("市财政局", "市公安局、市应急局"),
            False,
        ),
        ("市财政局牵头优化系统。各区政府应当配合做好工作。", InlineUnits("市财政局", "各区政府"), False),
        ("由市统计局负责牵头开展评估。市统计局要及时通报。", InlineUnits("市统计局"), False),
        ("市财政局要牵头，会同市公安局制定办法。", InlineUnits("市财政局"), True),
        ("市财政局要加强监管。市公安局要会同市应急局开展检查。", NOBODY, False),
        ("市财政局要牵头优化系统，市公安局要加强指导。", InlineUnits("市财政局", "市公安局"), False),
        ("市财政局牵头优化系统。市公安局会同市应急局开展检查。", InlineUnits("市财政局", "市公安局"), True),
        ("由市财政局牵头，建立台账，市大数据局配合，每月更新。", InlineUnits("市财政局", "市大数据局"), False),
        ("龙头企业牵头组建联合体。", NOBODY, False),
        ("健全党委牵头抓总的机制。支持高水平团队牵头开展攻关。", NOBODY, False),
    ],
)
def test_the_subject_that_leads_is_the_lead_and_the_others_carry_it(
    text: str, units: InlineUnits, with_others: bool
) -> None:
    assert find_leading_subjects(text) == (units, with_others)


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("完善机制。市交通委要加强监管。", "市交通委要"),
        ("市卫生健康委、市应急局要加强监管。", "市卫生健康委、市应急局要"),
        ("各街道办事处应当建立台账。", "各街道办事处应当"),
        ("市公安局会同市应急局开展检查。", "市公安局会同"),
        ("物业服务企业要公示标准。", ""),
        ("各单位要求不一。", ""),
        ("公示标准，市交通委要加强监管。", "市交通委要"),
    ],
)
def test_a_subject_has_to_do_something(text: str, subject: str) -> None:
    assert find_subject(text) == subject
