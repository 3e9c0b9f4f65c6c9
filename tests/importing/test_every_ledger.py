"""Every ledger of every area goes into the blank master, alone and whole."""

from pathlib import Path
from typing import Any

import pytest
from tests.importing.drawn import typed
from tests.importing.test_whole_term import TERM, planned, read

from houqin.areas import MODELS
from houqin.importing.plan import RowState
from houqin.master.demo import choices_of
from houqin.master.demo.school import AS_OF
from houqin.master.workbook import write_ledgers
from houqin.reports.appended import write_appended
from houqin.rows import SheetRow

BLANK = Path(__file__).parents[2] / "workbook" / "houqin.xlsm"
FILLED = ("settings", "lists")  # ledgers that the blank master holds rows of
SOME = 7


def rows_of(path: Path, model: type[SheetRow]) -> list[tuple[Any, ...]]:
    _, book = read(path)
    return typed(book[model])


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.ledger.key)
def test_a_ledger_goes_into_the_blank_master(model: type[SheetRow], tmp_path: Path) -> None:
    key, out = model.ledger.key, tmp_path / "合.xlsm"
    source = tmp_path / "旧.xlsx"
    write_ledgers(source, {key: TERM[key][:SOME]}, AS_OF, choices_of(TERM), own=False)

    plan = planned(BLANK, source)
    write_appended(BLANK, tuple(plan.added.values()), out)

    (ledger,) = plan.ledgers
    assert ledger.key == key
    assert len(ledger.rows) == len(TERM[key][:SOME])
    assert {row.state for row in ledger.rows} & {RowState.HELD, RowState.DOUBTFUL} == set()
    if key not in FILLED:
        assert rows_of(out, model) == rows_of(source, model)
        assert plan.is_complete
