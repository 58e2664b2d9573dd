"""The words that unit names are built of: who they belong to, what they deal with, what kind of body they are."""

from __future__ import annotations

import re

_STEMS = """
发改 发展改革 发展和改革 财政 司法 公安 民政 人社 人力社保 人力资源社会保障 人力资源和社会保障 自然资源
自然资源和规划 自然资源规划 规划资源 规划和自然资源 规划 生态环境 环保 住建 住房城乡建设 住房和城乡建设 住房保障
住房保障和房屋管理 建设 建管 交通 交通运输 水利 水务 农业农村 农业 农牧 商务 文旅 文化旅游 文化和旅游 文化广电旅游
文化广电和旅游 文广旅 文旅体 卫健 卫健体 卫生健康 卫生健康和体育 应急 应急管理 应急救援 审计 市场监管 市场监督
市场监督管理 城管
城市管理 城市管理综合执法 城市管理综合行政执法 城市管理和综合执法 城市管理和综合行政执法 城管执法 综合执法
综合行政执法 消防 消防救援 国动办 国资 国有资产监督管理 统计 统计调查 医保 医疗保障 信访 教育 教体 教育体育 体育
科技 科学技术 科工 工信 经信 经济和信息化 工业和信息化 林业 林草 林业和草原 园林 园林绿化 绿化市容 市政 市政管理
房管 机管 机关事务 机关事务管理 行政审批 行政审批服务管理 审批服务 数据 大数据 网络信息 网络信息化 政务服务
政务服务数据 政务数据 政务和数据 气象 税务 金融 人防 民宗 民族宗教 退役军人 退役军人事务 乡村振兴 外事 投资促进 投促
邮政 邮政管理 通信管理 粮食 粮食和物资储备 能源 药监 药品监督管理 海洋 海洋经济 知识产权 电力 广电 档案 地震 供销
地方金融 地方金融管理 公积金 住房公积金
"""
_PARTY_STEMS = "组织 宣传 统战 政法 网信 社会工作 社工 编办 政研 老干部"
_BODIES = (
    "法院 人民法院 中级人民法院 检察院 人民检察院 妇联 团委 残联 工会 总工会 工商联 科协 侨联 文联 "
    "红十字会 供销社 贸促会 "
    "经委 建委 交委 农委 科委 教委 商委"
)

_MINISTRIES = """
教育 科技 科学技术 工信 工业和信息化 公安 民政 司法 财政 人社 人力资源和社会保障 自然资源 生态环境 住建 住房城乡建设
住房和城乡建设 交通 交通运输 水利 农业农村 商务 文旅 文化和旅游 退役军人事务 应急管理
"""

_SUFFIX = "委员会 办公室 管理局 监督局 总队 支队 大队 中心 部门 分局 局 厅 委 办 部"


def _any_of(words: str) -> str:
    return "|".join(sorted(words.split(), key=len, reverse=True))


STEM = _any_of(_STEMS)
_MINISTRY = rf"(?:{_any_of(_MINISTRIES)})部(?!门)"
PARTY_STEM = _any_of(_PARTY_STEMS)
# 住建, 住建局, 公安部门, 消防救援支队: what a shared 市 or 各县（市）区 is handed on to
DEPARTMENT = re.compile(rf"(?P<stem>{STEM})(?:{_any_of(_SUFFIX)})?|(?:{_any_of(_BODIES)})")
PARTY_DEPARTMENT = re.compile(rf"(?:{PARTY_STEM})(?:部|委|办|局|室)?")  # 组织部, 政法委
# 县（市）区, 县(市、区), 旗县区, 乡（镇）, 街道, 设区市: a kind of district
_DISTRICT = r"(?:设区的?市|旗|县|市|区|州|盟|乡|镇|街道|苏木|[（(][市区县镇乡街道办、]+[）)]|、(?=[市区县镇乡街旗]))"
# 县（市）区: where one of its brackets is lost, the phrase is still certain
DISTRICT_PHRASES = (
    "县（市、区）",
    "县（市）区",
    "乡（镇）",
    "街道（乡镇）",
    "乡镇（街道）",
    "区（市）县",
    "镇（街道）",
    "市（县、区）",
)
GROUP = rf"(?:各|相关|有关|所辖){_DISTRICT}{{1,12}}|{_DISTRICT}{{2,12}}(?:两级|三级)?|各级"
OWNER = re.compile(
    rf"(?P<owner>{GROUP}|[\u4e00-\u9fff]{{2,6}}?[省市县区旗州]|[省市县区旗州])"
    rf"(?=(?P<party>党?委)?(?:{STEM}|{PARTY_STEM}|{_any_of(_BODIES)}))"
)

