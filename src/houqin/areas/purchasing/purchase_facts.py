"""What the summary must know of each purchase request of the period."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

from houqin.areas.purchasing.papers import Step, missing, needs_meeting, next_step
from houqin.areas.purchasing.requests import Request, requests
from houqin.areas.purchasing.spending import ZERO, uses
from houqin.areas.tallies import month_of
from houqin.book import Book


@dataclass(frozen=True, slots=True)
class PurchaseFacts:
    """One request that was made in the period, as it stands on the as-of date."""

    campus: str | None
    kind: str | None
    month: str  # of the request, such as 2020-05
    asked: Decimal  # as far as it could be read
    committed: Decimal  # approved, and not yet reimbursed
    paid: Decimal  # reimbursed
    step: Step
    is_collective: bool
    has_minutes: bool
    is_complete: bool  # no paper is missing
    approval_days: int | None  # from the request to the approval

    @property
    def is_refused(self) -> bool:
        """Tell whether it was refused."""
        return self.step is Step.REFUSED

    @property
    def is_closed(self) -> bool:
        """Tell whether it was reimbursed."""
        return self.step is Step.CLOSED

    @property
    def is_open(self) -> bool:
        """Tell whether something is still to be done."""
        return not self.is_refused and not self.is_closed


@lru_cache(maxsize=4)
def purchase_facts(book: Book) -> tuple[PurchaseFacts, ...]:
    """Return the requests of the period, in the order of the sheet."""
    taken: dict[str, tuple[Decimal, Decimal]] = {}
    for use in uses(book):
        committed, paid = taken.get(use.request.number, (ZERO, ZERO))
        taken[use.request.number] = (committed + use.committed, paid + use.actual)
    return tuple(
        _facts(each, day, *taken.get(each.number, (ZERO, ZERO)), book)
        for each in requests(book)
        if (day := each.known("requested")) in book.period and day <= book.as_of
    )


def _facts(
    request: Request, day: date, committed: Decimal, paid: Decimal, book: Book
) -> PurchaseFacts:
    approved = request.known("approved")
    return PurchaseFacts(
        request.campus,
        request.known("kind"),
        month_of(day),
        sum((line.get("amount") or ZERO for line in request.lines), ZERO),
        committed,
        paid,
        next_step(request, book),
        needs_meeting(request, book),
        request.known("minutes") is not None,
        not missing(request, book),
        (approved - day).days if approved and approved >= day else None,
    )
