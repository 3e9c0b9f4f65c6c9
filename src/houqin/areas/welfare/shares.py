"""The rules about an event as a whole: nobody missed, the same for all, within the budget."""

from collections.abc import Iterator
from decimal import Decimal

from houqin.areas.school.rows import PersonRow
from houqin.areas.staff import is_on_staff
from houqin.areas.welfare.events import ALL, DEPARTMENT, Event, events, usual
from houqin.areas.welfare.gifts import FORM, LIMITS
from houqin.areas.welfare.rows import Gift
from houqin.book import Book
from houqin.cells.choices import closest
from houqin.cells.text import unspaced
from houqin.problems import Hit, Severity
from houqin.rules import Rule, book_rule

MOST_NAMED = 8
Share = tuple[str | None, Decimal | None]


@book_rule(
    "WEL-02",
    "发给全体或部门的福利没有遗漏",
    needs=(Gift, PersonRow),
    zh=("“{event}”发给{scope}，还有 {count} 人没有登记：{names}", "请补发补登，或改正发放范围"),
    en=(
        "{event} is for {scope}, and {count} people are not there: {names}",
        "enter them, or correct for whom it is",
    ),
    source=FORM,
    severity=Severity.WARNING,
)
def nobody_is_missed(book: Book) -> Iterator[Hit]:
    """An event for all staff, or for a department, leaves out nobody who was there that day."""
    people = book[PersonRow]
    for event in events(book):
        if missed := _missed(event, book):
            names = [str(people.column("name")[index]) for index in missed]
            shown = "、".join(names[:MOST_NAMED]) + ("…" if len(names) > MOST_NAMED else "")
            first = next(row for row in event.rows if row.get("for_") == event.scope)
            yield first.hit(
                "for_",
                related=tuple(people.place(index, "name") for index in missed[:MOST_NAMED]),
                event=event.name,
                scope=event.scope,
                count=len(names),
                names=shown,
            )


def _missed(event: Event, book: Book) -> list[int]:
    """Return the rows of 人员 that the event leaves out; nobody while a name cannot be read."""
    had = set(event.people)
    if event.scope not in (ALL, DEPARTMENT) or len(event.people) < len(event.rows):
        return []
    names = book[PersonRow].column("name")
    staff = sorted({str(name) for name in names if name})
    meant = {closest(name, staff) for name in had - set(staff)}  # told by another rule
    return [index for index in _entitled(event, book) if names[index] not in had | meant]


def _entitled(event: Event, book: Book) -> Iterator[int]:
    """Yield the people for whom an event is, who were there on all of its days up to now."""
    rows = book[PersonRow]
    names, departments = rows.column("name"), rows.column_or_blank("department")
    of = {departments[i] for i, name in enumerate(names) if name in set(event.people)}
    days = event.dates
    if not days or days[-1] > book.as_of:
        return
    for index in rows.judged("name"):
        is_meant = event.scope == ALL or departments[index] in of - {None}
        if is_meant and all(is_on_staff(rows[index], day) for day in (days[0], days[-1])):
            yield index


@book_rule(
    "WEL-05",
    "一类福利的合计不超过预算",
    needs=(Gift,),
    zh=("到这一行，{kind}福利合计 {sum} 元，超过预算 {limit} 元", "请核对金额或参数中的预算"),
    en=("{kind} adds up to {sum} yuan here, above the budget of {limit}", "look at it and at 参数"),
    source=LIMITS,
    severity=Severity.WARNING,
    settings=("welfare.total",),
)
def sum_within_budget(book: Book) -> Iterator[Hit]:
    """What was given of one kind in the term stays within its budget."""
    rows, sums = book[Gift], dict[str, Decimal]()
    kinds, amounts, dates = map(rows.column, ("kind", "amount", "date"))
    for index in rows.judged("kind", "amount", "date"):
        kind, amount = kinds[index], amounts[index]
        limit = book.settings.number(f"welfare.total.{kind}")
        if limit is None or not amount or not _in_term(dates[index], book):
            continue
        before = sums.get(kind, Decimal(0))
        sums[kind] = before + amount
        if before <= limit < sums[kind]:
            yield rows.hit(index, "amount", kind=kind, sum=sums[kind], limit=limit)


def _in_term(day: object, book: Book) -> bool:
    term = book.calendar.term
    return term is None or term[0] <= day <= term[1]  # type: ignore[operator]


@book_rule(
    "WEL-06",
    "发给全体或部门的福利人人相同，不同的写明原因",
    needs=(Gift,),
    zh=("“{person}”领的与别人不同，多数人是 {usual}", "请核对，确实不同的在备注写明原因"),
    en=(
        "{person} was given something else than most, who have {usual}",
        "look at it; if it is right, note why",
    ),
    source=FORM,
    severity=Severity.WARNING,
)
def same_for_all(book: Book) -> Iterator[Hit]:
    """Everybody is given the same at an event for all staff or a department, or a note says why."""
    for event in events(book):
        most = usual(_share(row) for row in event.rows)
        if event.scope in (ALL, DEPARTMENT) and most is not None:
            for row in event.rows:
                yield from _other_share(row, most)


def _other_share(row: Gift, most: Share) -> Iterator[Hit]:
    read = {"item", "amount", "note"} <= set(vars(row))
    if read and row.get("note") is None and (share := _share(row)) != most:
        field = "item" if share[1] == most[1] else "amount"
        yield row.hit(
            field, person=row.get("person"), usual=most[1] if field == "amount" else most[0]
        )


def _share(row: Gift) -> Share:
    item = row.get("item")
    return (unspaced(item) if item else None), row.get("amount")


@book_rule(
    "WEL-11",
    "一个项目的类别和发放范围一致",
    needs=(Gift,),
    zh=("“{event}”这里是“{value}”，其他行是“{usual}”", "请改正其中一处"),
    en=("{event} is {value} here and {usual} in other rows", "correct one of them"),
    source=FORM,
)
def event_agrees(book: Book) -> Iterator[Hit]:
    """All rows of an event state the same kind, and for whom it is."""
    for event in events(book):
        for field, most in (("kind", event.kind), ("for_", event.scope)):
            for row in event.rows:
                if row.get(field) not in (None, most):
                    yield row.hit(field, event=event.name, usual=most)


RULES: tuple[Rule, ...] = (nobody_is_missed, sum_within_budget, same_for_all, event_agrees)