# 市经贸委, 甲市国土房管局: whose office it is where nobody knows what it deals with; but 市容局, 区域办, 城市更新局
OFFICE_OWNER = re.compile(
    r"(?P<owner>(?:[\u4e00-\u9fff]{2,6}?(?<!城))?[省市县区旗州])"
    r"(?!管理局$|(?<=市)(?:[场容]|政(?!法|研|数)|民(?!族|宗))|[域际])(?=[\u4e00-\u9fff]{2,8}(?:局|厅|委|办)$)"
)

# Where a name may end and the next begin although the separator is lost
_ENDS = """
局 厅 委 办 部 委员会 办公室 办事处 部门 政府 公司 集团 中心 支队 总队 大队 协会 企业 机构 法院 检察院 工商联 残联
管委会
"""
STRONG_END = rf"(?:{_any_of(_ENDS)})"
AFTER_END = f"(?:{'|'.join(f'(?<={end})' for end in _ENDS.split())})"
_OWN = r"(?:直有关|直相关|直各|委|政府|人民政府)"
START = (
    rf"(?:各(?:县|市|区|旗|乡|镇|街道|级|行业|有关|相关|成员单位)|(?:有关|相关)(?:县|市|区|部门)|国网|中国"
    rf"|[省市县区旗](?=(?:{STEM}|{PARTY_STEM}|{_any_of(_BODIES)}|{_OWN}))|(?!市[场政容域]|[区县省]域)[省市县区旗](?=[\u4e00-\u9fff（）()]{{1,14}}{STRONG_END}))"
)
# 市政府各部门, 区政府各委办局, 市安委会各成员单位: 各 after its own government or commission begins no new unit
_NOT_NEW = (
    r"(?!(?:(?<=政府)|(?<=[省市县区旗党]委))(?:各(?:有关|相关|直属|成员|委|办|局|部门|科室|处室)|有关|相关))"
    r"(?!(?<=[委会部组办])各(?:有关|相关)?成员单位)(?!各(?:直属|(?:有关|相关|业务|职能)*[处科股]室|[县市区旗]*分局|派出))(?!(?<=[省市县区旗]委)[省市县区旗]政府[^、]{1,4}[室组])"
)
_AFTER_BRACKET = r"(?<=[局办室心团司会院委部府][）)])"  # 市数据局（市人工智能局）市经信局
_AFTER_ZONE = r"(?<=开发区)|(?<=高新区)|(?<=产业园)(?!区)"  # 经济开发区各乡镇
_PLACE = r"[\u4e00-\u9fff]{2,4}?[市县区旗](?:人民)?政府"  # 甲区政府乙县政府
SEAM = re.compile(
    rf"(?:{AFTER_END}|{_AFTER_BRACKET}|{_AFTER_ZONE}){_NOT_NEW}(?={START})"
    rf"|(?:{AFTER_END}|{_AFTER_BRACKET})(?={_PLACE}(?:、|$|[\u4e00-\u9fff]{{2,4}}[市县区旗](?:人民)?政府))"
)
# Names of places that only they carry: 上海海事局 takes no 市 from its neighbour
PROVINCE = re.compile(
    "北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|"
    "青海|台湾|内蒙古|广西|西藏|宁夏|新疆|国家|中国"
)
# 宜昌海事局, 三峡通航管理局, 公安东湖分局, 东湖税务分局, 机场分局: of another body, which its own place names
BRANCH = re.compile(
    r"[\u4e00-\u9fff]{2,6}(?:海事|通航管理|航道|税务|气象|烟草专卖|烟草|邮政管理|地震|水文|铁路|流域管理)局"
    r"|(?!河湖|矿山)[\u4e00-\u9fff]{1,5}(?:[湖江河山岛]|水库|灌区|保护区)管理局"
    r"|(?:机场|空港|海港|港口|口岸|车站|火车站)分局"
    rf"|(?!(?:{STEM})分局)(?:(?:{STEM})[\u4e00-\u9fff]{{2,4}}|[\u4e00-\u9fff]{{2,4}}(?:{STEM}))分局"
)
BRANCH_OF = re.compile(r"局[^局]+分局$")  # 市公安局东湖分局: its 市 is not that of the offices beside it
# 市住建局司法局, 城管局水务集团: peers without any sign between them; 国家税务总局某税务局 and 市委政法委 are one
RUN_ON = re.compile(
    rf"(?:(?<=[^总分]局)|(?<=[^省市县区旗党工]委))(?=[\u4e00-\u9fff]{{2,10}}(?:局|委|厅|政府|委员会)$)(?!监委|员会|局|分局|各|(?!{STEM})[\u4e00-\u9fff]{{2,5}}分局)"
    r"|(?:(?<=大队)|(?<=支队)|(?<=中心))(?=[\u4e00-\u9fff]{2,8}(?:公司|局|委)$)"
    r"|(?:(?<=局)|(?<=部门))(?=[\u4e00-\u9fff]{0,6}街道[^所]*$)|(?<=政府)(?=街道(?:[（(]|办事处))"
    r"|(?<=[^总分一二三四五六七八九十\d]局)(?=(?!集团|公司|直属|下属)[\u4e00-\u9fff]{2,12}(?:公司|集团)$)"
    rf"|(?:(?<=[^总]局)|(?<=集团)|(?<=部))(?={PROVINCE.pattern})"  # 省数据局浙江证监局
    r"|(?<=处)(?=[\u4e00-\u9fff]{2,8}处$)|(?<=管理办)(?=[\u4e00-\u9fff]{2,10}管理办$)"
    # 国投公司（数据中心）物业公司; but 上海机场（集团）有限公司
    rf"|{_AFTER_BRACKET}(?=[\u4e00-\u9fff]{{2,}})(?!成员|有关|相关|等|(?:集团|控股|股份|有限|责任)*公司)"
    r"|(?:(?<=公司)|(?<=企业)|(?<=协会))(?=[\u4e00-\u9fff])(?!分|党|支|总|管|及|和|有限|等)"  # 供电公司水
    r"(?![\u4e00-\u9fff]{2,8}(?:段|车站|项目部|指挥部|代表处|(?<!街道)(?<![乡镇])办事处)$"  # 集团公司某地车务段
    r"|(?<=电力有限公司)[\u4e00-\u9fff]{2,6}供电公司$|(?:(?<=集团公司)|(?<=有限公司)(?!移动|联通|电信|铁塔|广电))[\u4e00-\u9fff]{2,6}分公司$)"
)

