"""Books and sources drawn as text, and what an import of them comes to."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from houqin.book import Book
from houqin.cells.values import CellValue
from houqin.hosts.memory import TextHost
from houqin.importing.plan import ImportPlan
from houqin.importing.planning import plan_import
from houqin.importing.sources import Source
from houqin.opening import Host, Reading, open_sheets, read_book
from houqin.result import Options
from houqin.rows import Rows

DAY = date(2020, 6, 30)

BOOK = """
| 领用 @4 | 单据编号 | 日期 | 校区 | 物品编号 | 物品名称 | 单位 | 数量 | 批号 | 领用人 | 领用部门 | 用途 | 备注 | 校验结果 |
"""
HELD = """
| 5 | LY-1 | 2020-05-12 | 本部 | KZ-001 | 口罩 | 只 | 12 | | 张三 | 总务处 | 防疫 | | |
| 6 | LY-2 | 2020-05-13 | 本部 | XD-001 | 消毒液 | 瓶 | 3 | | 李四 | 教务处 | 消毒 | | |
"""
HEADS = "| 领用 | 单据编号 | 日期 | 校区 | 物品编号 | 物品名称 | 单位 | 数量 | 批号 | 领用人 | 领用部门 | 用途 | 备注 |"


def opened(host: Host) -> tuple[Reading, Book]:
    """Read a book as the command does."""
    reading = open_sheets(host)
    return reading, read_book(reading, Options(), DAY, own=False)


def planned(book: str | Host, *sources: str | Host) -> ImportPlan:
    """Return what an import comes to; the sources are named 1.xlsx, 2.xlsx …."""
    hosts = [TextHost(each) if isinstance(each, str) else each for each in (book, *sources)]
    reading, found = opened(hosts[0])
    named = [
        Source(f"{number}.xlsx", open_sheets(host)) for number, host in enumerate(hosts[1:], 1)
    ]
    return plan_import(reading, found, named)


def issues(*rows: str) -> str:
    """Draw a source of the ledger 领用, its rows from row 2."""
    return "\n".join([HEADS, *(f"| {number} {row}" for number, row in enumerate(rows, 2))])


def states(plan: ImportPlan) -> list[tuple[str, int, str]]:
    """Return file, row and state of every row."""
    return [
        (ledger.file, row.number, row.state.value) for ledger in plan.ledgers for row in ledger.rows
    ]


def added(plan: ImportPlan, key: str = "stock_issues") -> list[Mapping[str, CellValue]]:
    """Return the cells of the rows that are added, by field and without blanks."""
    addition = plan.added[key]
    return [
        {field: cell for field, cell in zip(addition.fields, row, strict=True) if cell is not None}
        for row in addition.rows
    ]


def typed(rows: Rows[Any]) -> list[tuple[Any, ...]]:
    """Return the rows of a ledger as typed values, in no order of their own."""
    columns = (rows.column_or_blank(field) for field in rows.model.model_fields)
    return sorted(zip(*columns, strict=True), key=repr)
