"""What no unit's name begins, ends or goes on with: the rest of another name, a verb nobody knows, a person, a sign."""

from __future__ import annotations

import re
from collections.abc import Iterable

from wuye_cli.importing.fields.unit_words import WHOLE

_ODD = re.compile(
    r"^(?:[（(]|等|同[上前])|[★☆*＊▲△●#？?：:…]|(?:责任|牵头|配合)(?:单位|部门)均?[为是]"  # 等部门, ★县住建局
    r"|负责(?!人)[\u4e00-\u9fff]"  # 分工负责教育部: the end of another cell
    r"|(?<=[\u4e00-\u9fff]{2})[两二三四五六七八九][市县区](?:(?:人民)?政府|管委会)$"  # 金凤、西夏三区政府: one is lost
    r"|(?<=[局委办厅部府会院区县市镇乡道）)])(?<!社会)"  # 各区政府组织, 市住建局统筹
    r"(?:组织|统筹|协调|督办|跟进|抓落实|主持|完成|办理|制定|审核|验收|报送|负责.{1,6}|牵头.{1,4})$"
)
_MORE = re.compile(r"(?:[局厅]|政府)[\u4e00-\u9fff]{2,8}(?<![室段厂园])$")  # 县住建局张某某, 县住建局制定方案


def ask_about_names(names: Iterable[str]) -> str:
    """Ask about the first name that is hardly one."""
    odd = next((name for name in names if _ODD.search(name) or (_MORE.search(name) and not WHOLE.fullmatch(name))), "")
    return f"“{odd}”不像完整的单位名称" if odd else ""
