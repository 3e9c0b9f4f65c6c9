"""Checks of formulas: what they mention is there."""

from collections.abc import Iterator
from dataclasses import dataclass

from houqin.hosts.package import elements, relationships
from houqin.master.inspection.book import Book, Sheet, Table
from houqin.master.inspection.mentions import Mention, UnreadableError, mentions

_ON_SHEETS = {
    "formula": "A conditional format",
    "formula1": "A data validation",
    "formula2": "A data validation",
    "f": "A formula",
}
_RULES = ("formula", "formula1", "formula2")  # Excel allows no table in them
_OF_TABLES = ("calculatedColumnFormula", "totalsRowFormula")


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula and where it stands."""

    where: str
    text: str
    sheet: str | None = None  # whose own names it knows
    is_rule: bool = False


def faults_of_formulas(book: Book) -> Iterator[str]:
    """Yield what formulas mention although it does not exist."""
    for name in book.names:
        if name.sheet == "":
            yield f"The name {name.name} belongs to a sheet that does not exist."
    for formula in _formulas(book):
        try:
            found = tuple(mentions(formula.text))
        except UnreadableError as error:
            yield f"{formula.where}, {formula.text}, cannot be followed: {error}."
        else:
            for mention in found:
                yield from _faults(book, formula, mention)


def _faults(book: Book, formula: Formula, mention: Mention) -> Iterator[str]:
    sheet = mention.sheet.casefold()
    if sheet and sheet not in {each.title.casefold() for each in book.sheets}:
        yield f"{formula.where} mentions the sheet {mention.sheet}, which does not exist."
    elif mention.columns is not None:
        yield from _faults_of_columns(book, formula, mention, mention.columns)
    elif mention.name and not _is_known(book, mention.name, mention.sheet or formula.sheet):
        yield f"{formula.where} mentions the name {mention.name}, which does not exist."


def _faults_of_columns(
    book: Book, formula: Formula, mention: Mention, columns: tuple[str, ...]
) -> Iterator[str]:
    table = _table(book, mention.name)
    if table is None:
        yield f"{formula.where} mentions the table {mention.name}, which does not exist."
        return
    known = {each.casefold() for each in table.columns}
    for column in columns:
        if column.casefold() not in known:
            yield f"{formula.where} mentions {column!r}, which is no column of {mention.name}."
    if formula.is_rule and not mention.is_in_text:
        yield (
            f"{formula.where} mentions the table {mention.name},"
            " which Excel allows only in INDIRECT or in a defined name."
        )


def _table(book: Book, name: str) -> Table | None:
    found = (each for each in book.tables if each.shown_name.casefold() == name.casefold())
    return next(found, None)


def _is_known(book: Book, name: str, sheet: str | None) -> bool:
    """Tell whether a name, or a table of that name, is known on a sheet."""
    return _table(book, name) is not None or any(
        each.name.casefold() == name.casefold()
        and (each.sheet is None or each.sheet.casefold() == (sheet or "").casefold())
        for each in book.names
    )


def _formulas(book: Book) -> Iterator[Formula]:
    for name in book.names:
        yield Formula(f"The name {name.name}", name.formula, name.sheet)
    for sheet in book.sheets:
        yield from _on_sheet(sheet)
        yield from _in_charts(book, sheet)
    for table in book.tables:
        where = f"A formula of the table {table.shown_name}"
        for tag, _, element in table.tags:
            if tag in _OF_TABLES and element.text:
                yield Formula(where, element.text, table.sheet)


def _on_sheet(sheet: Sheet) -> Iterator[Formula]:
    for tag, facts, element in sheet.tags:
        if tag in _ON_SHEETS and element.text and element.text.strip():
            where = f"{_ON_SHEETS[tag]} on {sheet.title}"
            yield Formula(where, element.text, sheet.title, is_rule=tag in _RULES)
        elif tag == "hyperlink" and facts.get("location"):
            yield Formula(f"A link on {sheet.title}", facts["location"], sheet.title)


def _in_charts(book: Book, sheet: Sheet) -> Iterator[Formula]:
    for drawing in book.parts(sheet.links, "drawing"):
        for chart in book.parts(relationships(book.archive, drawing), "chart"):
            for tag, _, element in elements(book.archive, chart):
                if tag == "f" and element.text:
                    yield Formula(f"A chart on {sheet.title}", element.text, sheet.title)
