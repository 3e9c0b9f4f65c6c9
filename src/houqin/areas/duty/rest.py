"""Whether somebody can take one more duty: together, on the way, or without enough rest."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from houqin.areas.duty.moments import Span
from houqin.areas.duty.travel import travel
from houqin.areas.duty.turns import Turn
from houqin.book import Book

REST = "duty.rest_hours"


class Clash(Enum):
    """Why two duties of one person do not go together."""

    TOGETHER = "together"  # at the same time
    ON_THE_WAY = "on the way"  # at another campus, too soon after
    NO_REST = "no rest"  # too soon after, on another day or after a night


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two duties of one person that do not go together, and by how many minutes."""

    clash: Clash
    other: Turn
    minutes: int  # shared, or lying between them
    needed: int = 0  # minutes that should lie between them


def conflict(book: Book, one: Turn, other: Turn) -> Conflict | None:
    """Return why two duties of one person do not go together, the gravest reason first."""
    if shared := one.span.overlap(other.span):
        return Conflict(Clash.TOGETHER, other, shared)
    gap = one.span.gap(other.span)
    way = travel(book, one.campus, other.campus)
    if gap < way:
        return Conflict(Clash.ON_THE_WAY, other, _minutes(gap), _minutes(way))
    rest = rest_between(book, one, other)
    if gap < rest and not _is_one_duty(one, other, gap):
        return Conflict(Clash.NO_REST, other, _minutes(gap), _minutes(rest))
    return None


def rest_between(book: Book, one: Turn, other: Turn) -> timedelta:
    """Return the rest that 参数 asks for between two duties, none between those of one day.

    The duties of one day, such as those before and after lessons, are a day's work; a duty
    that lasts over midnight is a night's.
    """
    if one.day == other.day and not (_is_over_night(one.span) or _is_over_night(other.span)):
        return timedelta()
    hours = book.settings.number(REST, other.campus, max(one.day, other.day))
    return timedelta(hours=float(hours or 0))


def near(turns: Sequence[Turn], lasts: Span, days: int = 3) -> list[Turn]:
    """Return the turns that lie within some days of a span."""
    reach = timedelta(days=days)
    return [turn for turn in turns if abs(turn.span.start - lasts.start) <= reach]


def turn_of(name: str, day: date, campus: str | None, lasts: Span) -> Turn:
    """Return a turn that somebody might take."""
    return Turn(name, -1, "people", day, campus, None, lasts)


def _is_over_night(lasts: Span) -> bool:
    return lasts.end.date() > lasts.start.date() and lasts.end.time() > lasts.end.min.time()


def _is_one_duty(one: Turn, other: Turn, gap: timedelta) -> bool:
    """Tell whether one duty goes on where the other ends, at the same post."""
    return not gap and one.post is not None and (one.campus, one.post) == (other.campus, other.post)


def _minutes(time: timedelta) -> int:
    return int(time.total_seconds() // 60)
