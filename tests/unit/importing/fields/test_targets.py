from __future__ import annotations

from datetime import date

import pytest

from wuye_cli.importing.fields.targets import find_targets, read_targets

YEAR_END = date(2025, 12, 31)


@pytest.mark.parametrize(
    ("text", "op", "value", "unit", "indicator"),
    [
        ("垃圾分类覆盖率达到90%以上", ">=", 90, "%", "垃圾分类覆盖率"),
        ("投诉办结率100%", "=", 100, "%", "投诉办结率"),
        ("新增停车位1200个", "=", 1200, "个", "停车位"),
        ("改造楼栋1,200栋", "=", 1200, "栋", "楼栋"),
        ("培育50家以上骨干企业", ">=", 50, "家", "骨干企业"),
        ("全市用户突破2.4亿人次", ">", 2.4, "亿人次", "全市用户"),
        ("投诉量压降至10件以下", "<=", 10, "件", "投诉量"),
        ("平均水价降至25元/吨以下", "<=", 25, "元/吨", "平均水价"),
        ("空置率控制在5%以内", "<=", 5, "%", "空置率"),
        ("投诉率低于5%", "<", 5, "%", "投诉率"),
        ("用户数超10万。", ">", 10, "万", "用户数"),
        ("算力规模突破3000PFlops", ">", 3000, "PFlops", "算力规模"),
        ("每季度至少召开一次联席会议", ">=", 1, "次", "联席会议"),
        ("比上年下降18%", "=", 18, "%", ""),
        ("加强管理。建成站点5个", "=", 5, "个", "站点"),
        ("实现行政村全覆盖", "=", 100, "%", "行政村"),
        ("培育“专精特新”企业5家", "=", 5, "家", "“专精特新”企业"),
        ("蔬菜产量稳定在12亿斤以上", ">=", 12, "亿斤", "蔬菜产量"),
        ("降尘量不高于6吨/月·平方公里", "<=", 6, "吨/月·平方公里", "降尘量"),
        ("细颗粒物浓度不高于35微克/立方米", "<=", 35, "微克/立方米", "细颗粒物浓度"),
        ("审批时限压缩至1.5个工作日以内", "<=", 1.5, "个工作日", "审批时限"),
        ("报修响应时间控制在30分钟内", "<=", 30, "分钟", "报修响应时间"),
        ("开放天数不少于300天", ">=", 300, "天", "开放天数"),
        ("人均预期寿命提高到80岁", ">=", 80, "岁", "人均预期寿命"),
        ("贷款利率控制在4%以内", "<=", 4, "%", "贷款利率"),
        ("已建电梯正常运行率不低于95%", ">=", 95, "%", "已建电梯正常运行率"),
        ("为2万名独居老人提供上门探访服务", "=", 2, "万名", "独居老人"),
        ("投诉办结率由80%提高到95%", ">=", 95, "%", "投诉办结率"),
        ("办结时限由10个工作日压缩至3个工作日", "<=", 3, "个工作日", "办结时限"),
        ("其中1亿元以上项目不少于3个", ">=", 3, "个", "1亿元以上项目"),
        ("培训率达到百分之九十", ">=", 90, "%", "培训率"),
        ("建成二十五个示范点", "=", 25, "个", "示范点"),
        ("议事会不少于三次", ">=", 3, "次", "议事会"),
        ("每名干部联系3—5家企业", "=", 3, "家", "企业"),
        ("改造500平方米以上活动场地", ">=", 500, "平方米", "活动场地"),
        ("新增6个以上（近）零排放园区", ">=", 6, "个", "零排放园区"),
        ("充电桩占比约30%", "=", 30, "%", "充电桩占比"),
        ("覆盖70%的社区", "=", 70, "%", "社区"),
        ("腾出用能空间8万吨标准煤", "=", 8, "万吨标准煤", "用能空间"),
        ("接入视频3万路", "=", 3, "万路", "视频"),
        ("推广配方施肥550万亩次", "=", 550, "万亩次", "配方施肥"),
        ("无理由退货承诺店300家", "=", 300, "家", "无理由退货承诺店"),
        ("新建道路50KM", "=", 50, "KM", "道路"),
        ("建设管网500m", "=", 500, "m", "管网"),
        ("服务人数10万+", ">=", 10, "万", "服务人数"),
        ("满意率九成以上", ">=", 90, "%", "满意率"),
        ("为200名老人免费体检", "=", 200, "名", "老人免费体检"),
        ("支持20家企业，每家给予50万元补助", "=", 20, "家", "企业"),
        ("审批时限至5个工作日", "<=", 5, "个工作日", "审批时限"),
        ("推动景区智慧化改造实现全覆盖", "=", 100, "%", "景区智慧化改造"),
        ("救助0—6岁残疾儿童2800名", "=", 2800, "名", "救助0—6岁残疾儿童"),
        ("1万人以上乡镇建成养老服务中心1个", "=", 1, "个", "1万人以上乡镇建成养老服务中心"),
        ("建成2000平方米以上场馆3个", "=", 3, "个", "2000平方米以上场馆"),
        ("持证率达到70%，70%以下的企业不得参评", ">=", 70, "%", "持证率"),
        ("维修路灯300盏", "=", 300, "盏", "维修路灯"),
        ("接待游客100万+人次", ">=", 100, "万人次", "接待游客"),
        ("满意率达到九成五以上", ">=", 95, "%", "满意率"),
        ("建成50张床位以上的养老院4所", "=", 4, "所", "50张床位以上的养老院"),
        ("培训1000人以上村干部", ">=", 1000, "人", "村干部"),
        ("加装电梯40台；每延迟一个月扣0.5分", "=", 40, "台", "电梯"),
        ("20户以上自然村光纤通达率不低于98%", ">=", 98, "%", "20户以上自然村光纤通达率"),
        ("新增建筑面积50平方公里以上厂房", ">=", 50, "平方公里", "厂房"),
        ("设立总规模50亿元的城市更新基金", "=", 50, "亿元", "城市更新基金"),
        ("设立规模不低于50亿元的城市更新基金", ">=", 50, "亿元", "城市更新基金"),
        ("关闭退出9万吨/年以下非煤矿山6座", "=", 6, "座", "关闭退出9万吨/年以下非煤矿山"),
        ("淘汰35蒸吨/小时及以下燃煤锅炉12台", "=", 12, "台", "淘汰35蒸吨/小时及以下燃煤锅炉"),
        ("整合3万吨以下煤矿5处", "=", 5, "处", "整合3万吨以下煤矿"),
        ("重点区域600米以下低空通信信号覆盖率达到95%", ">=", 95, "%", "重点区域600米以下低空通信信号覆盖率"),
        ("惠及3000户以上居民", ">=", 3000, "户", "居民"),
        ("造林10万亩以上", ">=", 10, "万亩", "造林"),
        ("恢复植被面积不少于36亩", ">=", 36, "亩", "恢复植被面积"),
        ("植被恢复200亩", "=", 200, "亩", "植被恢复"),
        ("植被覆盖率达到60%", ">=", 60, "%", "植被覆盖率"),
        ("捐赠棉被300床", "=", 300, "床", "捐赠棉被"),
        ("组织省外专列30趟", "=", 30, "趟", "省外专列"),
        ("加密班次120班次", "=", 120, "班次", "加密班次"),
        ("开行包机12架次", "=", 12, "架次", "开行包机"),
        ("增殖放流鱼苗50万尾", "=", 50, "万尾", "增殖放流鱼苗"),
        ("审批由10个工作日压缩为5个工作日", "<=", 5, "个工作日", "审批"),
        ("审批“最多80天”提速至“最多60天”", "<=", 60, "天", "审批最多80天"),
        ("办理时限由5天缩短为2天", "<=", 2, "天", "办理时限"),
        ("平均用时从30分钟降为10分钟", "<=", 10, "分钟", "平均用时"),
        ("申请材料由8件精简为3件", "<=", 3, "件", "申请材料"),
        ("环节由6个优化至4个", "<=", 4, "个", "环节"),
        ("办理时间压减为1个工作日", "<=", 1, "个工作日", "办理时间"),
        ("开办时间压缩至“0.5天”", "<=", 0.5, "天", "开办时间"),
        ("实际使用外资5.5亿美元", "=", 5.5, "亿美元", "实际使用外资"),
        ("实际使用外资达到3000万美元", ">=", 3000, "万美元", "实际使用外资"),
        ("跨境电商进出口额突破20亿欧元", ">", 20, "亿欧元", "跨境电商进出口额"),
        ("境外上市融资不少于10亿港元", ">=", 10, "亿港元", "境外上市融资"),
        ("存款余额突破500亿元人民币", ">", 500, "亿元", "存款余额"),
        ("引进1000万美元以上项目3个", "=", 3, "个", "1000万美元以上项目"),
        ("成品粮油储备满足城区10至15天供应量", "=", 10, "天", "供应量"),
    ],
)
def test_a_number_to_reach(text: str, op: str, value: float, unit: str, indicator: str) -> None:
    (target,) = find_targets(text, year=2025)
    assert (target.op, target.value, target.unit, target.indicator) == (op, value, unit, indicator)


