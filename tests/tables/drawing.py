"""Sheets and ledgers for the tests of tables."""

from collections.abc import Sequence
from typing import cast

from houqin.cells.values import CellValue
from houqin.tables.address import column_number
from houqin.tables.finding import find_table
from houqin.tables.grid import Block, Grid
from houqin.tables.layout import Head, Layout
from houqin.tables.table import Table

ISSUES = Layout(
    "stock_issues",
    "领用",
    ("领用登记", "领用台账", "出库"),
    (
        Head("number", "单据编号", ("领用单号",), required=True),
        Head("date", "日期", ("领用日期", "领用时间"), required=True, fill_down=True, fact=True),
        Head("campus", "校区", ("仓库",), required=True, fill_down=True, fact=True),
        Head("name", "物品名称", ("品名", "领用物品"), required=True),
        Head("spec", "规格型号", ("规格", "型号")),
        Head("unit", "单位", ("计量单位",), required=True),
        Head("quantity", "数量", ("领用数量", "领取数量"), required=True, total=True),
        Head("amount", "金额", ("合计",), total=True),
        Head("person", "领用人", ("领取人",), required=True),
        Head("keeper", "保管员", ("仓库保管员",), fact=True),
        Head("note", "备注"),
    ),
)
INSPECTIONS = Layout(
    "inspections",
    "检查记录",
    ("安全检查记录", "日巡视"),
    (
        Head(
            "date", "检查日期", ("检查时间", "排查时间"), required=True, fill_down=True, fact=True
        ),
        Head("campus", "校区", (), required=True, fill_down=True, fact=True),
        Head("area", "检查项目", ("项目",), required=True, fill_down=True),
        Head("content", "检查内容", ("具体内容", "内容")),
        Head("result", "检查结果", ("检查情况",), required=True),
        Head("measure", "整改措施", ("整改意见",)),
        Head("responsible", "整改责任人", ("责任人", "整改责任单位")),
        Head("inspectors", "检查人", ("排查人", "检查人员"), required=True, fact=True),
    ),
)
LISTS = Layout(
    "lists",
    "清单",
    (),
    (
        Head("list", "清单", required=True, fill_down=True),
        Head("value", "值", required=True),
        Head("same_as", "同义"),
    ),
)

ISSUE_HEADINGS = ("单据编号", "日期", "校区", "物品名称", "单位", "数量", "领用人")


def sheet(*rows: object, name: str = "Sheet1", merged: str = "", at: str = "A1") -> Grid:
    """Draw a sheet from its rows; `merged` names blocks such as "A1:C1 B4:B6"."""
    left, top = _cell(at)
    values = cast("Sequence[Sequence[CellValue]]", rows)
    return Grid(name, values, top, left, tuple(_block(text) for text in merged.split()))


def found(grid: Grid, layout: Layout = ISSUES, **known: Sequence[str]) -> Table:
    """Return the table of a sheet that surely has one."""
    table = find_table(grid, layout, known)
    assert table is not None
    return table


def cells(table: Table, field: str) -> list[CellValue]:
    """Return the cells of a field."""
    return list(table.columns[field].cells)


def told(table: Table) -> list[tuple[str, str]]:
    """Return the code and the place of everything odd."""
    return [(odd.code, f"{odd.column or ''}{odd.row or ''}") for odd in table.oddities]


def issue(number: int, **changed: CellValue) -> list[CellValue]:
    """Return one row under ISSUE_HEADINGS."""
    row: dict[str, CellValue] = {
        "number": f"LY-{number}",
        "date": "2020-05-12",
        "campus": "本部",
        "name": "口罩",
        "unit": "只",
        "quantity": 10,
        "person": "张三",
    }
    return list((row | changed).values())


def _block(text: str) -> Block:
    (left, top), (right, bottom) = map(_cell, text.split(":"))
    return Block(top, left, bottom, right)


def _cell(text: str) -> tuple[int, int]:
    letters = text.rstrip("0123456789")
    return column_number(letters), int(text.removeprefix(letters))
