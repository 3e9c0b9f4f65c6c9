"""What of each budget is approved, committed and spent; no purchase counts twice."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from houqin.areas.purchasing.papers import Step, next_step
from houqin.areas.purchasing.requests import Request, requests
from houqin.areas.purchasing.rows import Budget, Purchase
from houqin.book import Book
from houqin.cells.text import unspaced

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Use:
    """One line of a request as it counts for a budget: in exactly one of three ways."""

    line: Purchase
    request: Request
    waiting: Decimal = ZERO  # asked for, and not yet approved
    committed: Decimal = ZERO  # approved, and not yet reimbursed
    actual: Decimal = ZERO  # reimbursed

    @property
    def amount(self) -> Decimal:
        """What it takes of the budget."""
        return self.waiting + self.committed + self.actual


@dataclass(frozen=True, slots=True)
class Spending:
    """One line of 预算, and what was taken of it."""

    budget: Budget
    uses: tuple[Use, ...]

    @property
    def waiting(self) -> Decimal:
        """What is asked for and not yet approved."""
        return sum((use.waiting for use in self.uses), ZERO)

    @property
    def committed(self) -> Decimal:
        """What is approved and not yet reimbursed."""
        return sum((use.committed for use in self.uses), ZERO)

    @property
    def actual(self) -> Decimal:
        """What is reimbursed."""
        return sum((use.actual for use in self.uses), ZERO)

    @property
    def left(self) -> Decimal | None:
        """What is left when all that is approved is paid, None where the amount is not known."""
        amount: Decimal | None = self.budget.get("amount")
        return None if amount is None else amount - self.committed - self.actual


@lru_cache(maxsize=4)
def spendings(book: Book) -> tuple[Spending, ...]:
    """Return every line of 预算 with what was taken of it, in the order of the sheet."""
    if Budget not in book:
        return ()
    taken: dict[int, list[Use]] = {}
    for use in uses(book):
        if budget := budget_of(use.line, book):
            taken.setdefault(budget.number_on_sheet, []).append(use)
    return tuple(
        Spending(each, tuple(taken.get(each.number_on_sheet, ()))) for each in book[Budget]
    )


@lru_cache(maxsize=4)
def uses(book: Book) -> tuple[Use, ...]:
    """Return how every line counts, by the day of its request; what was refused does not."""
    if Purchase not in book:
        return ()
    found = [use for each in requests(book) for use in _uses_of(each, book)]
    return tuple(sorted(found, key=lambda use: use.line.get("requested") or book.as_of))


def budget_of(line: Purchase, book: Book) -> Budget | None:
    """Return the line of 预算 that a purchase counts for: of those that fit, the one that says most.

    One for the department goes before one for the kind. A line of which department or
    kind could not be read counts for none.
    """
    day = line.get("requested")
    unread = [f for f in ("department", "kind") if line.has(f) and f not in line.__dict__]
    if day is None or unread:
        return None
    found = [each for each in _by_year(book).get(day.year, ()) if _fits(each, line)]
    return max(found, key=_rank, default=None)


def has_budgets(year: int, book: Book) -> bool:
    """Tell whether 预算 has any line for a year."""
    return year in _by_year(book)


def _uses_of(request: Request, book: Book) -> Iterable[Use]:
    step = next_step(request, book)
    if step is Step.REFUSED:
        return
    for line in request.lines:
        asked, invoiced = line.get("amount"), line.get("invoice_amount")
        if step is Step.CLOSED:
            paid = _first(line.get("paid"), invoiced, asked)
            yield Use(line, request, actual=paid)
        elif step is Step.APPROVE and request.known("ordered") is None:
            yield Use(line, request, waiting=_first(asked))
        else:
            yield Use(line, request, committed=_first(invoiced, asked))


def _first(*amounts: Decimal | None) -> Decimal:
    return next((amount for amount in amounts if amount is not None), ZERO)


def _fits(budget: Budget, line: Purchase) -> bool:
    pairs = ((budget.get(field), line.get(field)) for field in ("department", "kind"))
    return all(
        stated is None or (wanted is not None and unspaced(stated) == unspaced(wanted))
        for stated, wanted in pairs
    )


def _rank(budget: Budget) -> int:
    return 2 * (budget.get("department") is not None) + (budget.get("kind") is not None)


@lru_cache(maxsize=4)
def _by_year(book: Book) -> Mapping[int, tuple[Budget, ...]]:
    found: dict[int, list[Budget]] = {}
    for each in book[Budget]:
        fields = ("year", *(field for field in ("department", "kind") if each.has(field)))
        if all(field in each.__dict__ for field in fields):
            found.setdefault(each.year, []).append(each)
    return {year: tuple(budgets) for year, budgets in found.items()}
