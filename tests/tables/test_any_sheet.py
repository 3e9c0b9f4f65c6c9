"""What holds for every sheet, however odd."""

from hypothesis import given
from hypothesis import strategies as st
from tests.effort import examples
from tests.tables.drawing import INSPECTIONS, ISSUES, LISTS

from houqin.cells.values import CellError, CellValue, Uncached
from houqin.tables.address import column_number
from houqin.tables.finding import find_table
from houqin.tables.grid import Block, Grid
from houqin.tables.layout import Layout
from houqin.tables.recognising import recognise
from houqin.tables.table import Table

LAYOUTS = (ISSUES, INSPECTIONS, LISTS)
NAMES = [name for layout in LAYOUTS for h in layout.heads for name in (h.heading, *h.aliases)]

ODD = (
    '合计 小计 本页合计 同上 " 检查人：张三 校区：本部；日期：5月1日 说明：略 检查日期 本部 东园 '
    "以下空白 序号 校验结果 ( ："
)
words = st.sampled_from([*NAMES, *ODD.split(), " ", "\u3000"])
values = st.one_of(
    st.none(),
    words,
    st.text(max_size=20),
    st.integers(),
    st.floats(),
    st.booleans(),
    st.dates(),
    st.times(),
    st.datetimes(),
    st.timedeltas(),
    st.just(CellError("#N/A")),
    st.just(Uncached()),
)


@st.composite
def blocks(draw: st.DrawFn) -> Block:
    top, left = draw(st.integers(1, 12)), draw(st.integers(1, 12))
    return Block(top, left, top + draw(st.integers(0, 4)), left + draw(st.integers(0, 9)))


@st.composite
def grids(draw: st.DrawFn) -> Grid:
    layout = draw(st.sampled_from(LAYOUTS))
    headings: list[CellValue] = [head.heading for head in layout.heads]
    rows = draw(st.lists(st.lists(values, max_size=12), max_size=8))
    if draw(st.booleans()):
        rows.insert(draw(st.integers(0, len(rows))), headings)
    places = st.frozensets(st.integers(1, 12), max_size=3)
    return Grid(
        draw(st.sampled_from(["领用", "检查记录（本部）", "x", ""])),
        rows,
        draw(st.integers(1, 5)),
        draw(st.integers(1, 5)),
        tuple(draw(st.lists(blocks(), max_size=3))),
        draw(places),
        draw(places),
    )


def cell(grid: Grid, row: int, column: int) -> CellValue:
    cells = grid.values[row - grid.top]
    return cells[column - grid.left] if column - grid.left < len(cells) else None


def assert_cells_are_kept(table: Table, grid: Grid) -> None:
    for field, column in table.columns.items():
        assert len(column.cells) == len(table.numbers)
        for index, value in enumerate(column.cells):
            if index in table.unread.get(field, ()):
                assert value is None
            else:
                row = column.origins.get(index, table.numbers[index])
                assert value is cell(grid, row, column_number(column.letter))


@examples(150)
@given(grids(), st.sampled_from(LAYOUTS))
def test_every_cell_that_is_read_stands_where_it_says(grid: Grid, layout: Layout) -> None:
    table = find_table(grid, layout, {"campus": ("本部", "东园", "")})

    if table:
        assert_cells_are_kept(table, grid)
        assert all(row > table.heading_row for row in table.numbers)
        assert list(table.numbers) == sorted(set(table.numbers))


@examples(80)
@given(st.lists(grids(), max_size=3, unique_by=lambda grid: grid.sheet))
def test_every_sheet_is_a_ledger_or_unknown(sheets: list[Grid]) -> None:
    recognised = recognise(sheets, LAYOUTS)

    read = [ledger.sheet for ledger in recognised.sheets.values()]
    assert sorted([*read, *recognised.unknown]) == sorted(grid.sheet for grid in sheets)
