"""Purchase requests: the lines of one number, taken together."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache, wraps
from typing import Any

from houqin.areas.makers import each_of
from houqin.areas.measures import COMPARISONS
from houqin.areas.purchasing.levels import Case, matrix
from houqin.areas.purchasing.rows import ApprovalLevel, Purchase
from houqin.areas.purchasing.rows.columns import KINDS, NOT_STOCKED, REFUSALS
from houqin.book import Book
from houqin.problems import Hit
from houqin.rows import SheetRow
from houqin.rules import Rule, book_rule, judge

WORKING_DAYS = "工作日"  # the unit of a limit in days that leaves out days off
COLLECTIVE = "buy.collective"


@dataclass(frozen=True, slots=True, eq=False)
class Request:
    """The lines of one 申请单号; what they share is taken from the first that states it."""

    number: str
    lines: tuple[Purchase, ...]

    @property
    def campus(self) -> str | None:
        """The campus, None where it could not be read."""
        campus: str | None = self.known("campus")
        return campus

    @property
    def total(self) -> Decimal:
        """What is asked for in all; `NotJudged` where an amount could not be read."""
        return sum(self.each("amount"), Decimal(0))

    @property
    def case(self) -> Case:
        """What is bought and where, as the approval matrix asks."""
        kind = self.one("kind") if self.lines[0].has("kind") else None
        return Case(self.one("campus"), kind)

    def one(self, field: str) -> Any:
        """Return what the lines share; `NotJudged` where it cannot be told."""
        return next((value for value in self.each(field) if value is not None), None)

    def each(self, field: str) -> Iterator[Any]:
        """Yield a field of every line; `NotJudged` where one cannot be told."""
        return (getattr(line, field) for line in self.lines)

    def known(self, field: str) -> Any:
        """Return what the lines share as far as it could be read."""
        return next((v for line in self.lines if (v := line.get(field)) is not None), None)

    def line_with(self, field: str) -> Purchase:
        """Return the line that states a field, else the first."""
        stating = (line for line in self.lines if line.get(field) is not None)
        return next(stating, self.lines[0])

    def names(self, field: str) -> tuple[str, ...]:
        """Return all people of a field, each once."""
        found = (name for line in self.lines for name in each_of(line.get(field)))
        return tuple(dict.fromkeys(found))

    def hit(self, field: str, *, related: Sequence[str] = (), **values: object) -> Hit:
        """Say that something the lines share is wrong, where it stands; related are fields."""
        at = [self.line_with(name).at(name) for name in related]
        return self.line_with(field).hit(field, related=at, **values)


@lru_cache(maxsize=4)
def requests(book: Book) -> tuple[Request, ...]:
    """Return the requests in the order of their first lines."""
    found: dict[str, list[Purchase]] = {}
    for line in book[Purchase]:
        number = line.get("number")
        if number is not None:
            found.setdefault(number, []).append(line)
    return tuple(Request(number, tuple(lines)) for number, lines in found.items())


def request_rule(
    code: str,
    title: str,
    *,
    zh: tuple[str, str],
    en: tuple[str, str],
    needs: tuple[type[SheetRow], ...] = (),
    **facts: Any,
) -> Callable[[Callable[[Request, Book], Iterable[Hit]]], Rule]:
    """Make a rule of a function that looks at one request at a time."""

    def make(check_request: Callable[[Request, Book], Iterable[Hit]]) -> Rule:
        @wraps(check_request)
        def check(book: Book) -> Iterator[Hit]:
            for request in requests(book):
                yield from judge(check_request, request, book)

        return book_rule(code, title, needs=(Purchase, *needs), zh=zh, en=en, **facts)(check)

    return make


def meets(book: Book, code: str, value: Decimal | int, request: Request) -> bool:
    """Tell whether a value meets a limit of 参数 that holds for a request; none is met by none."""
    setting = book.settings.find(code, request.campus, request.known("requested"))
    if setting is None or not isinstance(setting.value, Decimal):
        return False
    return COMPARISONS.get(setting.comparator, COMPARISONS[">="])(value, setting.value)


def limit(book: Book, code: str, request: Request) -> Decimal | None:
    """Return a limit of 参数 that holds for a request."""
    return book.settings.number(code, request.campus, request.known("requested"))


def due(book: Book, code: str, start: date, request: Request) -> date | None:
    """Return the day by which a step must follow, None where 参数 states no limit."""
    setting = book.settings.find(code, request.campus, start)
    if setting is None or not isinstance(setting.value, Decimal):
        return None
    if setting.unit == WORKING_DAYS:
        return book.calendar.add_working_days(start, int(setting.value), request.campus)
    return start + timedelta(days=int(setting.value))


def level(request: Request, book: Book) -> ApprovalLevel | None:
    """Return the line of 审批权限 that decides a request, if there is exactly one."""
    if ApprovalLevel not in book:
        return None
    return matrix(book).level(request.total, request.case)


def is_collective(request: Request, book: Book) -> bool:
    """Tell whether a meeting must decide, by 参数 or by 审批权限."""
    deciding = level(request, book)
    return meets(book, COLLECTIVE, request.total, request) or bool(
        deciding and deciding.get("collective")
    )


def is_refused(request: Request, book: Book) -> bool:
    """Tell whether the opinion holds a word by which requests are refused."""
    opinion = request.known("opinion") or ""
    vocabulary = book.vocabularies.get(REFUSALS)
    return any(word in opinion for word in (vocabulary.values if vocabulary else ()))


def is_stocked(line: Purchase, book: Book) -> bool:
    """Tell whether a line is about goods that come into the stock."""
    return book.group(KINDS, line.get("kind")) != NOT_STOCKED
