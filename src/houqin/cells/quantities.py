"""Quantities: a number, and the unit that may stand after it."""

import re
from dataclasses import dataclass
from decimal import Decimal

from houqin.cells.doubts import Doubt
from houqin.cells.numbers import Leading, doubtful_number, leading_number
from houqin.cells.text import fold
from houqin.cells.values import CellValue
from houqin.cells.writing import written

# After a numeral only a measure word is a unit: 一般 is not one 般.
MEASURES = frozenset(
    "个只盒箱瓶包袋套把台张支枝根条卷桶件双副付块本册份片罐听盏扇面辆部组打对捆扎串提筒壶床顶粒颗枚盘"
    "斤克吨升米人名位次间盆棵车板节筐刀令滴管贴幅架座门樘匹"
) | {"公斤", "千克", "毫升", "厘米", "平方米", "立方米"}

_SIGN = r"[A-Za-z]{1,6}[23²³]?|[㎡㎥]|[\u4e00-\u9fff]{1,4}"
_UNIT = re.compile(rf"(?:(?![OolI])(?P<bare>{_SIGN})|\((?P<bracketed>{_SIGN})\))?")
# 多, 左右, 半 and the like make a number vague; a numeral starts a second number.
_VAGUE = re.compile(
    r"[约多余几半每近超至到或和加共来左右上下以内外不足若零〇一二三四五六七八九十百万亿]|千(?![克米瓦伏卡升])"
)

_NO_DIFFERENCE = frozenset(("无差异", "没有差异", "无误差", "无", "一致", "相符", "账实相符"))


@dataclass(frozen=True, slots=True)
class Amount:
    """How much: a number, and its unit where one is written."""

    number: Decimal
    unit: str | None = None

    def __str__(self) -> str:
        return written(self.number) + (self.unit or "")


def read_amount(value: CellValue) -> Amount | Doubt:
    """Read a quantity and its unit; a range, a nested pack or a rough figure is doubtful."""
    leading = leading_number(value)
    found = _UNIT.fullmatch(leading.rest) if leading else None
    if leading is None or found is None:
        return doubtful_number(value, read_amount)
    unit = fold(found["bare"] or found["bracketed"] or "")
    if not _is_unit(unit, leading):
        return doubtful_number(value, read_amount)
    return Amount(leading.number, unit or None)


def read_difference(value: CellValue) -> Decimal | Doubt:
    """Read how much more or less was counted; 无差异 is 0, but 减少 does not say how much."""
    if isinstance(value, str) and fold(value).rstrip("。") in _NO_DIFFERENCE:
        return Decimal(0)
    amount = read_amount(value)
    return amount if isinstance(amount, Doubt) else amount.number


def _is_unit(unit: str, leading: Leading) -> bool:
    if leading.spelled and unit:
        return unit in MEASURES
    return not _VAGUE.search(unit)
