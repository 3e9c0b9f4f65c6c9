"""恢复下拉: drop-downs and formats that pasting destroyed come back, and are listed."""

from collections.abc import Iterator, Mapping
from typing import Any

from houqin.areas import MODELS
from houqin.controls import LAST_ROW, Control, control_of
from houqin.desk.backups import back_up
from houqin.desk.checking import checked
from houqin.desk.jobs import Outcome, Press
from houqin.problems import Both
from houqin.rows import Rows, SheetRow
from houqin.tables.address import column_letter, column_number
from houqin.tables.grid import Block

MOST_TOLD = 12


def restore_controls(press: Press) -> Outcome:
    """Give every column of every ledger its format and its drop-down again; values stay."""
    found = checked(press)
    damaged = [
        (sheet, block, control)
        for sheet, whole, control in _columns(found.result.book.rows)
        for block in press.desk.damaged(sheet, whole, control)
    ]
    if damaged:
        back_up(press.desk, press.desk.path, press.now)
    for sheet, block, control in damaged:
        press.desk.restore(sheet, block, control)
    restored = [f"{sheet}!{_cells(block)}" for sheet, block, _ in damaged]
    lang = found.result.lang
    if not restored:
        return Outcome(
            Both(
                "下拉列表和格式都在，没有要恢复的。", "Every drop-down and format is in its place."
            ).of(lang)
        )
    shown = "、".join(restored[:MOST_TOLD]) + ("…" if len(restored) > MOST_TOLD else "")
    return Outcome(
        Both(
            f"已恢复 {len(restored)} 处的下拉和格式（内容没有动）：{shown}",
            f"Restored drop-downs and formats (no value was touched): {shown}",
        ).of(lang)
    )


def _cells(block: Block) -> str:
    letter = column_letter(block.left)
    return f"{letter}{block.top}:{letter}{block.bottom}"


def _columns(rows: Mapping[type[SheetRow], Rows[Any]]) -> Iterator[tuple[str, Block, Control]]:
    """Yield each column of each ledger, from its first row to the last that is laid out."""
    for model in MODELS:
        found = rows.get(model)
        if found is None:
            continue
        for field, column in found.table.columns.items():
            number, top = column_number(column.letter), found.table.heading_row + 1
            yield (
                found.sheet,
                Block(top, number, LAST_ROW, number),
                control_of(model, field),
            )
