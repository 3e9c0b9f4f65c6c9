"""The arguments of a worksheet function: what Excel hands over, and what it means."""

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeVar

from houqin.problems import Both

if TYPE_CHECKING:
    from houqin.cells.doubts import Doubt
    from houqin.cells.values import CellValue

V = TypeVar("V")

_ERROR = re.compile(r"#(?:N/A|[A-Z0-9]+/?[A-Z0-9]*[!?])")  # as xlwings names what a cell shows
_ZERO_DAY = date(1899, 12, 30)  # the date that Excel gives a bare time
_OTHER = Both("这个参数不能用", "this argument cannot be used")
_ONE_CELL = Both("这里要一个单元格，不是一片", "one cell is needed here, not several")


class WrongArgument(Exception):  # noqa: N818 - no error of ours: the user is told in the cell
    """An argument cannot be used; the words say why and what to do."""

    def __init__(self, words: Both) -> None:
        self.words = words
        super().__init__(words.zh)

    def text(self, lang: str = "zh") -> str:
        """Return what the cell shows."""
        return f"?{self.words.of(lang)}"


def cell(value: Any) -> "CellValue":
    """Return what one cell holds, as every reader of cells knows it.

    Raises:
        WrongArgument: it is no cell.
    """
    if isinstance(value, list | tuple):
        return cell(_alone(value))
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, str):
        return _of_text(value)
    if isinstance(value, datetime):
        moment = value.replace(tzinfo=None)
        return moment.time() if moment.date() == _ZERO_DAY else moment
    if isinstance(value, date | time | timedelta):
        return value
    if isinstance(value, Decimal) and value.is_finite():  # a cell in a currency format
        return float(value)
    raise WrongArgument(_OTHER)


def day(value: Any) -> date | None:
    """Read a date; a blank cell is none.

    Raises:
        WrongArgument: it is no date, or a doubtful one.
    """
    from houqin.cells.dates import read_date

    return read(value, read_date)


def whole(value: Any) -> int | None:
    """Read a whole number; a blank cell is none.

    Raises:
        WrongArgument: it is none.
    """
    from houqin.cells.numbers import read_whole

    return read(value, read_whole)


def money(value: Any) -> Decimal | None:
    """Read an amount of yuan; a blank cell is none.

    Raises:
        WrongArgument: it is none.
    """
    from houqin.cells.money import read_money

    return read(value, read_money)


def text(value: Any) -> str | None:
    """Read a text, also one that looks like a number; a blank cell is none.

    Raises:
        WrongArgument: it is none, such as an error value.
    """
    from houqin.cells.text import read_text

    return read(value, read_text)


def number(value: Any) -> Decimal | None:
    """Read a number in any way of writing one; a blank cell is none.

    A unit, 元 or a percent sign may stand beside it: ３０个, ¥1,200.00, 95%, 壹佰元整.
    Where two ways of reading give two numbers, such as 5角, it is doubtful.

    Raises:
        WrongArgument: it is no number, or a doubtful one.
    """
    from houqin.cells.doubtful import doubtful
    from houqin.cells.doubts import Doubt
    from houqin.cells.money import read_price
    from houqin.cells.numbers import read_percent
    from houqin.cells.quantities import Amount, read_amount

    def in_any_way(raw: "CellValue") -> "Decimal | Doubt":
        amount = read_amount(raw)
        found = [amount.number if isinstance(amount, Amount) else amount]
        found += [read_price(raw), read_percent(raw)]
        numbers = {each for each in found if not isinstance(each, Doubt)}
        if len(numbers) > 1:
            return doubtful("CEL-08", raw)
        return numbers.pop() if numbers else found[0]

    return read(value, in_any_way)


def read(value: Any, reader: "Callable[[CellValue], V | Doubt]") -> V | None:
    """Read one cell by one of the readers of cells; a blank cell is none.

    Raises:
        WrongArgument: the reader is in doubt.
    """
    from houqin.cells.doubts import Doubt
    from houqin.cells.values import is_blank

    raw = cell(value)
    if is_blank(raw):
        return None
    found = reader(raw)
    if isinstance(found, Doubt):
        raise WrongArgument(words_of(found))
    return found


def words_of(doubt: "Doubt") -> Both:
    """Return what the reading rules say of a doubtful cell, and what to do about it."""
    from houqin.problems import Hit, Place
    from houqin.reading.rules import BY_CODE

    values = {name: value for name, value in doubt.values.items() if name != "value"}
    hit = Hit(Place(""), values, value=str(doubt.values.get("value", "")))
    problem = BY_CODE[doubt.code].problem(hit)
    return Both(f"{problem.what()}，{problem.fix()}", f"{problem.what('en')}; {problem.fix('en')}")


def _alone(cells: Sequence[Any]) -> Any:
    if len(cells) != 1:
        raise WrongArgument(_ONE_CELL)
    return cells[0]


def _of_text(value: str) -> "CellValue":
    from houqin.cells.values import CellError

    return CellError(value) if _ERROR.fullmatch(value) else value
