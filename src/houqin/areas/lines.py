"""Rules about the lines of several ledgers at once."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from houqin.book import Book
from houqin.cells.money import CENT, to_cents
from houqin.problems import Both, Hit, Words
from houqin.rows import NoColumn, Rows, SheetRow
from houqin.rules import Check, Rule

Lines = Rows[Any]
CheckLines = Callable[[Lines, Book], Iterable[Hit]]


def lines_rule(
    code: str,
    models: tuple[type[SheetRow], ...],
    title: str,
    *,
    zh: tuple[str, str],
    en: tuple[str, str],
    **facts: Any,
) -> Callable[[CheckLines], Rule]:
    """Make a rule of a function that looks at all lines of one ledger.

    It is asked about each of the ledgers that is there.
    """

    def make(check_lines: CheckLines) -> Rule:
        check = in_each(models, check_lines)
        fact = (check_lines.__doc__ or "").strip().partition("\n")[0]
        return Rule(
            code, Both(title, fact), Words(*zh), Words(*en), check=check, also=models, **facts
        )

    return make


def in_each(models: Iterable[type[SheetRow]], check_lines: CheckLines) -> Check:
    """Make a check that asks about each of several ledgers that is there.

    One that lacks a column is left out; the rule is skipped only if none of them can be
    judged.
    """

    def check(book: Book) -> Iterator[Hit]:
        there = [book[model] for model in models if model in book]
        absent: list[NoColumn] = []
        for rows in there:
            try:
                yield from check_lines(rows, book)
            except NoColumn as column:
                absent.append(column)
        if absent and len(absent) == len(there):
            raise absent[0]

    return check


def lines_where(
    rows: Lines,
    fields: tuple[str, ...],
    faulty: Callable[..., dict[str, Any] | None],
) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield the lines at fault and what their words show; lines alike are judged once.

    `faulty` is given the values of the fields. A line in which one of them could not
    be read is not judged; a column that is not there is blank.
    """
    present = [name for name in fields if rows.has(name)]
    lines = list(zip(*(rows.column_or_blank(name) for name in fields), strict=True))
    faults = {line: shown for line in set(lines) if (shown := faulty(*line)) is not None}
    if faults:
        for index in rows.judged(*present):
            if lines[index] in faults:
                yield index, faults[lines[index]]


def wrong_products(rows: Lines) -> Iterator[Hit]:
    """Yield the lines whose amount is not their quantity times their price, to within 0.01."""
    for index, shown in lines_where(rows, ("quantity", "unit_price", "amount"), _product_differs):
        places = (rows.place(index, "quantity"), rows.place(index, "unit_price"))
        yield rows.hit(index, "amount", related=places, **shown)


def _product_differs(
    quantity: Decimal | None, price: Decimal | None, amount: Decimal | None
) -> dict[str, Any] | None:
    if quantity is None or price is None or amount is None:
        return None
    product = to_cents(quantity * price)
    shown = {"quantity": quantity, "price": price, "product": product}
    return shown if abs(product - amount) > CENT else None


def disagreements(
    rows: Lines, number: str, columns: Mapping[str, Sequence[Any]]
) -> Iterator[tuple[int, str, int]]:
    """Yield the lines that differ from the first of their document, in which field, and that line.

    A line of another document differs in many ways: one is told. Blanks agree with anything.
    """
    numbers, told = rows.column(number), set[int]()
    repeated = repeated_in(numbers)
    for field, values in columns.items():
        first: dict[Any, int] = {}
        for index in rows.judged(number, *([field] if rows.has(field) else [])) if repeated else ():
            if values[index] is None or numbers[index] not in repeated:
                continue
            other = first.setdefault(numbers[index], index)
            if values[other] != values[index] and index not in told:
                told.add(index)
                yield index, field, other


def repeated_in(column: Iterable[Hashable]) -> frozenset[Hashable]:
    """Return the values that stand more than once in a column."""
    return frozenset(value for value, count in Counter(column).items() if count > 1)
