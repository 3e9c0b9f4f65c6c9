"""How a figure is written in running text: thousands apart, a rate in per cent with one decimal."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from houqin.cells.writing import written
from houqin.problems import Both
from houqin.sections import Figure, Unit, Value

TWO = 2
ONE_PLACE, CENT, WHOLE = Decimal("0.1"), Decimal("0.01"), Decimal(100)
AT_ONE, ALL_AT_ONE = Both("（在{}）", " (at {})"), Both("（均在{}）", " (all at {})")
TARGETS: Mapping[str, Both] = {
    ">=": Both("不低于{}", "at least {}"),
    ">": Both("高于{}", "more than {}"),
    "<=": Both("不超过{}", "at most {}"),
    "<": Both("低于{}", "less than {}"),
    "=": Both("等于{}", "{}"),
}


UTMOST: Mapping[tuple[str, Value], Both] = {
    ("<=", Decimal(0)): Both("为{}", "{}"),
    (">=", Decimal(1)): Both("达到{}", "{}"),
}


def in_words(value: Value, unit: Unit, lang: str = "zh") -> str:
    """Return a value as running text shows it, "" where it is not known."""
    if value is None:
        return ""
    if isinstance(value, date):
        chinese = f"{value.year}年{value.month}月{value.day}日"
        return chinese if lang == "zh" else value.isoformat()
    if isinstance(value, str):
        return value
    return _NUMBERS.get(unit, _number)(Decimal(value))


def target_of(figure: Figure, lang: str) -> str:
    """Return the target of a figure, such as 不低于 95.0%, "" where there is none."""
    if figure.target is None:
        return ""
    words = TARGETS.get(figure.comparator, Both("{}", "{}"))
    if (figure.comparator, figure.target) in UTMOST and figure.unit in (
        Unit.COUNT,
        Unit.RATE,
    ):  # at most nothing, at least all
        words = UTMOST[figure.comparator, figure.target]
    return words.of(lang).format(in_words(figure.target, figure.unit, lang))


def campuses_of(figure: Figure, lang: str) -> str:
    """Return a figure at each campus, in brackets; "" where there are not two of them known.

    What is counted at one campus only is said to be there; nothing is said of the others.
    """
    known = {campus: value for campus, value in figure.by_campus.items() if value is not None}
    if len(known) < TWO or not figure.total:
        return ""
    if figure.unit is Unit.COUNT:
        known = {campus: value for campus, value in known.items() if value}
    if len(known) < TWO:
        words = AT_ONE if figure.total == 1 else ALL_AT_ONE
        return "".join(words.of(lang).format(campus) for campus in known)
    shown = [(campus, in_words(value, figure.unit, lang)) for campus, value in known.items()]
    if lang == "zh":
        return f"（{'、'.join(f'{campus}{value}' for campus, value in shown)}）"
    return f" ({', '.join(f'{campus} {value}' for campus, value in shown)})"


def _number(value: Decimal) -> str:
    whole, point, rest = written(value).partition(".")
    return f"{int(whole):,}{point}{rest}" if whole not in ("-0", "") else written(value)


def _money(value: Decimal) -> str:
    return f"{value.quantize(CENT, ROUND_HALF_UP):,}"


def _rate(value: Decimal) -> str:
    """Return a rate in per cent; what is less than all is never rounded up to 100."""
    percent = value * WHOLE
    shown = percent.quantize(ONE_PLACE, ROUND_HALF_UP)
    if shown == WHOLE and percent < WHOLE:
        shown = percent.quantize(ONE_PLACE, ROUND_DOWN)
    return f"{shown:,}%"


_NUMBERS: Mapping[Unit, Callable[[Decimal], str]] = {Unit.MONEY: _money, Unit.RATE: _rate}
