"""A workbook drawn as text holds what a spreadsheet makes of what is typed."""

from datetime import datetime, time

import pytest

from houqin.cells.values import CellError, CellValue, Uncached
from houqin.hosts.memory import TextHost, value_of
from houqin.tables.grid import Block, Grid


@pytest.mark.parametrize(
    ("drawn", "value"),
    [
        ("", None),
        ("12", 12),
        ("-1.5", -1.5),
        ("1e3", 1000.0),
        ("123456789012345678", 123456789012345678.0),
        ("１２", "１２"),
        ("12个", "12个"),
        ("'12", "12"),
        ("'", ""),
        ("'^", "^"),
        ("2020-05-12", datetime(2020, 5, 12)),  # noqa: DTZ001
        ("2020-05-12 07:30", datetime(2020, 5, 12, 7, 30)),  # noqa: DTZ001
        ("2020-02-30", "2020-02-30"),
        ("07:30", time(7, 30)),
        ("25:00", "25:00"),
        ("TRUE", True),
        ("true", "true"),
        ("#N/A", CellError("#N/A")),
        ("#DIV/0!", CellError("#DIV/0!")),
        ("#NAME?", CellError("#NAME?")),
        ("#1", "#1"),
        ("=?", Uncached()),
        ("␣东校区␣", " 东校区 "),
        (r"a\nb\tc\|d\\e", "a\nb\tc|d\\e"),
        (r"C:\大门", r"C:\大门"),
    ],
)
def test_value_of(drawn: str, value: CellValue) -> None:
    found = value_of(drawn)

    assert (found, type(found)) == (value, type(value))


def test_rows_stand_where_they_are_drawn() -> None:
    host = TextHost(
        """
        | 领用 @4 | 单据编号 | 数量 |
        |       7 | LY-001   | 12   |
        | ~入库   | 单据编号 |
        |      ~2 | RK-001   |
        """,
        properties={"houqin": "1"},
    )

    assert host.sheet_names() == ("领用", "入库")
    assert host.properties() == {"houqin": "1"}
    assert host.read("领用") == Grid("领用", (("单据编号", "数量"), (), (), ("LY-001", 12)), top=4)
    assert host.read("入库") == Grid(
        "入库", (("单据编号",), ("RK-001",)), hidden=True, hidden_rows=frozenset({2})
    )


def test_marks_of_merging_make_blocks() -> None:
    host = TextHost(
        """
        | 值班表 | 日期 | 早 | <  |
        |      2 | ^    | ^  | ^  |
        |      3 | 1    | 甲 | 乙 |
        |      4 | 2    | ^  | 丙 |
        """
    )

    grid = host.read("值班表")

    assert grid.merges == (Block(1, 2, 2, 3), Block(1, 1, 2, 1), Block(3, 2, 4, 2))
    assert grid.values[1] == (None, None, None)


@pytest.mark.parametrize(
    "text",
    ["| 2 | a |", "| 领用 | a", "领用 | a |", "| 领用 | a |\n| 1 | b |", "|  | a |"],
)
def test_what_is_no_drawing_is_not_guessed_at(text: str) -> None:
    with pytest.raises(ValueError, match="drawn"):
        TextHost(text)
