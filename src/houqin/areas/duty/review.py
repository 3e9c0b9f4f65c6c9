"""What there is to say of a roster: gaps and who could fill them, loads, visitors still in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from houqin.areas.duty.candidates import Candidate, candidates
from houqin.areas.duty.coverage import BEST, PostDay, check_roster
from houqin.areas.duty.fairness import FAIR
from houqin.areas.duty.inside import Inside, inside
from houqin.areas.duty.loads import Load
from houqin.areas.duty.needs import Need
from houqin.areas.duty.rows import Duty, Visit
from houqin.areas.measures import COMPARISONS
from houqin.book import Book


@dataclass(frozen=True, slots=True)
class Gap:
    """A post that lacks people on a day, or may lack them."""

    post: PostDay
    certain: bool  # False: something in the roster that cannot be read may fill it
    candidates: tuple[Candidate, ...]  # who could fill it, while there is time


class Balance(StrEnum):
    """Whether somebody does their share of the duty."""

    MORE = "more"
    FEWER = "fewer"
    FAIR = "fair"


@dataclass(frozen=True, slots=True)
class Review:
    """Everything that the check of a roster tells."""

    posts: int  # that must be filled in the period, each day
    gaps: tuple[Gap, ...]
    visitors: tuple[Inside, ...]
    loads: tuple[tuple[Load, Balance], ...]

    @property
    def unfair(self) -> int:
        """How many people do too much or too little."""
        return sum(each is not Balance.FAIR for _, each in self.loads)


def review(book: Book) -> Review:
    """Look a roster over.

    Raises:
        NoColumn: a sheet lacks one of the columns that tell who stands where, or who came.
    """
    checked = check_roster(book, 0)
    return Review(
        len(checked.posts),
        tuple(_gaps(book, checked.posts)),
        tuple(inside(book)) if Visit in book else (),
        tuple((load, balance(book, load)) for load in checked.loads),
    )


def _gaps(book: Book, posts: Sequence[PostDay]) -> Iterator[Gap]:
    """Yield the posts that lack people; a blank cell of the roster surely has nobody in it."""
    for post in posts:
        if post.gap > 0:
            certain = post.certain or _is_blank(book, post)
            ahead = certain and post.day >= book.as_of
            need = Need(post.day, post.line)
            who = candidates(book, need, post.there)[:BEST] if ahead else ()
            yield Gap(post, certain, who)


def balance(book: Book, load: Load) -> Balance:
    """Tell whether a load differs from what is expected by more than 参数 allows."""
    setting = book.settings.find(FAIR, load.campus)
    if setting is None or not isinstance(setting.value, Decimal):
        return Balance.FAIR
    keeps = COMPARISONS.get(setting.comparator, COMPARISONS["<="])
    if keeps(abs(load.over), setting.value):
        return Balance.FAIR
    return Balance.MORE if load.over > 0 else Balance.FEWER


def _is_blank(book: Book, post: PostDay) -> bool:
    rows = book[Duty]
    is_list = not rows.table.origins  # a table that runs both ways has no rows for blank cells
    if not is_list or post.place.sheet != rows.sheet or post.place.row not in rows.numbers:
        return False
    index = rows.numbers.index(post.place.row)
    unread = rows.unread.get("people", frozenset())
    return rows.column("people")[index] is None and index not in unread
