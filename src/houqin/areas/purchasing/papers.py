"""Which papers a purchase still lacks, and what is its next step."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from houqin.areas.purchasing.requests import (
    Request,
    due,
    is_collective,
    is_refused,
    is_stocked,
    level,
    requests,
)
from houqin.areas.purchasing.rows import Purchase
from houqin.areas.purchasing.steps import receipts_of
from houqin.book import Book
from houqin.problems import Both, Place
from houqin.rows import NotJudged


class Paper(Enum):
    """What must be there before a purchase is reimbursed, in the order of the steps."""

    APPROVAL = Both("审批", "approval")
    MINUTES = Both("会议纪要号", "minutes")
    BUYERS = Both("采购人", "buyers")
    CONTRACT = Both("合同号", "contract")
    ACCEPTANCE = Both("验收记录", "acceptance")
    RECEIPT = Both("入库单号", "receipt")
    INVOICE = Both("发票", "invoice")
    READ = Both("校长审阅", "principal's reading")


class Step(Enum):
    """What is to be done next."""

    APPROVE = Both("审批", "approve")
    BUY = Both("采购", "buy")
    ACCEPT = Both("验收", "accept")
    STOCK = Both("入库", "put into stock")
    READ = Both("校长审阅", "let the principal read it")
    REIMBURSE = Both("报销", "reimburse")
    CLOSED = Both("已办结", "closed")
    REFUSED = Both("不同意", "refused")


FIELDS = {  # the cells that make a paper; it lacks where one of them is blank
    Paper.APPROVAL: ("approver", "approved"),
    Paper.MINUTES: ("minutes",),
    Paper.BUYERS: ("buyers",),
    Paper.CONTRACT: ("contract",),
    Paper.ACCEPTANCE: ("acceptor", "accepted"),
    Paper.RECEIPT: ("receipt",),
    Paper.INVOICE: ("invoice", "invoice_amount"),
    Paper.READ: ("principal_read",),
}
MAJOR = (Paper.MINUTES, Paper.CONTRACT)  # only what a meeting decides needs them


@dataclass(frozen=True, slots=True)
class OpenRequest:
    """A request that is not closed: where it stands, what it lacks, and who is to act."""

    number: str
    campus: str | None
    department: str | None
    requester: str | None
    name: str | None  # of its first line
    total: Decimal | None
    requested: date | None
    missing: tuple[Paper, ...]
    next_step: Step
    role: str | None  # who approves it, while it waits for that
    due: date | None  # by when it must be reimbursed, where 参数 says so
    days: int  # since it was asked for
    at: Place

    def facts(self, lang: str = "zh") -> dict[str, object]:
        """Return what a list of open requests shows of one."""
        return {
            "number": self.number,
            "campus": self.campus,
            "department": self.department,
            "requester": self.requester,
            "name": self.name,
            "total": self.total,
            "requested": self.requested,
            "days": self.days,
            "missing": [paper.value.of(lang) for paper in self.missing],
            "next_step": self.next_step.value.of(lang),
            "role": self.role,
            "due": self.due,
            "cell": str(self.at),
        }


def missing(request: Request, book: Book) -> tuple[Paper, ...]:
    """Return the papers that a request lacks, in the order of the steps."""
    return tuple(
        paper
        for paper in Paper
        if _is_needed(paper, request, book)
        and any(is_blank(request, field) for field in FIELDS[paper])
        and not (paper is Paper.RECEIPT and _is_stocked_already(request, book))
    )


def next_step(request: Request, book: Book) -> Step:
    """Return what is to be done next about a request."""
    if is_refused(request, book):
        return Step.REFUSED
    lacking = missing(request, book)
    if any(is_there(request, field) for field in ("reimbursed", "paid")):
        return Step.CLOSED
    for step, waits in (
        (Step.APPROVE, Paper.APPROVAL in lacking),
        (Step.BUY, is_blank(request, "ordered")),
        (Step.ACCEPT, Paper.ACCEPTANCE in lacking),
        (Step.STOCK, Paper.RECEIPT in lacking),
        (Step.READ, Paper.READ in lacking),
    ):
        if waits:
            return step
    return Step.REIMBURSE


def open_requests(book: Book) -> tuple[OpenRequest, ...]:
    """Return the requests that are not closed, the oldest first, up to the as-of date."""
    if Purchase not in book:
        return ()
    found = (_opened(each, book) for each in requests(book))
    opened = [each for each in found if each]
    return tuple(sorted(opened, key=lambda each: (each.requested or book.as_of, each.number)))


def waiting(book: Book) -> tuple[OpenRequest, ...]:
    """Return the requests that wait for an approval, the oldest first."""
    return tuple(each for each in open_requests(book) if each.next_step is Step.APPROVE)


def is_blank(request: Request, field: str) -> bool:
    """Tell whether the sheet has a field and no line states it."""
    return request.lines[0].has(field) and not is_there(request, field)


def is_there(request: Request, field: str) -> bool:
    """Tell whether some line states a field, be it in a cell that could not be read."""
    lines = request.lines
    return lines[0].has(field) and any(
        field not in line.__dict__ or line.get(field) is not None for line in lines
    )


def total(request: Request) -> Decimal | None:
    """Return what is asked for in all, None where an amount could not be read."""
    try:
        return request.total
    except NotJudged:
        return None


def due_day(request: Request, book: Book) -> date | None:
    """Return by when a request must be reimbursed, None before it is bought or without a limit."""
    ordered = request.known("ordered")
    return due(book, "buy.settle_days", ordered, request) if ordered else None


def needs_meeting(request: Request, book: Book) -> bool:
    """Tell whether a meeting surely must decide a request."""
    try:
        return is_collective(request, book)
    except NotJudged:
        return False


def _opened(request: Request, book: Book) -> OpenRequest | None:
    step, asked = next_step(request, book), request.known("requested")
    if step in (Step.CLOSED, Step.REFUSED) or (asked and asked > book.as_of):
        return None
    return OpenRequest(
        request.number,
        request.campus,
        request.known("department"),
        request.known("requester"),
        request.known("name"),
        total(request),
        asked,
        missing(request, book),
        step,
        _role(request, book) if step is Step.APPROVE else None,
        due_day(request, book),
        (book.as_of - asked).days if asked else 0,
        request.lines[0].at("number"),
    )


def _role(request: Request, book: Book) -> str | None:
    try:
        deciding = level(request, book)
    except NotJudged:
        return None
    return deciding.approver if deciding else None


def _is_needed(paper: Paper, request: Request, book: Book) -> bool:
    if paper in MAJOR:
        return needs_meeting(request, book)
    return paper is not Paper.RECEIPT or any(is_stocked(line, book) for line in request.lines)


def _is_stocked_already(request: Request, book: Book) -> bool:
    """Tell whether 入库 itself names the request."""
    return any(receipts_of(line, request, book) for line in request.lines)


def late_papers(request: Request, book: Book) -> Iterator[Paper]:
    """Yield what the file of a collective decision lacks, beyond what is told at once."""
    return (
        paper
        for paper in missing(request, book)
        if paper in (Paper.CONTRACT, Paper.RECEIPT, Paper.INVOICE)
    )
