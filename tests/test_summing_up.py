"""A broken section costs no other, and is never hidden."""

from datetime import date

import pytest

from houqin import summing_up
from houqin.areas.area import Area
from houqin.book import Book
from houqin.hosts.memory import TextHost
from houqin.pipeline import check
from houqin.problems import Both
from houqin.result import Options
from houqin.rows import NoColumn
from houqin.sections import Section

ISSUES = """
| 领用 | 单据编号 | 日期 | 校区 | 物品名称 | 单位 | 数量 | 领用人 | 领用部门 | 用途 |
| 2 | LY-1 | 2020-05-12 | 本部 | 口罩 | 只 | 12 | 张三 | 总务处 | 防疫 |
"""
GOOD = Section("good", Both("好", "Good"))


def breaks(book: Book) -> Section | None:
    raise KeyError("qty")


def lacks_a_column(book: Book) -> Section | None:
    raise NoColumn("领用", "单价")


def test_a_broken_section_is_a_fault_and_the_others_are_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    area = Area(
        "odd",
        Both("怪", "Odd"),
        (),
        (),
        "#000000",
        (breaks, lacks_a_column, lambda _: None, lambda _: GOOD),
    )
    monkeypatch.setattr(summing_up, "AREAS", (area,))

    result = summing_up.with_sections(
        check(TextHost(ISSUES), Options("2020-06-30"), date(2026, 1, 1))
    )

    assert result.sections == (GOOD,)
    assert [fault.code for fault in result.faults] == ["summary.odd"]
    assert result.exit_code == 2
