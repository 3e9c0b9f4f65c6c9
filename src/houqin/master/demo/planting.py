"""The workbooks of planted mistakes, and where each must be found."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from houqin.areas import MODELS
from houqin.files import replaced
from houqin.master.plants import Plant, plant_in, plants
from houqin.master.term import Row, Term, copied
from houqin.master.workbook import FIRST_ROW, LedgerBook
from houqin.rows import SheetRow
from houqin.tables.address import column_letter

BY_KEY: Mapping[str, type[SheetRow]] = {model.ledger.key: model for model in MODELS}
Answer = dict[str, Any]


def write_planted_books(
    folder: Path, term: Term, created: date, lists: Mapping[str, Sequence[str]]
) -> Iterator[tuple[Path, list[Answer]]]:
    """Write `planted.xlsx` and one workbook for each mistake of structure; yield each with its answers."""
    together: list[Plant] = []
    alone: list[Plant] = []
    for plant in plants():
        (alone if plant.alone else together).append(plant)
    books = [
        ("planted.xlsx", together),
        *((f"planted-{plant.code}.xlsx", [plant]) for plant in alone),
    ]
    for name, wanted in books:
        path = folder / name
        changed = copied(term)
        rows = [plant_in(changed, plant) for plant in wanted]
        _write(path, changed, wanted, created, lists)
        told = zip(wanted, rows, strict=True)
        yield path, [answer(name, changed, plant, row) for plant, row in told]


def answer(book: str, term: Term, plant: Plant, row: Row | None) -> Answer:
    """Say where a plant must be found; rows are told apart by identity, for two may be alike."""
    sheet = BY_KEY[plant.at].ledger.title if plant.at in BY_KEY else plant.at
    if row is None:
        number = int("".join(filter(str.isdigit, plant.cell or "")) or 0) or None
        whole = (plant.cell or "")[:1].isalpha()
        return {
            "book": book,
            "code": plant.code,
            "sheet": sheet,
            "cell": plant.cell if whole else None,
            "row": number,
        }
    number = FIRST_ROW + 1 + next(i for i, each in enumerate(term[plant.at]) if each is row)
    fields = list(BY_KEY[plant.at].model_fields)
    cell = f"{column_letter(fields.index(plant.field) + 1)}{number}" if plant.field else None
    return {"book": book, "code": plant.code, "sheet": sheet, "cell": cell, "row": number}


def _write(
    path: Path,
    term: Term,
    wanted: Iterable[Plant],
    created: date,
    lists: Mapping[str, Sequence[str]],
) -> None:
    odd = [plant for plant in wanted if plant.alone]
    with replaced(path) as unfinished:
        book = LedgerBook(unfinished, created, lists)
        book.mark_own()
        for model in MODELS:
            key = model.ledger.key
            if key in term:
                without = [field for plant in odd for field in plant.without.get(key, ())]
                renamed = {
                    field: text
                    for plant in odd
                    for field, text in plant.renamed.get(key, {}).items()
                }
                hidden = [row for plant in odd for row in plant.hidden.get(key, ())]
                book.ledger(model, term[key], without=without, renamed=renamed, hidden=hidden)
        for sheet in (sheet for plant in odd for sheet in plant.sheets):
            book.plain(sheet["title"], sheet["rows"])
        book.close()
