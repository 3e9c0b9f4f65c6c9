"""Who could fill a post: everybody on the staff, ranked, with what speaks for and against."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from houqin.areas.duty.absences import absence
from houqin.areas.duty.loads import load_of, pools_of
from houqin.areas.duty.moments import span
from houqin.areas.duty.needs import Need
from houqin.areas.duty.rest import Clash, Conflict, conflict, near, turn_of
from houqin.areas.duty.staffing import has_role, staff, works
from houqin.areas.duty.turns import turns_by_person
from houqin.areas.school.rows import PersonRow
from houqin.book import Book
from houqin.problems import Both

NONE = Decimal(0)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who might fill a post; nobody who has anything against them should."""

    name: str
    campus: str | None
    reasons: tuple[Both, ...]  # what speaks for them
    objections: tuple[Both, ...]  # what speaks against them
    duties: int
    expected: Decimal

    @property
    def is_free(self) -> bool:
        """Tell whether nothing speaks against them."""
        return not self.objections


def candidates(book: Book, need: Need, there: tuple[str, ...] = ()) -> tuple[Candidate, ...]:
    """Return everybody on the staff that day but those who are there, the best first.

    Whoever has nothing against them comes first, then people of the campus, then those whom
    the post's own roster knows, then whoever did least of their share.
    """
    found = [
        _candidate(book, need, name, person)
        for name, person in staff(book).items()
        if name not in there and works(person, need.day)
    ]
    known = pools_of(book).get((need.line.campus, need.line.post), frozenset())

    def rank(each: Candidate) -> tuple[int, bool, bool, Decimal]:
        elsewhere = each.campus not in (None, need.line.campus)
        return (
            len(each.objections),
            elsewhere,
            each.name not in known,
            each.duties - each.expected,
        )

    return tuple(sorted(found, key=rank))


def _candidate(book: Book, need: Need, name: str, person: PersonRow) -> Candidate:
    load = load_of(book, name)
    duties, expected = (load.duties, load.expected) if load else (0, NONE)
    reasons, objections = [*_reasons(need, person)], [*_objections(book, need, name, person)]
    reasons.append(
        Both(f"已排 {duties} 次，应值 {expected} 次", f"{duties} duties of {expected} expected")
    )
    return Candidate(
        name, person.get("campus"), tuple(reasons), tuple(objections), duties, expected
    )


def _reasons(need: Need, person: PersonRow) -> Iterator[Both]:
    if need.line.roles and has_role(person, need.line.roles):
        yield Both("有资格", "has the role")
    if person.get("campus") == need.line.campus:
        yield Both("就在本校区", "works at this campus")


def _objections(book: Book, need: Need, name: str, person: PersonRow) -> Iterator[Both]:
    lasts = span(need.day, need.line.slot)
    if need.line.roles and not has_role(person, need.line.roles):
        roles = "、".join(need.line.roles)
        yield Both(f"职务不是{roles}", f"is no {roles}")
    if person.get("campus") not in (None, need.line.campus):
        yield Both(f"平时在{person.campus}", f"works at {person.campus}")
    if absence(book, name, lasts):
        yield Both("正在请假", "is on leave")
    mine = turn_of(name, need.day, need.line.campus, lasts)
    theirs = near(turns_by_person(book).get(name, ()), lasts)
    others = [each for each in theirs if (each.post, each.span) != (need.line.post, lasts)]
    clashes = [found for other in others if (found := conflict(book, mine, other))]
    if clashes:
        yield _clash(min(clashes, key=lambda each: list(Clash).index(each.clash)))


def _clash(found: Conflict) -> Both:
    post = found.other.post or ""
    start = f"{found.other.span.start:%m-%d %H:%M}"
    if found.clash is Clash.TOGETHER:
        return Both(f"同时在{post}值班", f"is on {post} at the same time")
    if found.clash is Clash.ON_THE_WAY:
        zh = f"与{start}的{post}只隔 {found.minutes} 分钟，路上要 {found.needed} 分钟"
        return Both(zh, f"{found.minutes} minutes from {post}, {found.needed} on the way")
    hours = f"{found.minutes / 60:.1f}"
    return Both(f"与{start}的{post}只隔 {hours} 小时", f"only {hours} hours from {post} at {start}")