# An office inside another, or of the state: 市公安局交通管理局, 国家能源局浙江监管办, 交通运输部上海海事局
ONE_OFFICE = re.compile(
    rf"{_MINISTRY}[^、局部]{{2,10}}(?:局|委|办|办事处)|"
    r".*公安局(?:交通|交管|治安|出入境|森林|经侦)[^、]{0,4}局|国家(?!.*国家)[\u4e00-\u9fff]{2,10}局[\u4e00-\u9fff]{2,8}(?:局|办|办公室|队)"
)

# Endings that the last of several names prints for all: 住建、发改部门; 联通、移动、电信公司; 移动、电信某市分公司
SHARED_SUFFIX = re.compile(
    r"(?P<etc>等)?(?P<loose>有关|相关|主管|职能|行业)?"
    r"(?P<suffix>(?<=移动|联通|电信|铁塔|广电|石油|石化|人保|人寿)(?:(?!公司|集团)[\u4e00-\u9fff]){0,6}分公司|部门|(?<!分)公司|企业|人民政府|政府|管委会|管理委员会|(?<=街道)办(?:事处)?|分局|机构|集团|管理办|单位|银行|党委|党工委)$"
)
# A name that is whole as it stands, and takes no ending from its neighbour
WHOLE = re.compile(
    r".+(?:局|厅|委员会|委|办公室|办事处|办|部门|部|处|科|署|院|所|站|队|政府|中心|公司|集团|协会|学会|会|联|银行|分行|支行|人行|企业|机构|单位"
    r"|组|社|校|大学|中学|小学|实验室|海关|督查室|研究室|机关|馆|台|平台|园区|新区|团中央)$|^.*(?:开发区|高新区|经开区|管委会)$"
)
CARRIER = re.compile(  # utilities and the companies that a city builds with
    "移动|联通|电信|铁塔|广电|电力|供电|供水|自来水|水务|燃气|天然气|热力|供热|邮政|通信|公交|烟草|石油|石化|盐业|人保|人寿"
    "|[城交水文旅产农国建]投|城建|轨道(?:交通)?|地铁"
)
NONE = re.compile(r"[/／\\\-—–－_无空暂.。…]*|暂无|无此项")  # / - 无 ——: no unit
OFFICE = re.compile(  # 通管局, 双拥办: a department by its ending alone; but 东湖街道办, 各委办局
    r"(?!各|相关|有关|其[他它])(?:(?:(?![省市县区旗州])[\u4e00-\u9fff]){2,6}(?:局|厅|委)|(?:(?![省市县区旗州乡镇村道组团])[\u4e00-\u9fff]){2,4}办)"
)
# An office of the state, not of the place beside it: 民航江苏监管局, 银保监分局, 水利部长江委; but 铁路办
CENTRAL = re.compile(f"{PROVINCE.pattern}|民航|银保监|银监|保监|证监|海关|铁路(?!办)|铁塔|{_MINISTRY}")
