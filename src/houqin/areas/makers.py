"""Makers of rules whose shape comes back in every ledger: unique, known elsewhere, in order.

Each returns a `Rule`; `title` is the rule as a fact in Chinese and English, and further
facts (`severity`, `source`, `settings`) are passed on to the rule.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from functools import cache
from typing import Any

from houqin.areas.lines import Lines, in_each
from houqin.book import Book
from houqin.cells.choices import closest
from houqin.problems import Both, Hit, Words
from houqin.rows import Rows, SheetRow
from houqin.rules import Rule

SAME_ZH = ("“{value}”与第 {row} 行重复", "请改正其中一行，或删去多余的一行")
SAME_EN = ("{value} stands in row {row} already", "correct one of the two rows or delete one")
UNKNOWN_ZH = ("“{name}”不在工作表 {sheet} 中", "请改正，或先在 {sheet} 中登记")
UNKNOWN_EN = ("{name} is not on the sheet {sheet}", "correct it or enter it there first")
LATER_ZH = ("日期 {value} 晚于统计日期 {as_of}", "请核对日期或统计日期")
LATER_EN = ("the date {value} is after the as-of date {as_of}", "check the date, or the as-of date")


def each_of(value: Any) -> Iterable[Any]:
    """Return the values of a cell: none, one, or several."""
    if isinstance(value, tuple):
        return value
    return () if value is None else (value,)


def numbers_in(text: str | None) -> tuple[str, ...]:
    """Return the numbers in a cell: none, one, or several parted by commas."""
    return tuple(part.strip() for part in re.split("[、,，;；]", text or "") if part.strip())


def day_of(moment: date) -> date:
    """Return the day of a moment; a day is its own."""
    return moment.date() if isinstance(moment, datetime) else moment


def unique(
    code: str,
    model: type[SheetRow],
    fields: tuple[str, ...],
    title: tuple[str, str],
    *,
    zh: tuple[str, str] = SAME_ZH,
    en: tuple[str, str] = SAME_EN,
    **facts: Any,
) -> Rule:
    """Make the rule that no two rows agree in all these fields.

    Every row after the first of a set is reported once, at its first field, with the
    first row as related; the words may show it as {row}. A row whose first field is
    blank takes no part; blanks in the other fields agree with each other. A row with
    a cell among the fields that could not be read takes no part either.
    """

    def check(book: Book) -> Iterator[Hit]:
        rows = book[model]
        for index, first in _repeated(rows, fields):
            at = (rows.place(first, fields[0]),)
            yield rows.hit(index, fields[0], related=at, row=rows.numbers[first])

    return Rule(code, Both(*title), Words(*zh), Words(*en), needs=(model,), check=check, **facts)


def known_in(
    code: str,
    model: type[SheetRow],
    field: str,
    other: type[SheetRow],
    other_field: str,
    title: tuple[str, str],
    **facts: Any,
) -> Rule:
    """Make the rule that a field's value, or each of several, stands on another sheet.

    The words (`zh`, `en`; there are some if none are given) may show the unknown value
    as {name} and the other sheet as {sheet}. `split` parts a cell that holds several.
    """
    zh, en = facts.pop("zh", UNKNOWN_ZH), facts.pop("en", UNKNOWN_EN)
    split = facts.pop("split", each_of)

    def check(book: Book) -> Iterator[Hit]:
        return unknown(book[model], field, book[other], other_field, split)

    needs = (model, other)
    return Rule(code, Both(*title), Words(*zh), Words(*en), needs=needs, check=check, **facts)


def not_before(
    code: str,
    model: type[SheetRow],
    field: str,
    earlier: str,
    title: tuple[str, str],
    **facts: Any,
) -> Rule:
    """Make the rule that a field is not before (or less than) another one of its row.

    It is reported at `field`, with the other cell as related; the words (`zh`, `en`;
    there are some if none are given) may show the other value as {earlier}.
    """
    headings = model.headings()
    later_name, earlier_name = headings[field].name, headings[earlier].name
    words_zh = (f"{later_name} {{value}} 早于{earlier_name} {{earlier}}", "请改正其中一个日期")
    words_en = ("{value} is before {earlier}, the day it follows", "correct one of the two dates")
    zh, en = facts.pop("zh", words_zh), facts.pop("en", words_en)

    def check(book: Book) -> Iterator[Hit]:
        rows = book[model]
        laters, earliers = rows.column(field), rows.column(earlier)
        for index in rows.judged(field, earlier):
            first, then = earliers[index], laters[index]
            if first is not None and then is not None and then < first:
                yield rows.hit(index, field, related=(rows.place(index, earlier),), earlier=first)

    return Rule(code, Both(*title), Words(*zh), Words(*en), needs=(model,), check=check, **facts)


def not_after_as_of(
    code: str,
    models: tuple[type[SheetRow], ...],
    fields: tuple[str, ...],
    title: tuple[str, str],
    **facts: Any,
) -> Rule:
    """Make the rule that what these fields of these ledgers tell of has happened already.

    The words (`zh`, `en`; there are some if none are given) may show the as-of date as
    {as_of}. `applies` tells of a row whether the rule is about it, if not about all.
    """
    zh, en = facts.pop("zh", LATER_ZH), facts.pop("en", LATER_EN)
    applies: Callable[[Lines, int, Book], bool] | None = facts.pop("applies", None)
    facts = {"source": "日期先后", "settings": ("as_of",)} | facts

    def check_lines(rows: Lines, book: Book) -> Iterator[Hit]:
        for field in [name for name in fields if rows.has(name)] or fields[:1]:
            days = rows.column(field)
            late = {day for day in set(days) if day is not None and day_of(day) > book.as_of}
            for index in rows.judged(field) if late else ():
                if days[index] in late and (applies is None or applies(rows, index, book)):
                    yield rows.hit(index, field, as_of=book.as_of)

    check = in_each(models, check_lines)
    return Rule(code, Both(*title), Words(*zh), Words(*en), also=models, check=check, **facts)


def unknown(
    rows: Lines,
    field: str,
    other: Lines,
    other_field: str,
    split: Callable[[Any], Iterable[Any]] = each_of,
) -> Iterator[Hit]:
    """Yield the values of a field that the other sheet does not have.

    A name much like one that it has is asked about. While it has no row yet, it can
    tell nothing and nothing is reported.
    """
    column, known = rows.column(field), other.known(other_field)
    if known.issuperset(name for value in set(column) for name in split(value)):
        return
    words = sorted(map(str, known))
    like = cache(lambda name: closest(str(name), words))
    for index in rows.judged(field) if known else ():
        for name in split(column[index]):
            if name not in known:
                yield rows.hit(index, field, name=name, sheet=other.sheet, **asking(like(name)))


def told_once(hits: Iterable[Hit]) -> Iterator[Hit]:
    """Yield the first hit about each name."""
    told = set[object]()
    for hit in hits:
        if hit.values["name"] not in told:
            told.add(hit.values["name"])
            yield hit


def asking(meant: object) -> dict[str, Any]:
    """Return the value of a hit that makes its words ask “did you mean …?”, if there is one."""
    return {"suggest": meant} if meant else {}


def _repeated(rows: Rows[Any], fields: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Yield the index of each repeated row, and of the first one like it."""
    present = [name for name in fields if rows.has(name) or rows.model.required(name)]
    columns = [rows.column_or_blank(name) for name in fields]
    first: dict[tuple[Any, ...], int] = {}
    for index in rows.judged(*present):
        key = tuple(column[index] for column in columns)
        if key[0] is not None and first.setdefault(key, index) != index:
            yield index, first[key]