@pytest.mark.parametrize(
    "text",
    [
        "对有3名以上党员的企业，单独建立支部",
        "凡连续3次考核不合格的，予以清退",
        "累计违反上述2条内容的，约谈负责人",
        "满意度低于80%为预警",
        "抽检不合格发现率低于5%为正常，高于10%启动专项整治",
        "满意度达到90%以上为优秀，80%—90%为良好，80%以下的属于不合格",
        "考核95%以上的为优秀",
        "合格率低于95%的判定为不合格",
        "满意率90%以上为优秀等次",
        "整改率达到100%的为合格单位",
        "合格率不低于95%视为达标",
        "满意度低于60%启动整改",
        "累计不少于6个月到企业实践",
        "不少于3年企业工作经历",
        "满意度低于80%的，约谈负责人",
        "满意度低于80%，及时约谈负责人",
        "党员不足3名",
        "得分低于60%的，责令整改",
        "信用评价扣2次",
        "按0.4元/平方米的标准以奖代补",
        "给予最高50万元奖励",
        "总投资2.5亿元的项目",
        "依据《条例》第12条处理",
        "（某政发〔2024〕12号）",
        "重点区域600米以下低空通信信号连续覆盖",
        "实现重点区域600米以下低空通信信号连续覆盖",
        "实现30户以下自然村通硬化路",
        "全部消除56人以上大班额",
        "化解66人以上超大班额",
        "扶持50张床位以下的小型养老机构",
        "撤并30人以下教学点",
        "排查100米以上超高层建筑",
        "监管1000吨以上船舶",
        "清理1000亩以上湖泊",
        "300平方米以下小型餐饮全部纳入监管",
        "治理100户以下自然村污水",
        "6米以下背街小巷亮化",
        "淘汰30万千瓦以下煤电机组",
        "单个项目支持额度50万元—200万元",
        "单笔贷款最高1000万元",
        "单户补助5万元",
        "每个项目补助标准10万元—20万元",
        "打造“15分钟”便民生活圈",
        "聚焦排查、整改、提升等5个环节，聚焦监测、执法等3个领域",
        "由15个部门组成联席会议",
        "现有小区320个",
        "24小时内处置，7个工作日办结，不少于3年",
        "打造“15分钟服务3个圈”品牌",
        "逐步实现物业管理全覆盖",
        "推进服务全覆盖",
        "完善工作机制（2项）",
        "推进三级联动、五项行动",
        "12345热线",
        "1组织培训，设立5亿人工智能基金",
        "涉及12个乡镇86个村",
        "3个",
        "独生子女费每人每月20元",
        "按每平方米15元标准分摊",
        "发放护理津贴每人每月200元",
        "落实200千瓦及以下小微企业免费接电",
        "给予资金支持，单个项目不超过80万元",
        "测评结果按30%权重计入考核",
        "接通率低于90%的村通报",
        "在5个工作日内调整到位，30分钟内报告",
        "按照每百户不低于30平方米的标准配建用房",
        "公示不少于7天，房龄超过30年",
        "现有车位120个，目前覆盖率达到70%",
        "健全五项制度，实现三个转变",
        "严格落实六个百分之百",
        "销售额保持两位数增长",
        "实施14项重点任务",
        "整改率未达到100%的扣5分",
        "3000人以上社区全部配备专职人员",
        "组织修编流域面积50平方公里以上河流“一河一策”方案",
        "巡查20户以上自然村",
        "推进总投资50亿元的城市更新项目",
        "对建筑面积2000平方米以上公共建筑开展节能诊断",
    ],
)
def test_what_is_no_target(text: str) -> None:
    assert find_targets(text, year=2025) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("打造示范小区50个、规范小区100个；整治小区50个。", [(50, None), (100, None), (50, None)]),
        ("2025年达到60%，2026年达到70%", [(60, YEAR_END), (70, date(2026, 12, 31))]),
        ("2025年60%、2026年70%", [(60, YEAR_END), (70, date(2026, 12, 31))]),
        ("到2025年，建成站点10个；新增车位20个。培育企业3家。", [(10, YEAR_END), (20, YEAR_END), (3, YEAR_END)]),
        ("2025年底完成9个试点。打造样板3个。", [(9, YEAR_END), (3, None)]),
        ("到2025年，建成站点10个，每年新增车位20个", [(10, YEAR_END), (20, None)]),
        ("2025年，用电量同比2022年增长30%", [(30, YEAR_END)]),
        ("2024年起，每年评选10个样板", [(10, None)]),
        ("2025年底前实现服务全覆盖", [(100, YEAR_END)]),
        ("2025年6月底前，建成站点10个，新增车位20个。", [(10, date(2025, 6, 30)), (20, date(2025, 6, 30))]),
        ("2025年4月底前，制定方案；开展整治3次。", [(3, None)]),
        ("2025年4月底前，制定方案，明确分工，落实经费，开展整治3次。", [(3, None)]),
        ("2025年4底前，制定方案，明确分工，落实经费，开展整治3次。", [(3, None)]),
        ("改造2000年以前建成的小区，惠及1.5万余户", [(1.5, None)]),
        ("2025年底服务全覆盖", [(100, YEAR_END)]),
        ("2025建成站点20个。2026新增车位2000个。", [(20, YEAR_END), (2000, date(2026, 12, 31))]),
        ("到2025覆盖率达到80%", [(80, YEAR_END)]),
        ("2025户居民参加培训2次", [(2, None)]),
        ("5年内建成公园5座", [(5, None)]),
        ("2024年度绩效评价，覆盖率100%", [(100, None)]),
        ("新增车位40个，含2024年结转20个", [(40, None), (20, None)]),
        ("达标率达到80%（2024年）", [(80, date(2024, 12, 31))]),
        ("覆盖率达到80%（2024年底）、90%（2025年底）", [(80, date(2024, 12, 31)), (90, YEAR_END)]),
        ("覆盖率达到80%以上（2025年底前），新增车位300个", [(80, YEAR_END), (300, None)]),
        ("改造小区20个（2025年6月底前），新增车位300个", [(20, date(2025, 6, 30)), (300, None)]),
        ("新建驿站5个（年底前）", [(5, YEAR_END)]),
        ("组建率60%以上（到2026年）；投放垃圾桶30只", [(60, date(2026, 12, 31)), (30, None)]),
        ("组建率60%以上（2026年目标）", [(60, date(2026, 12, 31))]),
        ("新增学位2000个(2025年8月底前完成)", [(2000, date(2025, 8, 31))]),
        ("建成公园12处（2025年完成6处）", [(12, None), (6, YEAR_END)]),
        ("到2027年，覆盖率达到70%（2025年达到60%）", [(70, date(2027, 12, 31)), (60, YEAR_END)]),
        ("培育企业5家（2025年）；到2026年，培育3家", [(5, YEAR_END), (3, date(2026, 12, 31))]),
        ("雨季前（5月31日前）整改率达到100%", [(100, date(2025, 5, 31))]),
        ("修编《城市更新规划（2023—2035年）》，划定更新单元30个", [(30, None)]),
        ("落实《城市更新规划》（2023—2035年），到2025年底划定更新单元30个", [(30, YEAR_END)]),
    ],
)
def test_a_by_date_is_one_that_the_words_print(text: str, expected: list[tuple[float, date | None]]) -> None:
    assert [(target.value, target.by) for target in find_targets(text, year=2025)] == expected


