"""Persons beside the units of one column, where its heading says that it holds both: 责任单位及责任人.

市住建局 张三 -> 市住建局, 张三        停车科（李四、王五） -> 停车科, 李四、王五
"""

from __future__ import annotations

import re
from functools import lru_cache

HEADING = re.compile("责任人|负责人|联系人|领导")
# Two or three characters, which do not end as an office does
NAME = r"(?!各)[一-鿿]{1,2}[^\W\d局委办处科股室站所队院部区县市镇乡]"
PERSONS = re.compile(rf"(?<=[\s（(：:]){NAME}(?:[、，]{NAME})*(?=[\s）)]|$)")
LEFT_OVER = re.compile(r"[（(][\s、，]*[）)]|[\s：:、，（(]+$")


@lru_cache(maxsize=1024)  # asked of every cell of units
def has_persons(heading: str) -> bool:
    """Tell whether a column of units holds persons, too."""
    return HEADING.search(heading) is not None


def split_persons(cell: str) -> tuple[str, tuple[str, ...]]:
    """Part the units of a cell from the persons beside them."""
    return LEFT_OVER.sub("", PERSONS.sub("", cell)), tuple(PERSONS.findall(cell))
