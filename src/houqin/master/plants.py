"""Planted mistakes: each in rows of its own on the clean term, with the one problem it must give.

`plants/<area>.toml` holds them as data:

    [[plant]]
    code = "HAZ-06"
    at = "hazards"            # the ledger (or the title of a further sheet) where it must be told
    field = "deadline"        # its field; left out where the problem has no column
    rows.hazards = [ { number = "YH-901", found = 2020-06-01 } ]   # added below the term's rows
    row = 0                   # which of the added rows it is told at (the first if left out) …
    match = { number = "YH-003" }   # … or the term's own row, by its values …
    cell = "B4"               # … or the address itself, "4" for a whole row, "" for a whole sheet
    drop.inspections = [ { date = 2020-05-12, campus = "本部" } ]          # rows taken out first
    change.calendar = [ { where = { date = 2020-05-12 }, set = { kind = "休息" } } ]
    alone = true              # a mistake of structure, in a workbook of its own:
    without.stock_issues = ["quantity"]                  # columns left out
    renamed.stock_issues = { quantity = "数良" }         # headings written otherwise, or "" for none
    hidden.stock_issues = [2]                            # rows hidden, counted from 0
    remove = ["items"]                                   # ledgers left out
    sheets = [ { title = "领用(2)", rows = [["单据编号"], ["LY-1"]] } ]   # further sheets, cell by cell

In rows, "#N/A" stands for an error cell and "=?" for a formula without a stored result.
"""

import dataclasses
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from houqin.cells.values import CellError, Uncached
from houqin.master.term import Row, Term


@dataclass(frozen=True, slots=True)
class Plant:
    """One planted mistake."""

    code: str
    at: str
    field: str = ""
    row: int = 0
    match: Mapping[str, object] | None = None
    cell: str | None = None
    rows: Mapping[str, list[Row]] = dataclasses.field(default_factory=dict)
    drop: Mapping[str, list[Row]] = dataclasses.field(default_factory=dict)
    change: Mapping[str, list[Mapping[str, Row]]] = dataclasses.field(default_factory=dict)
    alone: bool = False
    without: Mapping[str, list[str]] = dataclasses.field(default_factory=dict)
    renamed: Mapping[str, Mapping[str, str]] = dataclasses.field(default_factory=dict)
    hidden: Mapping[str, list[int]] = dataclasses.field(default_factory=dict)
    remove: tuple[str, ...] = ()
    sheets: tuple[Mapping[str, Any], ...] = ()


def plants() -> Iterator[Plant]:
    """Yield all planted mistakes, area by area."""
    folder = files("houqin.master") / "plants"
    for file in sorted(folder.iterdir(), key=lambda each: each.name):
        if file.name.endswith(".toml"):
            for each in tomllib.loads(file.read_text("utf-8")).get("plant", ()):
                yield Plant(**_as_cells(each))


def plant_in(term: Term, plant: Plant) -> Row | None:
    """Put one mistake into the term and return the row it is told at, if it is one of the term's."""
    _drop_and_change(term, plant)
    for key, rows in plant.rows.items():
        term[key] += rows
    for key in plant.remove:
        del term[key]
    if plant.cell is not None:
        return None
    if plant.match is not None:
        return next(row for row in term[plant.at] if matches(row, plant.match))
    return plant.rows[plant.at][plant.row]


def _drop_and_change(term: Term, plant: Plant) -> None:
    for key, wanted in plant.drop.items():
        term[key] = [row for row in term[key] if not any(matches(row, each) for each in wanted)]
    for key, changes in plant.change.items():
        for change in changes:
            for row in term[key]:
                if matches(row, change["where"]):
                    row.update(change["set"])


def matches(row: Mapping[str, object], wanted: Mapping[str, object]) -> bool:
    """Tell whether a row has all the values wanted."""
    return all(row.get(name) == value for name, value in wanted.items())


def _as_cells(found: Any) -> Any:
    """Turn TOML's values into those of rows: lists of texts into tuples, marks into odd cells."""
    if isinstance(found, dict):
        return {name: _as_cells(value) for name, value in found.items()}
    if isinstance(found, list):
        each = [_as_cells(value) for value in found]
        return tuple(each) if each and all(isinstance(value, str) for value in each) else each
    if found == "=?":
        return Uncached()
    return (
        CellError(found)
        if isinstance(found, str) and found in ("#N/A", "#REF!", "#VALUE!", "#DIV/0!")
        else found
    )
