"""What the summary tells of welfare: events, people and sums, of nobody alone."""

from collections.abc import Sequence
from decimal import Decimal

from houqin.areas.small_groups import merged
from houqin.areas.tallies import in_order
from houqin.areas.welfare.events import Event, events
from houqin.areas.welfare.gifts import NOT_YET, SIGNED
from houqin.areas.welfare.rows import Gift
from houqin.book import Book
from houqin.problems import Both
from houqin.sections import Figure, Section, SectionTable, Unit, Value

SMALL = "welfare.small_group"


def welfare_part(book: Book) -> Section:
    """Return the part of the summary that 福利发放 gives."""
    found = given(book)
    return Section(
        "welfare",
        Both("福利慰问", "Welfare"),
        _figures(found, book),
        (_by_kind(found, book), _by_event(found, book)),
    )


def given(book: Book) -> list[Event]:
    """Return the events of the period, each with the rows of the period."""
    within = [
        Event(each.name, tuple(row for row in each.rows if row.get("date") in book.period))
        for each in events(book)
    ]
    return [each for each in within if each.rows]


def least_of(book: Book) -> int:
    """Return how many people an event must have to be shown by itself."""
    return int(book.settings.number(SMALL) or 0)


def people_of(rows: Sequence[Gift]) -> int:
    """Return how many people these rows are about; a name that cannot be read is one."""
    return len({row.get("person") or row.number_on_sheet for row in rows})


def sum_of(rows: Sequence[Gift]) -> Decimal:
    """Return what these rows amount to."""
    return sum((row.get("amount") or Decimal(0) for row in rows), Decimal(0))


def _figures(found: Sequence[Event], book: Book) -> tuple[Figure, ...]:
    rows = [row for each in found for row in each.rows]
    is_shown = people_of(rows) >= least_of(book)
    return (
        Figure(
            "welfare.events",
            Both("福利慰问项目", "Events"),
            Unit.COUNT,
            len(found),
            Both("福利发放：统计期间内有发放的项目数", "福利发放: events with a row in the period"),
        ),
        Figure(
            "welfare.people",
            Both("福利慰问人次", "Gifts"),
            Unit.COUNT,
            len(rows),
            Both("福利发放：统计期间内的行数", "福利发放: rows of the period"),
        ),
        Figure(
            "welfare.amount",
            Both("福利慰问金额", "Amount"),
            Unit.MONEY,
            sum_of(rows) if rows and is_shown else None,
            Both(
                "福利发放：统计期间内的金额合计；人数太少的不显示",
                "福利发放: sum of the amounts of the period; not of too few people",
            ),
        ),
        Figure(
            "welfare.unsigned",
            Both("未签收人次", "Not signed for"),
            Unit.COUNT,
            sum(_is_unsigned(row, book) for row in rows),
            Both(
                "福利发放：统计期间内签收一栏写明未签的行数",
                "福利发放: rows of the period that are said not to be signed for",
            ),
        ),
    )


def _is_unsigned(row: Gift, book: Book) -> bool:
    words, signed = book.vocabularies.get(SIGNED), row.get("signed")
    return bool(words and signed and book.group(SIGNED, str(words.read(signed))) == NOT_YET)


def _by_kind(found: Sequence[Event], book: Book) -> SectionTable:
    kinds = in_order((each.kind for each in found), "福利类别", book)
    of_kind = {kind: [each for each in found if each.kind == kind] for kind in kinds}
    return SectionTable(
        "welfare_kinds",
        Both("各类福利", "Welfare by kind"),
        (Both("类别", "Kind"), Both("项目数", "Events"), Both("人次", "Gifts")),
        (Unit.TEXT, Unit.COUNT, Unit.COUNT),
        tuple(
            (kind, len(each), sum(len(event.rows) for event in each))
            for kind, each in of_kind.items()
        ),
    )


def _by_event(found: Sequence[Event], book: Book) -> SectionTable:
    """Return what each event amounts to; those of few people stand together, or not at all."""
    groups = {index: list(each.rows) for index, each in enumerate(found)}
    shown, others = merged(groups, least_of(book), people_of)
    lines: list[tuple[Value, ...]] = [
        (found[index].name, found[index].kind, found[index].dates[0], len(rows), sum_of(rows))
        for index, rows in shown.items()
    ]
    if others:
        lines.append(("其他项目", None, None, len(others), sum_of(others)))
    return SectionTable(
        "welfare_events",
        Both("福利慰问项目", "Events"),
        (
            Both("项目", "Event"),
            Both("类别", "Kind"),
            Both("日期", "Date"),
            Both("人次", "Gifts"),
            Both("金额", "Amount"),
        ),
        (Unit.TEXT, Unit.TEXT, Unit.DATE, Unit.COUNT, Unit.MONEY),
        tuple(lines),
        Both("人数太少，不显示", "too few to be shown"),
    )