@pytest.mark.parametrize("text", ["培训2~3次", "培训2至3次", "培训2-3次"])
def test_a_range_keeps_both_ends(text: str) -> None:
    (target,) = find_targets(text, year=None)
    assert (target.value, target.value_max) == (2, 3)


@pytest.mark.parametrize("text", ["培育企业50家—60家", "培育企业50家至60家", "培育企业50家~60家", "培育企业50-60家"])
def test_a_range_may_print_its_unit_twice(text: str) -> None:
    (target,) = find_targets(text, year=None)
    assert (target.value, target.value_max, target.unit, target.indicator) == (50, 60, "家", "企业")


@pytest.mark.parametrize(
    "cell",
    [
        "处置时间超过30分钟的予以通报",
        "逾期超过3天的，予以约谈",
        "超过5个工作日未办结的予以督办",
        "投诉量超过10件的列入重点监管",
        "超过2次的取消评优资格",
        "水位超过25米时启动Ⅳ级响应",
        "连续超时3次以上的问责",
        "PM2.5浓度高于75微克/立方米时，启动应急响应",
        "满意度不足90%的扣分",
        "欠费超过3个月的暂停服务",
        "逾期2次以上予以通报",
    ],
)
def test_in_a_target_cell_an_alarm_line_is_no_target(cell: str) -> None:
    assert read_targets(cell, year=None, is_cell=True).targets == ()


