"""The approval matrix: which line of 审批权限 decides an amount, of what and where."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from houqin.areas.purchasing.rows import ApprovalLevel
from houqin.book import Book
from houqin.cells.text import unspaced

CENTS = 100
LEAST = 1  # cents; nothing is bought for less


@dataclass(frozen=True, slots=True)
class Span:
    """Amounts from the first to the last cent, both included; without a last one no end."""

    first: int
    last: int | None

    @classmethod
    def of(cls, level: ApprovalLevel) -> "Span":
        """Return the amounts of a line; a limit belongs to them only where the line says so."""
        first = cents(level.above) + (not level.get("above_included"))
        below = level.get("below")
        return cls(
            first, None if below is None else cents(below) - (not level.get("below_included"))
        )

    @property
    def is_empty(self) -> bool:
        """Tell whether no amount lies within."""
        return self.last is not None and self.last < self.first

    def includes(self, amount: Decimal) -> bool:
        """Tell whether an amount lies within."""
        return self.first <= cents(amount) and (self.last is None or cents(amount) <= self.last)

    def meets(self, other: "Span") -> bool:
        """Tell whether some amount lies in both."""
        return _begins_within(self, other) and _begins_within(other, self)

    def __str__(self) -> str:
        if self.last is None:
            return f"≥ {yuan(self.first)}"
        ends = dict.fromkeys((yuan(self.first), yuan(self.last)))
        return " – ".join(map(str, ends))


@dataclass(frozen=True, slots=True)
class Case:
    """What is bought, and where; None stands for what no line names."""

    campus: str | None
    kind: str | None


@dataclass(frozen=True, slots=True)
class Matrix:
    """The lines of 审批权限 that can be relied on."""

    lines: tuple[ApprovalLevel, ...]

    def fitting(self, case: Case) -> list[ApprovalLevel]:
        """Return the lines about a case, whatever the amount."""
        return [line for line in self.lines if fits(line, case)]

    def deciding(self, amount: Decimal, case: Case) -> list[ApprovalLevel]:
        """Return the line that decides: of those that fit, the one that says most.

        There are none where the matrix has a gap, and several where lines overlap.
        """
        found = [line for line in self.fitting(case) if Span.of(line).includes(amount)]
        most = max(map(rank, found), default=0)
        return [line for line in found if rank(line) == most]

    def level(self, amount: Decimal, case: Case) -> ApprovalLevel | None:
        """Return the one line that decides, None where there is none or more than one."""
        found = self.deciding(amount, case)
        return found[0] if len(found) == 1 else None


def fits(line: ApprovalLevel, case: Case) -> bool:
    """Tell whether a line is about this campus and kind, or about any."""
    return all(
        stated is None or (wanted is not None and unspaced(stated) == unspaced(wanted))
        for stated, wanted in ((line.get("campus"), case.campus), (line.get("kind"), case.kind))
    )


def rank(line: ApprovalLevel) -> int:
    """Return how much a line is made for one case: campus and kind, one of them, none."""
    return sum(line.get(field) is not None for field in ("campus", "kind"))


def gaps(spans: Iterable[Span]) -> list[tuple[Span, Span | None]]:
    """Return the amounts that no span has, each with the span after it, if any."""
    found: list[tuple[Span, Span | None]] = []
    reached = LEAST - 1
    for span in sorted(spans, key=lambda each: each.first):
        if span.first > reached + 1:
            found.append((Span(reached + 1, span.first - 1), span))
        if span.last is None:
            return found
        reached = max(reached, span.last)
    return [*found, (Span(reached + 1, None), None)]


def relied_on(lines: Sequence[ApprovalLevel]) -> tuple[ApprovalLevel, ...]:
    """Return the lines whose amounts, campus and kind can be told."""
    return tuple(line for line in lines if can_tell(line) and not Span.of(line).is_empty)


def can_tell(line: ApprovalLevel) -> bool:
    """Tell whether all that says what a line is about could be read."""
    fields = ("campus", "kind", "above", "above_included", "below", "below_included", "approver")
    present = [field for field in fields if line.has(field)]
    return all(field in line.__dict__ for field in present)


@lru_cache(maxsize=4)
def matrix(book: Book) -> Matrix:
    """Return the approval matrix of a book."""
    return Matrix(relied_on(tuple(book[ApprovalLevel])))


def cents(amount: Decimal) -> int:
    """Return an amount in cents."""
    return int(amount * CENTS)


def yuan(amount: int) -> Decimal:
    """Return cents as an amount.

    >>> yuan(99999)
    Decimal('999.99')
    """
    return Decimal(amount).scaleb(-2)


def _begins_within(one: Span, other: Span) -> bool:
    return other.last is None or one.first <= other.last
