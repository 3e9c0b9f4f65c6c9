"""The rules about the people of a purchase: enough, apart, known, and there on the day."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from houqin.areas.makers import UNKNOWN_EN, UNKNOWN_ZH, each_of
from houqin.areas.purchasing.requests import Request, limit, meets, request_rule, requests
from houqin.areas.purchasing.rows import Purchase
from houqin.areas.purchasing.steps import receipts_of
from houqin.areas.school.rows import PersonRow
from houqin.areas.staff import NAMED, bare, not_listed, on_staff, roles
from houqin.areas.stock.rows import Receipt
from houqin.book import Book
from houqin.cells.choices import closest
from houqin.problems import Hit, Place, Severity
from houqin.rules import Rule, book_rule

BUYERS = "buy.buyers"
APART = "不相容岗位分离：申请、审批、采购、验收、保管、付款由不同的人担任"
PEOPLE = {  # who acts, and on which day
    "requester": "requested",
    "approver": "approved",
    "buyers": "ordered",
    "acceptor": "accepted",
    "payer": "reimbursed",
}
KEEPER = "keeper"  # stands on 入库


class Part(NamedTuple):
    """Somebody in one of the parts that different people must take."""

    name: str
    heading: str
    place: Place
    line: Purchase | None  # None: it stands on 入库
    field: str


class Clash(NamedTuple):
    """Two parts that one person took; the later one is told."""

    earlier: Part
    later: Part

    @property
    def told(self) -> Part:
        """The part that stands on 采购审批."""
        return self.later if self.later.line else self.earlier

    def hit(self) -> Hit:
        """Say it at its cell."""
        told = self.told
        other = self.earlier if told is self.later else self.later
        if told.line is None:
            raise TypeError(told)
        shown = {"name": told.name, "this": told.heading, "like": other.name}
        return told.line.hit(told.field, related=(other.place,), other=other.heading, **shown)


@request_rule(
    "BUY-19",
    "采购人数不少于规定",
    zh=("采购人只有 {count} 人，应不少于 {need} 人", "请补填会同采购的人"),
    en=("there are {count} buyers, and {need} are needed", "name whoever bought it together"),
    source="采购时至少两人在场",
    settings=(BUYERS,),
)
def buyers_are_enough(request: Request, book: Book) -> Iterator[Hit]:
    """Whatever is bought is bought by as many people together as 参数 asks for."""
    request.one("buyers")
    count, need = len(request.names("buyers")), limit(book, BUYERS, request)
    if request.known("ordered") and need is not None and not meets(book, BUYERS, count, request):
        yield request.hit("buyers", related=("ordered",), count=count, need=need)


@book_rule(
    "BUY-20",
    "申请、审批、采购、验收、保管、付款由不同的人担任",
    needs=(Purchase,),
    zh=("“{name}”同时是{other}和{this}", "请由不同的人担任并改填"),
    en=("{name} acted in two parts: {other} and {this}", "let different people do it"),
    source=APART,
)
def parts_are_apart(book: Book) -> Iterator[Hit]:
    """Whoever asks, approves, buys, accepts, keeps and pays are different people."""
    for clash in _clashes(book):
        if clash.earlier.name == clash.later.name:
            yield clash.hit()


@book_rule(
    "BUY-21",
    "不相容岗位上的人不是同一人的两种写法",
    needs=(Purchase,),
    zh=("{this}“{name}”与{other}“{like}”像是同一个人", "请核对姓名；确是两人的可接受"),
    en=(
        "{name}, {this}, looks like {like}, {other}",
        "check the names; accept it if these are two people",
    ),
    source=APART,
    severity=Severity.WARNING,
)
def nobody_is_spelt_two_ways(book: Book) -> Iterator[Hit]:
    """Nobody takes two parts under two spellings of one name."""
    for clash in _clashes(book):
        if clash.earlier.name != clash.later.name:
            yield clash.hit()


@book_rule(
    "BUY-22",
    "采购审批上的人在人员表中",
    needs=(Purchase, PersonRow),
    zh=UNKNOWN_ZH,
    en=UNKNOWN_EN,
    **NAMED,
)
def people_are_known(book: Book) -> Iterator[Hit]:
    """Everybody who acts in a purchase is on the staff list."""
    doubted = {
        (clash.told.place, clash.told.name)
        for clash in _clashes(book)
        if clash.earlier.name != clash.later.name
    }
    for field in PEOPLE:
        for hit in not_listed(book[Purchase], field, book):
            if (hit.place, hit.values["name"]) not in doubted:
                yield hit


people_are_on_staff = on_staff(
    "BUY-23",
    {Purchase: tuple(PEOPLE.items())},
    (
        "采购审批上的人当天在岗",
        "Everybody who acts in a purchase is on the staff on that day.",
    ),
)


@lru_cache(maxsize=4)
def _clashes(book: Book) -> tuple[Clash, ...]:
    """Return who took two parts of a request, each person and pair of parts once."""
    known = book[PersonRow].known("name") if PersonRow in book else frozenset[str]()
    spelling = Spelling(known, roles(book))
    return tuple(
        Clash(earlier, later)
        for request in requests(book)
        for earlier, later in combinations(_parts(request, book), 2)
        if earlier.field != later.field
        and spelling.is_one(earlier.name, later.name)
        and not _told_by_stock(earlier, later, request, book)
    )


def _parts(request: Request, book: Book) -> list[Part]:
    """Return who took which part of a request, each once, in the order of the steps."""
    headings = Purchase.headings()
    parts = [
        Part(name, headings[field].name, line.at(field), line, field)
        for field in PEOPLE
        for line in request.lines
        for name in each_of(line.get(field))
    ]
    heading = Receipt.headings()[KEEPER].name
    parts += [
        Part(row.keeper, heading, row.at(KEEPER), None, KEEPER)
        for line in request.lines
        for row in receipts_of(line, request, book)
        if row.get(KEEPER)
    ]
    first: dict[tuple[str, str], Part] = {}
    for part in parts:
        first.setdefault((part.field, part.name), part)
    return list(first.values())


@dataclass(frozen=True, slots=True)
class Spelling:
    """What tells whether two names are one person's: the staff list, and the roles it knows."""

    known: frozenset[str]
    roles: frozenset[str]

    def is_one(self, one: str, other: str) -> bool:
        """Tell whether two names are the same, or but for a role or for a slip of the hand."""
        if one == other:
            return True
        if one[0] == other[0] and bare(one, self.roles) == bare(other, self.roles):
            return True
        return not {one, other} <= self.known and closest(one, [other]) == other


def _told_by_stock(earlier: Part, later: Part, request: Request, book: Book) -> bool:
    """Tell whether 入库 itself says that who bought or accepted keeps the goods (STK-14)."""
    if later.field != KEEPER or earlier.line is None or earlier.field not in ("buyers", "acceptor"):
        return False
    field = "buyer" if earlier.field == "buyers" else "acceptor"
    rows = receipts_of(earlier.line, request, book)
    return any(row.get(field) == later.name == row.get(KEEPER) for row in rows)


RULES: tuple[Rule, ...] = (
    buyers_are_enough,
    parts_are_apart,
    nobody_is_spelt_two_ways,
    people_are_known,
    people_are_on_staff,
)
