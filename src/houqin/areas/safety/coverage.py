"""What was inspected of what must be: plan against records, as of any day."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from houqin.areas.measures import share
from houqin.areas.safety.plan import Asked, monthly_checks, patrols, regular_checks, words_of
from houqin.areas.safety.rows import Inspection
from houqin.book import Book
from houqin.rows import NotJudged

PASSED, FAILED, NOT_APPLICABLE = "正常", "异常", "不适用"  # 归类 of a 检查结果


@dataclass(frozen=True, slots=True)
class Covered:
    """A check that was asked for, and how often it was made."""

    asked: Asked
    done: int
    certain: bool  # False: a record that cannot be read in full may be the one asked for

    @property
    def met(self) -> bool:
        """Tell whether the check was made as often as asked."""
        return self.done >= self.asked.times

    @property
    def missed(self) -> bool:
        """Tell whether it surely was not made as often as asked."""
        return self.certain and not self.met


@dataclass(frozen=True, slots=True)
class Marks:
    """How many checks found things in order, out of order, or did not apply."""

    passed: int = 0
    failed: int = 0
    not_applicable: int = 0

    @property
    def score(self) -> Decimal | None:
        """The share in order among those that apply; None where none applies."""
        return share(self.passed, self.passed + self.failed)


def coverage(book: Book) -> tuple[Covered, ...]:
    """Return the checks that fell due in the period up to the as-of day, each with what was done.

    Raises:
        NoColumn: 检查记录 lacks one of the columns that tell what was inspected.
    """
    plan = (*patrols(book), *monthly_checks(book), *regular_checks(book))
    return tuple(covered(book, plan))


def covered(book: Book, plan: Iterable[Asked]) -> Iterator[Covered]:
    """Compare checks that were asked for with the records."""
    records, sheet = _records(book), _of_the_sheet(book)
    for asked in plan:
        if not _may_be(sheet, asked):  # a sheet of one day, kind or campus holds no other
            continue
        in_doubt = any(_may_be(record, asked) for record in records.in_doubt)
        yield Covered(asked, records.number_of(asked), not in_doubt)


def rate(checks: Iterable[Covered]) -> Decimal | None:
    """Return the share of checks that were made, None where none was asked for.

    A check is not made as long as a record that may be it cannot be read.
    """
    met = [check.met for check in checks]
    return share(sum(met), len(met))


def marks(book: Book, group_of: Callable[[Inspection], object]) -> Mapping[object, Marks]:
    """Count the results of the period in groups, such as by campus, area or `month_of`.

    A record whose date, result or group cannot be read is in no group.
    """
    results: dict[object, list[str]] = defaultdict(list)
    for row in book[Inspection]:
        try:
            day, group, result = row.date, group_of(row), row.result
        except NotJudged:
            continue
        if day in book.period and day <= book.as_of:
            results[group].append(book.group("检查结果", result))
    return {group: _marks(found) for group, found in results.items()}


def month_of(row: Inspection) -> str:
    """Return the month of an inspection, such as 2020-05."""
    return f"{row.date:%Y-%m}"


def _marks(found: list[str]) -> Marks:
    return Marks(found.count(PASSED), found.count(FAILED), found.count(NOT_APPLICABLE))


class _Record(NamedTuple):
    """What an inspection tells of itself; None is what nobody can read."""

    day: date | None
    kind: str | None
    campus: str | None
    area: str | None
    said: tuple[str, ...]  # where and what, in the inspector's words


@dataclass(frozen=True, slots=True)
class _Records:
    by_kind: Mapping[tuple[str, str], list[_Record]]  # of a kind at a campus, by day
    in_doubt: tuple[_Record, ...]

    def number_of(self, asked: Asked) -> int:
        return sum(
            asked.area in (None, record.area) and _is_about(record, asked.content)
            for kind in asked.kinds
            for record in self._between(kind, asked)
        )

    def _between(self, kind: str, asked: Asked) -> list[_Record]:
        found = self.by_kind.get((kind, asked.campus), [])
        first = bisect_left(found, asked.start, key=_day)
        return found[first : bisect_right(found, asked.end, key=_day)]


def _day(record: _Record) -> date:
    return record.day or date.min


def _records(book: Book) -> _Records:
    by_kind: dict[tuple[str, str], list[_Record]] = defaultdict(list)
    in_doubt = []
    for record in _told(book):
        if record.day and record.kind and record.campus:
            by_kind[record.kind, record.campus].append(record)
        if not record.day or record.day > book.as_of:  # a day to come is a slip, told already
            in_doubt.append(record._replace(day=None))
        elif None in record or not record.said:
            in_doubt.append(record)
    for found in by_kind.values():
        found.sort(key=_day)
    return _Records(by_kind, tuple(in_doubt))


def _told(book: Book) -> Iterator[_Record]:
    rows = book[Inspection]
    facts = zip(*map(rows.column, ("date", "kind", "campus", "area")), strict=True)
    words = zip(*map(rows.column_or_blank, ("place", "content")), strict=True)
    for (day, kind, campus, area), said in zip(facts, words, strict=True):
        yield _Record(day, kind, campus, area, tuple(words_of(text) for text in said if text))


def _of_the_sheet(book: Book) -> _Record:
    """Return what the title of the sheet says of all its records."""
    rows = book[Inspection]
    once = {field: rows.known(field) for field in rows.table.facts}
    day, kind, campus = (next(iter(once.get(f, ())), None) for f in ("date", "kind", "campus"))
    return _Record(day, kind, campus, None, ())


def _may_be(record: _Record, asked: Asked) -> bool:
    """Tell whether a record that cannot be read in full may be the check asked for."""
    return (
        (record.day is None or asked.start <= record.day <= asked.end)
        and (record.kind is None or record.kind in asked.kinds)
        and record.campus in (None, asked.campus)
        and (asked.area is None or record.area in (None, asked.area))
        and (not record.said or _is_about(record, asked.content))
    )


def _is_about(record: _Record, content: str | None) -> bool:
    """Tell whether a record names the item, by its words or by its place."""
    if content is None:
        return True
    item = words_of(content)
    return any(text in item or item in text for text in record.said)