@pytest.mark.parametrize("cell", ["满意度达到90%以上予以表扬", "总量超过50亿元", "实现覆盖率超过90%的目标"])
def test_what_is_to_be_passed_is_a_target(cell: str) -> None:
    assert len(read_targets(cell, year=None, is_cell=True).targets) == 1


def test_a_range_with_thousands() -> None:
    (target,) = find_targets("新增车位1,000—2,000个", year=None)
    assert (target.value, target.value_max) == (1000, 2000)


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("确保每个街道至少开展2次培训", "每个街道"),
        ("每年评选10个样板", ""),
        ("东城区改造20个老旧小区", "东城区"),
        ("全市改造20个老旧小区", ""),
        ("其中城区达到85%", "城区"),
        ("棚户区改造开工500套", ""),
        ("在东城区、西安市、南县建设示范基地6个", ""),
        ("东城区、西城区改造20个老旧小区", ""),
    ],
)
def test_a_scope_is_whose_share_it_is(text: str, scope: str) -> None:
    (target,) = find_targets(text, year=None)
    assert target.scope == scope


def test_a_total_comes_with_its_split() -> None:
    reading = read_targets("2025年底完成9个试点（东城区5个、西城区3个、南县1个）。", year=None)
    assert [(item.value, item.scope, item.by) for item in reading.targets] == [
        (9, "", YEAR_END),
        (5, "东城区", YEAR_END),
        (3, "西城区", YEAR_END),
        (1, "南县", YEAR_END),
    ]
    assert reading.problems == ()


