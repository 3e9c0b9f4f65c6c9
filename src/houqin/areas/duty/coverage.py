"""The check of a roster: each post of each day with its gap and who could fill it, and loads."""

from dataclasses import dataclass
from datetime import date

from houqin.areas.duty.absences import absence
from houqin.areas.duty.candidates import Candidate, candidates
from houqin.areas.duty.filling import Filled, filled
from houqin.areas.duty.loads import Load, loads
from houqin.areas.duty.moments import span
from houqin.areas.duty.needs import Line
from houqin.areas.duty.rows import Duty, PostRow
from houqin.areas.duty.turns import Turn, turns
from houqin.book import Book
from houqin.cells.times import TimeRange
from houqin.problems import Place

BEST = 3  # candidates shown for each gap


@dataclass(frozen=True, slots=True)
class PostDay:
    """One post on one day: how many it takes, who really stands there, who could join them."""

    day: date
    line: Line  # of 岗位
    there: tuple[str, ...]  # without those on leave, with their substitutes
    certain: bool  # False: a row that cannot be read in full may be about it
    place: Place  # the cell of the roster, else the line of 岗位 that asks for it
    candidates: tuple[Candidate, ...] = ()  # where there is a gap

    @property
    def campus(self) -> str:
        """The campus of the post."""
        return self.line.campus

    @property
    def post(self) -> str:
        """The name of the post."""
        return self.line.post

    @property
    def slot(self) -> TimeRange:
        """From when to when."""
        return self.line.slot

    @property
    def needed(self) -> int:
        """How many people it takes."""
        return self.line.heads

    @property
    def gap(self) -> int:
        """How many people are missing; below 0 too many are there."""
        return self.needed - len(self.there)


@dataclass(frozen=True, slots=True)
class RosterCheck:
    """What the page 值班检查 shows."""

    posts: tuple[PostDay, ...]  # by day, then in the order of 岗位
    loads: tuple[Load, ...]  # of everybody who may be on duty, in the order of 人员

    @property
    def gaps(self) -> tuple[PostDay, ...]:
        """The posts that surely lack people."""
        return tuple(each for each in self.posts if each.certain and each.gap > 0)


def check_roster(book: Book, best: int = BEST) -> RosterCheck:
    """Compare the roster with 岗位, for the period and as far ahead as the roster goes.

    Raises:
        NoColumn: 值班表 or 岗位 lacks one of the columns that tell who stands where.
    """
    standing = _standing(book)
    posts = [_post_day(book, each, standing, best) for each in filled(book)]
    posts.sort(key=lambda each: (each.day, each.line.index))
    return RosterCheck(tuple(posts), loads(book))


def _standing(book: Book) -> dict[int, list[Turn]]:
    found: dict[int, list[Turn]] = {}
    for turn in turns(book):
        found.setdefault(turn.row, []).append(turn)
    return found


def _post_day(book: Book, each: Filled, standing: dict[int, list[Turn]], best: int) -> PostDay:
    need, line = each.need, each.need.line
    lasts = span(need.day, line.slot)
    names = (turn.name for index in each.indexes for turn in standing.get(index, ()))
    there = tuple(dict.fromkeys(name for name in names if not absence(book, name, lasts)))
    lacks = each.certain and len(there) < line.heads
    who = candidates(book, need, there)[:best] if lacks else ()
    return PostDay(need.day, line, there, each.certain, _place(book, each), who)


def _place(book: Book, each: Filled) -> Place:
    if each.indexes:
        return book[Duty].place(each.indexes[0], "people")
    return book[PostRow].place(each.need.line.index, "post")
