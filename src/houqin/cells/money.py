"""Money: amounts in yuan, in figures or in capital numerals."""

import re
from decimal import ROUND_HALF_UP, Decimal

from houqin.cells.doubtful import doubtful
from houqin.cells.doubts import Doubt
from houqin.cells.numbers import doubtful_number, leading_number
from houqin.cells.numerals import CAPITAL_DIGITS, digit_value, in_capital_signs, spelled
from houqin.cells.text import narrow
from houqin.cells.values import CellValue

CENT = Decimal("0.01")
_LONGEST = 60
_HEAD = re.compile(r"(?P<sign>[+\-负]?) ?(?:人民币|RMB|CNY)?:? ?¥? ?(?P<inner>-?)(?P<amount>.*)")
_DIGIT = rf"[0-9零一二三四五六七八九{CAPITAL_DIGITS}]"
_PARTS = rf"零?(?:(?P<jiao>{_DIGIT})角)?零?(?:(?P<fen>{_DIGIT})分)?[整正]?"
_TAIL = re.compile(rf"(?:[元圆块]{_PARTS})?[整正]?|RMB|CNY")
_BELOW_YUAN = re.compile(rf"(?={_DIGIT}[角分]){_PARTS}")
_IN_BRACKETS = re.compile(r"\((?P<amount>.+)\)")


def read_money(value: CellValue) -> Decimal | Doubt:
    """Read an amount of yuan, rounded half up to the cent."""
    price = read_price(value)
    return price if isinstance(price, Doubt) else to_cents(price)


def read_price(value: CellValue) -> Decimal | Doubt:
    """Read the price of one unit in yuan, which may be finer than the cent."""
    price = _yuan(value) if isinstance(value, str) else _in_figures(value)
    if price is not None:
        return price
    owed = _owed(value) if isinstance(value, str) else None
    return doubtful_number(value, read_price) if owed is None else doubtful("CEL-08", value, owed)


def to_cents(amount: Decimal) -> Decimal:
    """Round an amount of yuan half up to 0.01."""
    return amount.quantize(CENT, ROUND_HALF_UP)


def in_capitals(amount: Decimal) -> str:
    """Return an amount below 10**12 as receipts spell it out.

    >>> in_capitals(Decimal("1200")), in_capitals(Decimal("230.05"))
    ('壹仟贰佰元整', '贰佰叁拾元零伍分')
    """
    cents = int((abs(amount) / CENT).to_integral_value(ROUND_HALF_UP))
    yuan, small = divmod(cents, 100)
    jiao, fen = divmod(small, 10)
    text = f"{in_capital_signs(spelled(yuan))}元" if yuan or not small else ""
    if jiao:
        text += f"{CAPITAL_DIGITS[jiao]}角"
    elif fen and yuan:
        text += "零"
    text += f"{CAPITAL_DIGITS[fen]}分" if fen else ""
    return ("负" if amount < 0 and cents else "") + text + ("" if small else "整")


def _in_figures(value: CellValue) -> Decimal | None:
    leading = leading_number(value)
    return leading.number if leading else None


def _yuan(text: str) -> Decimal | None:
    head = _HEAD.fullmatch(narrow(text)) if len(text) <= _LONGEST else None
    if head is None or (head["sign"] and head["inner"]):
        return None
    amount = _unsigned(head["amount"])
    return -amount if amount and (head["sign"] in {"-", "负"} or head["inner"]) else amount


def _unsigned(text: str) -> Decimal | None:
    if found := _BELOW_YUAN.fullmatch(text):
        return _small_change(found)
    leading = leading_number(text)
    if leading is None or not text[0].isalnum() or not (found := _TAIL.fullmatch(leading.rest)):
        return None
    change = _small_change(found)
    if change and leading.number != int(leading.number):
        return None
    return leading.number + change


def _small_change(found: re.Match[str]) -> Decimal:
    jiao, fen = (digit_value(found[part] or "0") for part in ("jiao", "fen"))
    return Decimal(jiao * 10 + fen) * CENT


def _owed(text: str) -> Decimal | None:
    """Return what accountants mean by an amount in brackets; others mean a plain one."""
    found = _IN_BRACKETS.fullmatch(narrow(text[:_LONGEST]))
    amount = _unsigned(found["amount"]) if found else None
    return -amount if amount else None