def test_a_total_before_its_split_needs_no_verb() -> None:
    targets = find_targets("低效用地5000亩（东城区3000亩、西城区2000亩）。", year=None)
    assert [(item.value, item.scope) for item in targets] == [(5000, ""), (3000, "东城区"), (2000, "西城区")]


def test_a_split_may_name_several_units_and_several_totals() -> None:
    reading = read_targets(
        "打造5个行业模型、40个典型应用。（行业模型：甲区、乙区各2个以上；典型应用：甲区、乙区各15个，丙县10个）",
        year=None,
    )
    assert [(item.value, item.scope, item.indicator) for item in reading.targets[2:]] == [
        (2, "甲区", "行业模型"),
        (2, "乙区", "行业模型"),
        (15, "甲区", "典型应用"),
        (15, "乙区", "典型应用"),
        (10, "丙县", "典型应用"),
    ]
    assert reading.problems == ()


@pytest.mark.parametrize("split", ["东城区5个、西城区3个", "东城区5个、西城区6个", "东城区、西城区各6个以上"])
def test_a_split_that_does_not_add_up_is_asked_about(split: str) -> None:
    reading = read_targets(f"完成9个试点（{split}）。", year=None)
    assert [problem.code for problem in reading.problems] == ["target-split-sum"]


def test_a_split_without_a_total_stands_alone() -> None:
    (first, second) = find_targets("任务分配（东城区5个、西城区3次）。", year=None)
    assert (first.scope, second.scope) == ("东城区", "西城区")


