"""What no ledger knows: the school's own columns and sheets, which do not go over."""

from collections.abc import Iterator
from pathlib import Path

from houqin.hosts.files import open_workbook
from houqin.importing.lines import Lines
from houqin.importing.plan import HeadingState
from houqin.importing.understood import headings_of
from houqin.new_term.carrying import Way, carry_of
from houqin.result import Result


def left_behind(result: Result, book: Path) -> tuple[str, ...]:
    """Return the columns, as 物品目录：货架, and the sheets that stay in the old book."""
    return (*_columns(result, book), *result.unknown)


def _columns(result: Result, book: Path) -> Iterator[str]:
    host = open_workbook(book)
    try:
        for model, rows in result.book.rows.items():
            if carry_of(model).way in (Way.ALL, Way.SOME):
                heads = headings_of(Lines(rows, host.read(rows.sheet)))
                yield from (
                    f"{rows.sheet}：{each.text}"
                    for each in heads
                    if each.state is HeadingState.UNKNOWN
                )
    finally:
        host.close()
