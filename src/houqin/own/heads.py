"""The lines above the table of an own sheet: what it is about, and what came of it."""

from collections.abc import Mapping
from decimal import ROUND_DOWN, Decimal

from houqin.problems import Both
from houqin.result import Result
from houqin.sections import Light

# A verdict begins with one of these, so that it is not told by its colour alone.
SIGNS: Mapping[Light, str] = {Light.GREEN: "✔", Light.AMBER: "？", Light.RED: "✘"}


def said(light: Light, text: str) -> str:
    """Return a verdict with its sign."""
    return f"{SIGNS[light]} {text}" if light in SIGNS else text


def worst(*, red: bool, amber: bool = False) -> Light:
    """Return the light of a page on which something is wrong, or to be looked at, or neither."""
    if red:
        return Light.RED
    return Light.AMBER if amber else Light.GREEN


def note_of_period(result: Result) -> str:
    """Return the line that names the school, the period and the as-of day."""
    period = result.book.period
    days = Both(
        f"期间 {period.start} 至 {period.end}",
        f"period {period.start} to {period.end}",
    ).of(result.lang)
    return "　".join((*_school(result), days, as_of(result)))


def note_of_day(result: Result) -> str:
    """Return the line that names the school and the as-of day."""
    return "　".join((*_school(result), as_of(result)))


def as_of(result: Result) -> str:
    """Return the as-of day in words."""
    return Both(f"统计日期 {result.book.as_of}", f"as of {result.book.as_of}").of(result.lang)


def percent(part: Decimal) -> str:
    """Return a share in per cent, rounded down, so that only what is whole is 100 %."""
    return f"{(part * 100).quantize(Decimal('0.1'), ROUND_DOWN):f}%".replace(".0%", "%")


def _school(result: Result) -> tuple[str, ...]:
    names = (result.book.settings.text(code) for code in ("school.name", "term.name"))
    return tuple(filter(None, names))