@pytest.mark.parametrize("bracket", ["（不低于3次）", "（含二级）", "（每年2次、每季1次）"])
def test_other_brackets_are_no_split(bracket: str) -> None:
    assert all(not target.scope for target in find_targets(f"开展演练{bracket}。", year=None))


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("至少培育3AAA级物业企业", 3, "家"),
        ("至少3AAA级企业", 3, "家"),
        ("组建率达到60，", 60, "%"),
        ("面积比例不低于30。", 30, "%"),
        ("收入增长7以上", 7, "%"),
    ],
)
def test_a_lost_unit_is_supplied_and_asked_about(text: str, value: float, unit: str) -> None:
    reading = read_targets(text, year=None)
    assert [(item.value, item.unit) for item in reading.targets] == [(value, unit)]
    assert [problem.code for problem in reading.problems] == ["target-unit-lost"]


@pytest.mark.parametrize(("text", "value"), [("5个", 5), ("≥80%", 80), ("50—60家", 50), ("全覆盖", 100)])
def test_in_a_target_cell_every_quantity_is_a_target(text: str, value: float) -> None:
    (target,) = read_targets(text, year=None, by=YEAR_END, is_cell=True).targets
    assert (target.value, target.by) == (value, YEAR_END)


def test_a_threshold_without_its_own_words_is_of_the_indicator_before() -> None:
    targets = find_targets("到2025年底组建率达到60%以上；到2026年底达到80%以上；到2027年底实现全覆盖。", year=None)
    assert [target.indicator for target in targets] == ["组建率"] * 3


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("建立电子底册，底册完整率达到95%", "底册完整率"),
        ("2025年底册完整率达到95%", "底册完整率"),
        ("2025年底线上办理率达到60%", "线上办理率"),
        ("改造后小区物业管理覆盖率达到100%", "改造后小区物业管理覆盖率"),
        ("到2025年底业委会组建率达到50%", "业委会组建率"),
        ("全市组织集中培训不少于6次", "集中培训"),
        ("完成保安员技能培训300人次", "保安员技能培训"),
        ("推动培训基地不少于2个", "培训基地"),
        ("新建、改扩建幼儿园15所", "幼儿园"),
        ("各街道签订承诺书18份", "承诺书"),
        ("新建（改建）社区驿站18处", "社区驿站"),
        ("项目开工率6月底前达到100%", "项目开工率"),
        ("雨季前（5月31日前）整改率达到100%", "整改率"),
        ("三年内培训护理员300人次", "护理员"),
        ("居民收入增长7%", "居民收入增长"),
        ("办理时长同比下降15%", "办理时长下降"),
        ("每千人口托位数达到4.6个", "每千人口托位数"),
        ("城镇新增就业4200人", "城镇新增就业"),
        ("按每户不少于10个托位配建设施", "托位"),
        ("公益岗位保持2600个不减少", "公益岗位"),
        ("投资2亿元改造管网", "投资"),
        ("（2）主城区清扫率达到95%", "主城区清扫率"),
        ("建成区绿化率达到40%", "建成区绿化率"),
        ("至少培训2次", ""),
    ],
)
def test_an_indicator_is_a_short_noun_and_no_word_is_cut(text: str, indicator: str) -> None:
    (target,) = find_targets(text, year=2025)
    assert target.indicator == indicator


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("组建率不低于70%，其中城区达到85%、乡镇达到60%。", ["组建率"] * 3),
        ("创建省级绿色社区10个、市级30个。", ["省级绿色社区", "市级绿色社区"]),
        ("垃圾分类覆盖率达到60%；2026年覆盖率达到80%。", ["垃圾分类覆盖率"] * 2),
        ("到2025年，建成区物业管理达到70%；到2026年建成区达到80%。", ["建成区物业管理"] * 2),
        ("2025年新建停车位500个。2026年新建300个。", ["停车位"] * 2),
        ("建成驿站5个，投诉率低于5%，2026年建成8个。", ["驿站", "投诉率", "驿站"]),
        ("抽查实现全覆盖，联合抽查占比30%以上。", ["抽查", "联合抽查占比"]),
    ],
)
def test_the_thresholds_of_a_series_share_an_indicator(text: str, indicators: list[str]) -> None:
    assert [target.indicator for target in find_targets(text, year=2025)] == indicators


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2025年底达到60%2026年底达到80%", ["2025年底达到60%", "2026年底达到80%"]),
        ("新建驿站8个、充电桩30个。", ["新建驿站8个", "充电桩30个"]),
        ("完成4家企业、2家工厂整治。", ["完成4家企业", "2家工厂整治"]),
        ("组建队伍2支50人以上。", ["组建队伍2支", "50人以上"]),
        ("全市建成站点5个，其中新区2个。", ["全市建成站点5个", "其中新区2个"]),
    ],
)
def test_the_words_of_a_target_are_its_own(text: str, words: list[str]) -> None:
    assert [target.text for target in find_targets(text, year=2025)] == words


