"""One press of a button: what is to be written, and what the user is told."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from houqin.areas import MODELS
from houqin.controls import TEXT, control_of
from houqin.desk.backups import back_up, discard_old
from houqin.desk.filled_cells import FilledCells
from houqin.desk.snapshot import Snapshot
from houqin.desk.undo import Filled, Undone
from houqin.desk.undo import note as keep_note
from houqin.importing.plan import Addition
from houqin.port import Desk, Writing
from houqin.problems import Place
from houqin.tables.address import column_number
from houqin.trail import note


@dataclass(frozen=True)
class Press:
    """A button pressed on an open workbook."""

    desk: Desk
    now: datetime
    label: str = ""

    @cached_property
    def snapshot(self) -> Snapshot:
        """The workbook as it was then."""
        return Snapshot(self.desk)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a button came to."""

    text: str = ""  # what the user is told; "" where the screen says it already
    goto: Place | None = None
    writings: Sequence[Writing] = field(default=())
    appended: Sequence[Addition] = field(default=())  # rows added to ledgers
    filled: Sequence[FilledCells] = field(default=())  # blank cells of ledgers that are filled in
    keep_days: int | None = None  # of backups


def carry_out(press: Press, outcome: Outcome) -> None:
    """Back the workbook up, then write everything in one go; nothing where the backup fails.

    Raises:
        DeskError: the backup or the workbook cannot be written.
    """
    writings = [
        *(each for rows in outcome.appended for each in added(rows)),
        *(each for cells in outcome.filled for each in cells.writings()),
        *outcome.writings,
    ]
    if not writings:
        return
    book = press.desk.path
    backup = back_up(press.desk, book, press.now)
    press.desk.write(writings)
    _note_written(outcome)
    own = tuple(dict.fromkeys(each.sheet for each in outcome.writings))
    filled = {
        each.sheet: Filled.of(each, press.snapshot.grid(each.sheet)) for each in outcome.filled
    }
    keep_note(book, Undone.of(press.label, press.now, backup, own, outcome.appended, filled))
    if outcome.keep_days is not None:
        discard_old(book, press.now, outcome.keep_days)


def _note_written(outcome: Outcome) -> None:
    """Tell the trail what was written into the workbook."""
    counts = {
        "sheets_written": len({each.sheet for each in outcome.writings}),
        "rows_added": sum(len(each.rows) for each in outcome.appended),
        "cells_filled": sum(len(each.texts) for each in outcome.filled),
    }
    note(**{name: number for name, number in counts.items() if number})


def added(rows: Addition) -> Iterator[Writing]:
    """Yield the blocks that add rows to a ledger; its table grows with them."""
    model = next(model for model in MODELS if model.ledger.key == rows.key)
    texts = {
        column_number(letter)
        for field, letter in zip(rows.fields, rows.columns, strict=True)
        if control_of(model, field).number_format == TEXT
    }
    for block in rows.blocks():
        places = range(block.left, block.left + len(block.rows[0]))
        text = frozenset(place - block.left for place in places if place in texts)
        yield Writing(
            rows.sheet, rows.first_row, block.left, block.rows, text, grows=model.ledger.key
        )
