"""The demo's store while the term goes by: its lots, and its ledgers as they are written."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from random import Random

from houqin.master.demo.goods import SCARCE, Good
from houqin.master.demo.school import Staff, of_role
from houqin.master.term import Row

Task = Callable[[date], None]
PREFIXES = {
    "期初": "QC",
    "采购": "RK",
    "捐赠": "JZ",
    "退库": "TK",
    "盘盈": "PY",
    "领用": "LY",
    "调出": "DB",
    "退货": "TH",
    "报废": "BF",
    "盘亏": "PK",
}


@dataclass(slots=True)
class Lot:
    """Goods of one batch."""

    batch: str | None
    expires: date | None
    quantity: int

    def of(self, quantity: int) -> "Lot":
        """Return another quantity of the same batch."""
        return Lot(self.batch, self.expires, quantity)


@dataclass(frozen=True, slots=True)
class Document:
    """What all lines of one document have in common."""

    number: str
    day: date
    campus: str
    kind: str
    more: Mapping[str, object] = field(default_factory=dict)

    def line(self, good: Good, lot: Lot) -> Row:
        """Return the line of a good."""
        return {
            "number": self.number,
            "date": self.day,
            "campus": self.campus,
            "kind": self.kind,
            **named(good),
            "quantity": lot.quantity,
            "batch": lot.batch,
            **self.more,
        }


@dataclass(slots=True)
class Store:
    """The stores of both campuses."""

    people: tuple[Staff, ...]
    random: Random
    scale: int
    lots: dict[tuple[str, str], list[Lot]] = field(default_factory=lambda: defaultdict(list))
    receipts: list[Row] = field(default_factory=list)
    issues: list[Row] = field(default_factory=list)
    counts: list[Row] = field(default_factory=list)
    numbers: Counter[str] = field(default_factory=Counter)  # documents, by what they begin with
    tasks: dict[str, list[Task]] = field(default_factory=lambda: defaultdict(list))

    def number(self, prefix: str, digits: int = 4) -> str:
        """Return the next number of a document."""
        self.numbers[prefix] += 1
        return f"{prefix}-{self.numbers[prefix]:0{digits}}"

    def document(self, day: date, campus: str, kind: str, **more: object) -> Document:
        """Begin a document."""
        return Document(self.number(PREFIXES[kind]), day, campus, kind, more)

    def who(self, campus: str, role: str) -> str:
        """Return the name of the campus's first person in a role."""
        return of_role(self.people, campus, role)[0]

    def on_hand(self, good: Good, campus: str) -> int:
        """Return how much there is."""
        return sum(lot.quantity for lot in self.lots[good.item, campus])

    def spare(self, good: Good, campus: str, day: date) -> int:
        """Return how much may go, in whole boxes; while it is scarce nearly all of it."""
        kept = 0 if day < SCARCE.get(good.item, day) else good.low
        return max(0, self.on_hand(good, campus) - kept - 1) // good.box * good.box

    def parts(self, good: Good, campus: str, quantity: int) -> Iterable[Lot]:
        """Yield the lots that a quantity comes from, the earliest to expire first."""
        for lot in self.lots[good.item, campus]:
            part = lot.of(min(lot.quantity, quantity))
            quantity -= part.quantity
            if part.quantity:
                yield part

    def receive(self, document: Document, good: Good, lot: Lot, **more: object) -> None:
        """Put goods in and write the line."""
        lots = self.lots[good.item, document.campus]
        same = next((each for each in lots if each.batch == lot.batch), None)
        if same:
            same.quantity += lot.quantity
        else:
            lots.append(lot.of(lot.quantity))
            lots.sort(key=lambda each: each.expires or date.max)
        people = {
            "acceptor": self.who(document.campus, "验收员"),
            "keeper": self.who(document.campus, "保管员"),
        }
        self.receipts.append(document.line(good, lot) | {"expires": lot.expires} | people | more)

    def issue(self, document: Document, good: Good, part: Lot) -> None:
        """Take goods of one batch out and write the line."""
        lots = self.lots[good.item, document.campus]
        lot = next(lot for lot in lots if lot.batch == part.batch)
        lot.quantity -= part.quantity
        if not lot.quantity:
            lots.remove(lot)
        keeper = {"keeper": self.who(document.campus, "保管员")}
        self.issues.append(document.line(good, part) | keeper)

    def tomorrow(self, campus: str, task: Task) -> None:
        """Leave something to the campus's next day on which goods move.

        What was left last comes first: a count is posted before anything moves again.
        """
        self.tasks[campus].insert(0, task)

    def do_what_was_left(self, day: date, campus: str) -> None:
        """Do what was left to this day."""
        for task in self.tasks.pop(campus, ()):
            task(day)


def named(good: Good) -> Row:
    """Return how every line names a good."""
    return {"item": good.item, "name": good.name, "spec": good.spec, "unit": good.unit}
