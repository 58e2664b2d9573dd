"""Printed numbers at the head of a paragraph: 第一章 一、 第一条 （一） 1. 1.1 （1） ① ."""

from __future__ import annotations

import re
from dataclasses import dataclass

_CHINESE = r"[一二三四五六七八九十百]{1,4}"
# 第二章 优化环境, 第一部分 总体要求: a whole line; but 第三章规定的条件，应当…
_CHAPTER = r"(第\s*[一二三四五六七八九十\d]{1,3}\s*%s)\s*(?=[^。；，,;]{0,30}$)"
# 第三条 开展排查, 第三条【开展排查】, 第三条开展排查; but 第三条处1万元以上罚款 goes on with 依据《…》
_CITED = "规定|[所之的和与及或至到款项第处]|中[^国央心小医]|等[^级]|明确的|要求|内容|以[上下]|有[关下上]|情形|执行|办理"
_ARTICLE = rf"(第\s*(?:{_CHINESE}|\d{{1,3}})\s*条)(?:[\s\u3000:：、]+(?=\S)|(?=[【〔])|(?=[一-鿿《“])(?!{_CITED}))"
_DATED = r"20\d\d年|1?\d月(?:底|末|[上中下份前]|\d)|\d{5}(?!\d*[.万亿])"  # 1.2025年底前…, 2.6月底前…, 3.12345热线
# What a decimal counts (1.5万亩, 2.5公里), and no word that only begins so (2.1 项目建设, 1.3 分类整治)
_MEASURED = (
    "亿|万(?!企|村)|千(?!企|村|兆|方百计)|百(?!日|企|县|强|姓|校)|十(?!大|四五|五五)|[座栋幢吨克斤升折代寸磅倍]"
    "|(?:公[里斤顷]|平方|立方|毫|厘|小时|摄氏|标方|兆瓦|左右|以[上下])|[个](?![体人性])|名(?![录单牌优师医特])|家(?![庭政电居校园])"
    "|户(?![籍外])|处(?![置理罚方])|条(?!件)|项(?!目)|台(?![账区])|套(?!餐)|辆|件|批(?![发量零])|米|亩(?!均)|元(?!宇宙)|度(?!假)"
    "|级(?![别配])|人(?![才民居大员力社工文口])|年(?![度轻货检])|月(?![度嫂报])|日(?![常间])|天(?!然)|时(?![间限代])|分(?![类级步批层区工解析布散期])"
    "|秒|版(?!权)|次(?!生)|[一-鿿“]{2,8}日(?![常均报益产制程])"  # 6.5世界环境日
)
# 1.1 摸清底数, 1.1摸清底数, 2.3、摸清底数, 1.1.1 摸清底数
_PAIR = r"[1-9]\d?[.．][1-9]\d?"
_DOTTED = (
    rf"({_PAIR}(?:[.．][1-9]\d?){{1,2}}|{_PAIR}(?=\s*[、．]|\.\s)|{_PAIR}(?!\d|\s*(?:{_MEASURED})))"
    r"\s*[、.．]?\s*(?=[一-鿿“《【]|20\d\d年)"
)
_NAME = "(?:任务|举措|措施|行动|工程|专项|事项|项目|序号)(?:[一二三四五六七八九十]{1,3}|\\d{1,2})"
_NAMED = rf"({_NAME})\s*[:：、.．]\s*|[【〔\[［]\s*({_NAME})\s*[】〕\]］]\s*"  # 行动三：…   【事项一】…
_LEVELS: tuple[tuple[float, re.Pattern[str]], ...] = (
    (0, re.compile(_CHAPTER % "[章编篇]")),
    (0, re.compile(_CHAPTER % "部分")),
    (0.5, re.compile(_CHAPTER % "节")),
    (1.5, re.compile(_ARTICLE)),
    (1.5, re.compile(_NAMED)),
    (1, re.compile(rf"({_CHINESE})\s*[、.．，]\s*")),  # 一、总体要求
    (2, re.compile(rf"([（(]\s*{_CHINESE}\s*[）)])\s*[、.．]?\s*")),  # （一）主要任务
    (
        3,
        re.compile(rf"(\d{{1,3}})\s*(?:[、．]|\.(?!\d)|\.(?={_DATED}))\s*"),
    ),  # 1. 1、 1．, but neither 1.5亿元 nor 2025.6
    (3.5, re.compile(_DOTTED)),
    (4, re.compile(r"([（(]\s*\d{1,3}\s*[）)]|\d{1,3}(?=[）)]))[）)]?\s*")),  # （1） 1）
    (3, re.compile(r"(0[1-9])(?:\s+|\s*[、.．]\s*)(?=[一-鿿“])")),  # 01 开展排查
    (2, re.compile(r"([㈠-㈩])\s*[、.．]?\s*")),
    (3, re.compile(r"([⒈-⒛])\s*")),
    (4, re.compile(r"([⑴-⒇])\s*[、.．]?\s*")),
    (5, re.compile(r"([①-⑳])\s*[、.．]?\s*")),  # ① 制定方案
)
_HALF_OPEN = re.compile(
    r"[（(]([一二三四五六七八九十]{1,3})(?=[\u4e00-\u9fff])([^（()）]*)$"
)  # (十推动行业发展: ) lost
_HALF_CLOSED = re.compile(r"[）)]\s*(?=[\u4e00-\u9fff])")  # )健全工作机制: (四 lost


@dataclass(frozen=True, slots=True)
class Numbering:
    """A paragraph's printed number; `no` without the mark that ends it.

    `level` grows inwards: 0 第一章 1 一、 1.5 第一条 2 （一） 3 1. 3.5 1.1 3.625 1.1.1 4 （1） 5 ①; `printed` is False
    where the layout alone says that something begins.

    `no` is empty where extraction lost the number itself and only its closing bracket is left.
    """

    level: float
    no: str
    rest: str
    printed: bool = True


def find_number(text: str) -> Numbering | None:
    """Split the printed number from the head of a paragraph."""
    text = text.strip()
    for level, pattern in _LEVELS:
        if found := pattern.match(text):
            no = re.sub(r"\s", "", found[found.lastindex or 0])
            depth = len(re.findall(r"[.．]\d", no))  # of 1.1.1
            return Numbering(level + max(depth - 1, 0) / 8, no, text[found.end() :])
    return _find_damaged(text)


def _find_damaged(text: str) -> Numbering | None:
    if found := _HALF_OPEN.match(text):
        return Numbering(2, f"（{found[1]}）", found[2])
    if found := _HALF_CLOSED.match(text):
        return Numbering(2, "", text[found.end() :])
    return None