@pytest.mark.parametrize("years", ["今明两年", "今年、明年", "今年和明年"])
def test_this_year_and_the_next_are_those_of_the_plan(years: str) -> None:
    targets = find_targets(f"{years}分别建成充电桩500个、800个。", year=2025)
    assert [(target.indicator, target.by) for target in targets] == [
        ("充电桩", date(2025, 12, 31)),
        ("充电桩", date(2026, 12, 31)),
    ]


@pytest.mark.parametrize("years", ["到2025年、2026年底，", "2025、2026年", "2025—2026年，"])
def test_the_years_that_numbers_are_dealt_to_are_printed_in_many_ways(years: str) -> None:
    targets = find_targets(f"{years}在校生规模分别达到2万人和3万人。", year=2025)
    assert [(item.value, item.by, item.indicator) for item in targets] == [
        (2, YEAR_END, "在校生规模"),
        (3, date(2026, 12, 31), "在校生规模"),
    ]


def test_numbers_dealt_out_over_several_years() -> None:
    targets = find_targets("2025年、2026年组建率分别不低于60%、80%，满意度达到90%。", year=2025)
    assert [(item.value, item.op, item.by, item.indicator) for item in targets[:2]] == [
        (60, ">=", YEAR_END, "组建率"),
        (80, ">=", date(2026, 12, 31), "组建率"),
    ]
    assert targets[0].text == targets[1].text == "2025年、2026年组建率分别不低于60%、80%"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("2025年组建率、满意率分别达到60%、80%。", ["组建率", "满意率"]),
        ("2025年牛、羊存栏分别达到60万头、80万只。", ["牛、羊存栏"] * 2),
    ],
)
def test_numbers_dealt_out_over_several_names(text: str, names: list[str]) -> None:
    targets = find_targets(text, year=2025)
    assert [(item.indicator, item.op, item.value, item.by) for item in targets] == [
        (names[0], ">=", 60, YEAR_END),
        (names[1], ">=", 80, YEAR_END),
    ]


@pytest.mark.parametrize("year", ["到2025年，分别", "到2025年分别", "2025年底分别"])
def test_numbers_dealt_out_without_names_are_of_the_indicators_before_in_their_order(year: str) -> None:
    targets = find_targets(f"到2024年，入园率达到92%，普惠覆盖率达到91%；{year}达到93%和92%。", year=2024)
    assert [(item.indicator, item.value, item.by) for item in targets] == [
        ("入园率", 92, date(2024, 12, 31)),
        ("普惠覆盖率", 91, date(2024, 12, 31)),
        ("入园率", 93, YEAR_END),
        ("普惠覆盖率", 92, YEAR_END),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "达标学校占比2024年达到70%、2025年达到90%",
        "达标学校占比，2024年达到70%，2025年达到90%",
        "达标学校百分比2024年达到70%、2025年达到90%",
        "达标学校占全部学校比重2024年达到70%、2025年达到90%",
    ],
)
def test_a_share_is_no_comparison_with_the_year_behind_it(words: str) -> None:
    assert [(item.value, item.by) for item in find_targets(words, year=2025)] == [
        (70, date(2024, 12, 31)),
        (90, YEAR_END),
    ]


@pytest.mark.parametrize("words", ["优良天数占比比2024年提高3个百分点", "得分比2024年提高3个百分点"])
def test_a_share_may_be_compared_with_a_year(words: str) -> None:
    assert [(item.value, item.by) for item in find_targets(words, year=2025)] == [(3, None)]
