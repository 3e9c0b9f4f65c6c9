"""Columns of the ledger of repairs that are read in a way of their own, or stand there thrice."""

from typing import Annotated, Any

from pydantic import Field

from houqin.cells.context import Context
from houqin.cells.doubts import Doubt
from houqin.cells.kinds import Kind, Money, Text
from houqin.cells.numbers import read_whole
from houqin.cells.people import read_person
from houqin.cells.text import read_text
from houqin.cells.values import CellValue
from houqin.rows import heading

WORST, BEST = 1, 5
STARS = frozenset("星分颗")


def _party(value: CellValue, context: Context) -> str | Doubt:  # noqa: ARG001 - all look alike
    """Read a person's name; what is none is a firm, a class or a department."""
    person = read_person(value)
    return read_text(value) if isinstance(person, Doubt) else person


def _stars(value: CellValue, context: Context) -> int | Doubt:  # noqa: ARG001 - all look alike
    """Read how many stars are given, as a number or as so many stars."""
    text = value.strip() if isinstance(value, str) else ""
    stars = len(text) if text and not text.strip("★⭐") else None
    return read_whole(value, STARS) if stars is None else stars


Party = Annotated[str, Kind("person", _party)]
Stars = Annotated[int, Kind("whole", _stars), Field(ge=WORST, le=BEST)]
Rating = Annotated[
    Stars | None,
    heading(
        "评价",
        "评价星级",
        "评价得分",
        "总体评价",
        "评分",
        tip=("验收后填 1 至 5，5 最好", "1 to 5 after acceptance, 5 is best"),
    ),
]


def _bidder(number: int) -> Any:
    return heading(
        f"报价单位{number}",
        f"询价单位{number}",
        f"供应商{number}",
        f"比选单位{number}",
        tip=("哪一家报的价", "whose quote it is"),
    )


def _quote(number: int) -> Any:
    return heading(
        f"报价{number}",
        f"询价{number}",
        f"报价金额{number}",
        f"第{'一二三'[number - 1]}家报价",
        tip=("元；三家不同单位的有效报价", "in yuan; valid quotes of three different firms"),
    )


Bidder1 = Annotated[Text | None, _bidder(1)]
Bidder2 = Annotated[Text | None, _bidder(2)]
Bidder3 = Annotated[Text | None, _bidder(3)]
Quote1 = Annotated[Money | None, _quote(1), Field(gt=0)]
Quote2 = Annotated[Money | None, _quote(2), Field(gt=0)]
Quote3 = Annotated[Money | None, _quote(3), Field(gt=0)]
