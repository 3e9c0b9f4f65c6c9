"""The rules about what is entered after a count: adjustments, and lines dated back."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from houqin.areas.lines import Lines, lines_rule
from houqin.areas.stock.documents import DOCUMENTS, kinds
from houqin.areas.stock.items import items_meant
from houqin.areas.stock.rows import Count
from houqin.book import Book
from houqin.cells.text import fold
from houqin.problems import Hit, Severity
from houqin.rules import Rule

ADJUSTMENTS = ("盘盈", "盘亏")


@lines_rule(
    "STK-23",
    DOCUMENTS,
    "盘盈、盘亏写明盘点单号",
    needs=(Count,),
    zh=("{kind}没有写明 {sheet} 中的盘点单号", "请在备注中写上单号"),
    en=("{kind} does not name its count on {sheet}", "write the count's number in the note"),
    source="盘盈盘亏按盘点结果登记",
)
def adjustment_cites_count(rows: Lines, book: Book) -> Iterator[Hit]:
    """A 盘盈 or 盘亏 cites the number of the count that it follows."""
    counted = sorted(book[Count].known("number"))
    cites = re.compile(rf"(?<![0-9A-Za-z])(?:{'|'.join(map(re.escape, counted))})(?![0-9A-Za-z])")
    fields = [field for field in ("note", "request") if rows.has(field)]
    told = fields[0] if fields else "kind"
    for index in rows.judged("kind", *fields) if counted else ():
        kind = rows.column("kind")[index]
        texts = (fold(rows.column(field)[index] or "") for field in fields)
        if kind in ADJUSTMENTS and not any(map(cites.search, texts)):
            yield rows.hit(index, told, kind=kind, sheet=book[Count].sheet)


@lines_rule(
    "STK-24",
    DOCUMENTS,
    "盘点之后不补记盘点之前的出入库",
    needs=(Count,),
    zh=("日期 {value} 的这一笔是在 {count} 盘点之后补记的", "请核对盘点时是否已计入"),
    en=(
        "this line of {value} was entered after the count of {count}",
        "check whether the count has it already",
    ),
    severity=Severity.WARNING,
    source="盘点后账目不倒填",
)
def not_dated_back_before_count(rows: Lines, book: Book) -> Iterator[Hit]:
    """No line is entered after a count of its item with a date that is not after the count."""
    counts = _count_days(book)
    days, campuses = rows.column("date"), rows.column("campus")
    items, its_kind = items_meant(book, rows.model), kinds(rows)
    for index, written_after in _dated_back(rows):
        dated = counts.get((items[index], campuses[index]), ())
        place = bisect_left(dated, (written_after, 0)) - 1
        if place >= 0 and dated[place][0] >= days[index] and its_kind[index] not in ADJUSTMENTS:
            day, line = dated[place]
            yield rows.hit(index, "date", related=(book[Count].place(line, "date"),), count=day)


def _count_days(book: Book) -> Mapping[tuple[str | None, str], list[tuple[date, int]]]:
    """Return the days on which each item was counted at each campus, and the lines."""
    rows = book[Count]
    items, counted = items_meant(book, rows.model), rows.column("counted")
    days: dict[tuple[str | None, str], list[tuple[date, int]]] = defaultdict(list)
    for index in rows.judged("date", "campus", "counted"):
        if counted[index] is not None and items[index] is not None:
            days[items[index], rows.column("campus")[index]].append(
                (rows.column("date")[index], index)
            )
    return {account: sorted(found) for account, found in days.items()}


def _dated_back(rows: Lines) -> Iterator[tuple[int, date]]:
    """Yield the lines that stand below a later one, with the date of that one.

    Only where the lines of a campus stand in the order of writing: where more than half
    of them follow each other by date. One wrong date above does not make all below it late.
    """
    days, campuses = rows.column("date"), rows.column("campus")
    by_campus: dict[str, list[int]] = defaultdict(list)
    for index in rows.judged("date", "campus"):
        by_campus[campuses[index]].append(index)
    for lines in by_campus.values():
        kept = in_order([days[index] for index in lines])
        if 2 * len(kept) <= len(lines):
            continue
        latest: date | None = None
        for place, index in enumerate(lines):
            if place in kept:
                latest = days[index]
            elif latest is not None and days[index] < latest:
                yield index, latest


def in_order(days: Sequence[date]) -> frozenset[int]:
    """Return the places of a longest run of days that never goes back.

    It is looked for from the end, so that of two days that contradict each other the
    first one is right.
    """
    ends: list[int] = []  # of the runs of each length, the day that leaves most room
    at: list[int] = []
    before: dict[int, int | None] = {}
    for place in reversed(range(len(days))):
        day = -days[place].toordinal()
        length = bisect_right(ends, day)
        before[place] = at[length - 1] if length else None
        ends[length : length + 1], at[length : length + 1] = [day], [place]
    found = set()
    place_or_none = at[-1] if at else None
    while place_or_none is not None:
        found.add(place_or_none)
        place_or_none = before[place_or_none]
    return frozenset(found)


RULES: tuple[Rule, ...] = (adjustment_cites_count, not_dated_back_before_count)
