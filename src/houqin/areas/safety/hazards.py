"""The rules of the hazard ledger, all in one place; here those of numbers, delay and repetition."""

from collections.abc import Iterator
from decimal import Decimal

from houqin.areas.makers import unique
from houqin.areas.safety import hazard_dates, hazard_grades, hazard_people, hazard_states
from houqin.areas.safety.deadlines import (
    deadline,
    deadline_field,
    extension,
    is_open,
    next_step,
    value,
)
from houqin.areas.safety.hazard_dates import LEDGER, before_found
from houqin.areas.safety.rows import Hazard
from houqin.book import Book
from houqin.cells.text import fold
from houqin.problems import Hit, Severity
from houqin.rules import Rule, book_rule, row_rule

number_unique = unique(
    "HAZ-01",
    Hazard,
    ("number",),
    ("隐患编号不重复", "A hazard's number is its own."),
    source=LEDGER,
)


@row_rule(
    "HAZ-21",
    Hazard,
    "隐患在整改期限内整改完成",
    zh=("{due} 到期，还没有整改完成，已逾期 {days} 天", "请尽快整改，并{step}"),
    en=("it was due on {due} and is {days} days overdue", "put it right, and {step_en}"),
    source="逾期 = 未完成且统计日期晚于整改期限",
    severity=Severity.WARNING,
    settings=("hazard.days", "hazard.escalate"),
)
def not_overdue(row: Hazard, book: Book) -> Iterator[Hit]:
    """A hazard is put right by its deadline."""
    due = deadline(row, book)
    if due is None or due >= book.as_of or not is_open(row, book) or _is_doubtful(row, book):
        return
    words = next_step(row, book).words
    days = (book.as_of - due).days
    yield row.hit(deadline_field(row), due=due, days=days, step=words.zh, step_en=words.en)


def _is_doubtful(row: Hazard, book: Book) -> bool:
    """Tell whether another rule tells of the cell that would make this hazard overdue."""
    asked = value(row, "extended_to")
    waits_for_approval = asked and extension(row) is None and asked >= book.as_of
    return bool(waits_for_approval or not row.status or before_found(row, book))


@book_rule(
    "HAZ-22",
    "同一位置同类隐患短期内不重复出现",
    needs=(Hazard,),
    zh=("{days} 天内同一位置已有同类隐患 {earlier}", "请查明为何重复出现"),
    en=("the same kind was found here within {days} days: {earlier}", "find out why it came back"),
    source="重复隐患",
    severity=Severity.WARNING,
    settings=("hazard.repeat_days",),
)
def not_found_again(book: Book) -> Iterator[Hit]:
    """The same kind of hazard is not found again at the same place soon after."""
    rows = book[Hazard]
    for index, earlier in repeated(book).items():
        numbers = tuple(rows.key(each) for each in earlier)
        at = tuple(rows.place(each, "place") for each in earlier)
        days = _repeat_days(rows[index], book)
        yield rows.hit(index, "place", related=at, days=days, earlier=numbers)


def repeated(book: Book) -> dict[int, list[int]]:
    """Return the rows that repeat earlier ones: the same kind and place within the days of 参数."""
    seen: dict[tuple[object, ...], list[int]] = {}
    found = {}
    for index in sorted(_repeatable(book), key=book[Hazard].column("found").__getitem__):
        row = book[Hazard][index]
        like = seen.setdefault((row.get("campus"), fold(row.place), row.kind), [])
        earlier = [each for each in like if _is_again(row, book[Hazard][each], book)]
        if earlier:
            found[index] = earlier
        like.append(index)
    return dict(sorted(found.items()))


def _repeatable(book: Book) -> list[int]:
    rows = book[Hazard]
    found = rows.column("found")
    return [i for i in rows.judged("found", "place", "kind") if found[i] <= book.as_of]


def _is_again(row: Hazard, earlier: Hazard, book: Book) -> bool:
    """Tell whether a hazard came back; one written down twice is told by its number."""
    days = _repeat_days(row, book)
    same = row.get("number") is not None and row.get("number") == earlier.get("number")
    return not same and days is not None and 0 < (row.found - earlier.found).days <= days


def _repeat_days(row: Hazard, book: Book) -> Decimal | None:
    return book.settings.number("hazard.repeat_days", row.get("campus"), row.get("found"))


RULES: tuple[Rule, ...] = (
    number_unique,
    *hazard_dates.RULES,
    *hazard_grades.RULES,
    *hazard_states.RULES,
    *hazard_people.RULES,
    not_overdue,
    not_found_again,
)
