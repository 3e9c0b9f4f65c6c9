"""The demo term in two halves, taken into a book of empty ledgers, is the whole term again."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from tests.importing.drawn import opened, typed

from houqin.areas import MODELS
from houqin.book import Book
from houqin.hosts.files import open_workbook
from houqin.importing.plan import ImportPlan, RowState
from houqin.importing.planning import plan_import
from houqin.importing.sources import Source
from houqin.master.demo import choices_of, clean_term
from houqin.master.demo.dirt import left_by_staff
from houqin.master.demo.school import AS_OF
from houqin.master.term import Row
from houqin.master.workbook import write_ledgers
from houqin.opening import Reading, open_sheets
from houqin.reports.appended import write_appended

TERM = clean_term()
Term = Mapping[str, Sequence[Row]]


def written(path: Path, term: Term) -> Path:
    write_ledgers(path, term, AS_OF, choices_of(TERM))
    return path


def read(path: Path) -> tuple[Reading, Book]:
    return opened(open_workbook(path))


def planned(book: Path, *sources: Path) -> ImportPlan:
    reading, found = read(book)
    named = [Source(path.name, open_sheets(open_workbook(path))) for path in sources]
    return plan_import(reading, found, named)


def rows_of(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    _, book = read(path)
    return {model.ledger.key: typed(rows) for model, rows in book.rows.items()}


@pytest.fixture(scope="module")
def halves(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, Path]:
    """Empty ledgers, every other row of the term, and the rest of it."""
    folder = tmp_path_factory.mktemp("halves")
    return (
        written(folder / "空.xlsx", {key: [] for key in TERM}),
        written(folder / "一.xlsx", {key: rows[::2] for key, rows in TERM.items()}),
        written(folder / "二.xlsx", {key: rows[1::2] for key, rows in TERM.items()}),
    )


def test_two_halves_are_the_whole_term(halves: tuple[Path, Path, Path], tmp_path: Path) -> None:
    empty, one, two = halves
    whole = written(tmp_path / "全.xlsx", TERM)

    plan = planned(empty, one, two)
    write_appended(empty, tuple(plan.added.values()), tmp_path / "合.xlsx")

    expected = rows_of(whole)
    assert plan.is_complete
    assert set(expected) == {model.ledger.key for model in MODELS}
    assert rows_of(tmp_path / "合.xlsx") == expected


def test_taking_them_in_again_finds_everything_there(
    halves: tuple[Path, Path, Path], tmp_path: Path
) -> None:
    empty, one, two = halves
    whole = written(tmp_path / "全.xlsx", TERM)

    plan = planned(whole, one, two)

    assert plan.added == {}
    assert plan.counts == {RowState.THERE: sum(map(len, TERM.values()))}
    assert planned(empty, one, two, whole).counts[RowState.THERE] == plan.counts.total()


def test_a_term_as_staff_leave_it_is_read_as_it_was(
    halves: tuple[Path, Path, Path], tmp_path: Path
) -> None:
    dirty = written(tmp_path / "脏.xlsx", left_by_staff(TERM, 2020))
    plan = planned(halves[0], dirty)
    out = tmp_path / "合.xlsx"
    write_appended(halves[0], tuple(plan.added.values()), out)

    assert rows_of(out) == rows_of(dirty)
    assert plan.counts[RowState.HELD] == 0
    again = planned(out, dirty)
    assert again.counts == {RowState.THERE: plan.counts.total()}
