"""How much duty each person does, against the share to be expected of them."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache, lru_cache
from typing import NamedTuple

from houqin.areas.duty.absences import absence
from houqin.areas.duty.moments import Span
from houqin.areas.duty.needs import key_of, lines_by_key
from houqin.areas.duty.rows import Duty, PostRow
from houqin.areas.duty.staffing import has_role, named, share_of, staff, works
from houqin.areas.duty.turns import Turn, turns
from houqin.book import Book

TENTH = Decimal("0.1")
Post = tuple[str | None, str | None]  # campus, post


@dataclass(frozen=True, slots=True)
class Load:
    """How much duty somebody does over the roster, and how much they should do."""

    name: str
    campus: str | None
    duties: int
    expected: Decimal  # by the days there, the share of 人员, and what was carried over
    carried: Decimal  # owed from last term; below 0 where too much was done

    @property
    def over(self) -> Decimal:
        """How many duties more than expected; below 0 fewer."""
        return self.duties - self.expected


class _Shift(NamedTuple):
    """Those who stand together on one post at one time, and whoever may stand there."""

    standing: tuple[str, ...]
    pool: tuple[str, ...]


@lru_cache(maxsize=1)
def loads(book: Book) -> tuple[Load, ...]:
    """Return the load of everybody who may be on duty, in the order of 人员.

    Each duty counts in equal parts for all who could have done it that day: of the role that
    the post asks for (else whoever is on its roster), on the staff and not on leave. So those
    who were away owe nothing for it. What was carried over is settled within the same posts.
    """
    done: Counter[str] = Counter()
    shared: Counter[tuple[str, ...]] = Counter()  # how many duties the same people share
    for shift in _shifts(book):
        done.update(shift.standing)
        shared[shift.pool] += len(shift.standing)
    fair: dict[str, Fraction] = defaultdict(Fraction)
    for pool, number in shared.items():
        for name, part in _parts(book, pool, number):
            fair[name] += part
    people = staff(book)
    owed = _settled(book, fair)
    return tuple(
        Load(
            name,
            person.get("campus"),
            done[name],
            _rounded(fair[name] + owed[name]),
            _carried(book, name),
        )
        for name, person in people.items()
        if name in fair or done[name]
    )


def load_of(book: Book, name: str) -> Load | None:
    """Return the load of one person, None of somebody who is never on duty."""
    return _by_name(book).get(name)


@lru_cache(maxsize=1)
def _by_name(book: Book) -> Mapping[str, Load]:
    return {load.name: load for load in loads(book)}


def _shifts(book: Book) -> Iterator[_Shift]:
    together: dict[tuple[date, Post, Span], list[Turn]] = defaultdict(list)
    for turn in turns(book):
        together[turn.day, (turn.campus, turn.post), turn.span].append(turn)
    pools = pools_of(book)
    works_on = _works_on(book)
    for (day, post, lasts), there in together.items():
        pool = pools.get(post, frozenset())
        standing = tuple(dict.fromkeys(turn.name for turn in there if turn.name in pool))
        able = {name for name in pool if works_on(name, day) and _is_there(book, name, lasts)}
        yield _Shift(standing, tuple(sorted({*standing, *able})))


def _works_on(book: Book) -> Callable[[str, date], bool]:
    """Return what tells whether somebody works on a day; it is asked for every post of the day."""
    people = staff(book)
    return cache(lambda name, day: works(people[name], day))


def _is_there(book: Book, name: str, lasts: Span) -> bool:
    return absence(book, name, lasts) is None


@lru_cache(maxsize=1)
def pools_of(book: Book) -> Mapping[Post, frozenset[str]]:
    """Return whoever may stand on each post: of its roles, else those whom its roster names."""
    rows, known, name_of = book[Duty], staff(book), named(book)
    named_there: dict[Post, set[str]] = defaultdict(set)
    posts = zip(rows.column_or_blank("campus"), rows.column_or_blank("post"), strict=True)
    for post, people in zip(posts, rows.column("people"), strict=True):
        named_there[post].update(known.keys() & set(map(name_of, people or ())))
    return {post: _pool(book, post, some) for post, some in named_there.items()}


def _pool(book: Book, post: Post, some: set[str]) -> frozenset[str]:
    roles = _roles_of(book).get(post, ())
    if not roles:
        return frozenset(some)
    return frozenset(
        name
        for name, person in staff(book).items()
        if person.get("campus") in (None, post[0]) and has_role(person, roles)
    )


@lru_cache(maxsize=1)
def _roles_of(book: Book) -> Mapping[Post, tuple[str, ...]]:
    """Return the roles that each post asks for, as its roster writes it."""
    if PostRow not in book:
        return {}
    asked = {key[:2]: lines[0].roles for key, lines in lines_by_key(book).items()}
    rows = book[Duty]
    written = zip(rows.column_or_blank("campus"), rows.column_or_blank("post"), strict=True)
    some_time = next((slot for slot in rows.column("slot") if slot), None)
    return {
        (campus, post): asked.get(key_of(campus, post, some_time)[:2], ())
        for campus, post in set(written)
        if campus and post and some_time
    }


def _parts(book: Book, pool: tuple[str, ...], number: int) -> Iterator[tuple[str, Fraction]]:
    """Yield the part of some duties that falls to each who could have done them."""
    people = staff(book)
    shares = {name: Fraction(share_of(people[name])) for name in pool}
    whole = sum(shares.values())
    for name, share in shares.items():
        yield name, number * share / whole if whole else Fraction()


def _settled(book: Book, fair: Mapping[str, Fraction]) -> dict[str, Fraction]:
    """Return what is added to each expected share, so that debts are made good by the others."""
    owed: dict[str, Fraction] = defaultdict(Fraction)
    for group in _groups(book, fair):
        carried = {name: Fraction(_carried(book, name)) for name in group}
        whole = sum((fair[name] for name in group), Fraction())
        total = sum(carried.values(), Fraction())
        for name in group:
            owed[name] = carried[name] - (total * fair[name] / whole if whole else 0)
    return owed


def _groups(book: Book, fair: Mapping[str, Fraction]) -> list[list[str]]:
    """Return the people who share duties with each other, directly or through others."""
    groups: list[set[str]] = []
    for pool in pools_of(book).values():
        joined = set(pool) & set(fair)
        apart = []
        for group in groups:
            if group & joined:
                joined |= group
            else:
                apart.append(group)
        groups = [*apart, joined] if joined else apart
    return [sorted(group) for group in groups]


def _carried(book: Book, name: str) -> Decimal:
    return Decimal(staff(book)[name].get("duty_debt") or 0)


def _rounded(number: Fraction) -> Decimal:
    return (Decimal(number.numerator) / number.denominator).quantize(TENTH)
