"""The column readers give what the row model itself gives, cell by cell."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from tests.cells.strategies import CELLS
from tests.effort import IS_LONG, examples

from houqin.areas import MODELS
from houqin.areas.school.settings import vocabularies
from houqin.cells.context import Context
from houqin.cells.times import TimeRange
from houqin.cells.values import CellError, CellValue, Uncached, is_blank
from houqin.master.demo import clean_term
from houqin.problems import Place
from houqin.reading.columns import read_column, reader_of
from houqin.reading.sheets import read_sheet, same_unit, stands_as
from houqin.rows import Heading, SheetRow
from houqin.tables.finding import find_table
from houqin.tables.grid import Grid

TERM = clean_term()
CONTEXT = Context((date(2020, 2, 10), date(2020, 7, 17)), vocabularies(None, None))
FIELDS = [(model, field) for model in MODELS for field in model.model_fields]


def told_apart(fields: list[tuple[type[SheetRow], str]]) -> list[tuple[type[SheetRow], str]]:
    """Return the first field of each type: fields that are declared alike read alike."""
    by_type: dict[str, tuple[type[SheetRow], str]] = {}
    for model, field in fields:
        info = model.model_fields[field]
        facts = [part for part in info.metadata if not isinstance(part, Heading)]
        by_type.setdefault(f"{info.annotation} {facts}", (model, field))
    return list(by_type.values())


def typed_cells(model: type[SheetRow]) -> dict[str, Any]:
    """The first row of the clean term in which most is filled in, as its cells stand."""
    row = max(
        TERM[model.ledger.key], key=lambda each: sum(value is not None for value in each.values())
    )
    return {field: _cell(row.get(field)) for field in model.model_fields}


def _cell(value: object) -> object:
    if isinstance(value, tuple):
        return "、".join(value)
    if isinstance(value, TimeRange):
        return str(value)
    return float(value) if isinstance(value, Decimal) else value


@pytest.mark.parametrize(
    ("model", "field"),
    FIELDS if IS_LONG else told_apart(FIELDS),
    ids=lambda each: each if isinstance(each, str) else each.ledger.key,
)
@examples(20)
@given(cells=st.lists(CELLS, min_size=1, max_size=8))
def test_a_column_reads_as_the_model_does(
    model: type[SheetRow], field: str, cells: list[CellValue]
) -> None:
    row = typed_cells(model)

    read = read_column(tuple(cells), reader_of(model, field), CONTEXT)

    for index, cell in enumerate(cells):
        if isinstance(cell, CellError | Uncached):
            assert read.doubts[index].code in ("CEL-02", "CEL-03")
            continue
        value, faulty = judged_by_the_model(model, {**row, field: cell}, field)
        assert read.values[index] == value
        assert faulty == (
            {field} if index in read.doubts or (is_blank(cell) and model.required(field)) else set()
        )


def judged_by_the_model(
    model: type[SheetRow], row: dict[str, Any], field: str
) -> tuple[object, set[object]]:
    """Return what pydantic makes of a field of a row, and the fields it finds fault with."""
    try:
        return getattr(model.model_validate(row, context=CONTEXT), field), set()
    except ValidationError as error:
        return None, {each["loc"][0] for each in error.errors()}


def test_true_is_not_one_and_one_is_not_true() -> None:
    from houqin.areas.stock.rows import StockIssue

    read = read_column((1, True, 1.0), reader_of(StockIssue, "quantity"), CONTEXT)

    assert read.values == (Decimal(1), None, Decimal(1))
    assert set(read.doubts) == {1}


@pytest.mark.parametrize(
    ("cell", "value", "stands"),
    [
        ("本部", "本部", True),
        (" 本部", "本部", False),
        (12.0, Decimal(12), True),
        ("12", Decimal(12), False),
        ("2020-05-12", date(2020, 5, 12), False),
        (43963.0, date(2020, 5, 12), False),
        ("张三、李四", ("张三", "李四"), True),
        ("张三，李四", ("张三", "李四"), False),
        ("是", True, True),
        ("√", True, False),
        (101.0, "101", True),
    ],
)
def test_what_was_read_otherwise_than_it_stands_is_told(
    cell: CellValue, value: object, stands: bool
) -> None:
    assert stands_as(cell, value) is stands


def test_units_listed_as_the_same_are_the_same() -> None:
    units = CONTEXT.vocabularies["单位"]

    assert same_unit("千克", "公斤", units)
    assert same_unit("ＫＧ", "kg", units)
    assert not same_unit("盒", "箱", units)
    assert not same_unit("甲", "乙", units)


def test_a_doubtful_merged_cell_is_told_once_at_its_own_place() -> None:
    from houqin.areas.safety.rows import Inspection
    from houqin.tables.grid import Block

    headings = ["检查日期", "检查类型", "校区", "检查区域", "检查项目", "检查结果", "检查人"]
    rest = ["月检查", "本部", "食堂", "食品安全", "正常", "张三"]
    values: list[list[CellValue]] = [[*headings], ["5.12", *rest], [None, *rest], [None, *rest]]
    grid = Grid("检查记录", values, merges=(Block(2, 1, 4, 1),))
    table = find_table(grid, Inspection.layout())
    assert table is not None

    read = read_sheet(table, Inspection, CONTEXT)

    assert [(each.code, each.place) for each in read.problems] == [
        ("CEL-06", Place("检查记录", 2, "A"))
    ]
    assert read.rows.unread["date"] == {0, 1, 2}
