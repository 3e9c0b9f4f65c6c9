"""Typed rows as they leave the workbook, as JSON and as CSV."""

import csv
import io
import json
from datetime import date
from typing import Any

import pytest

from houqin.areas.school.rows import PersonRow
from houqin.areas.stock.rows import Receipt
from houqin.hosts.memory import TextHost
from houqin.pipeline import check
from houqin.reports.as_csv import rows_as_csv, safe
from houqin.reports.as_json import rows_of
from houqin.result import Options
from houqin.rows import Rows, SheetRow

PEOPLE = """
| 人员 | 姓名 | 职务 | 电话 | 邮箱 |
| 2 | 张三 | 保安 | 138 0013 8000 | zhang@example.cn |
| 3 | 李四 | 校医 |  |  |
| 4 | 王五 | 校医 | 12345 |  |
"""
RECEIPTS = """
| 入库 | 单据编号 | 日期 | 校区 | 物品名称 | 单位 | 数量 | 单价 | 金额 | 验收人 | 保管员 |
| 2 | R-1 | 2020-05-12 | 本部 | 口罩 | 只 | 1000 | 0.335 | 335 | 张三 | 李四 |
"""


def rows(model: type[SheetRow], drawn: str) -> Rows[Any]:
    return check(TextHost(drawn), Options(), date(2020, 6, 30)).book.rows[model]


def test_private_fields_are_withheld_and_named_where_they_are_filled_in() -> None:
    told = rows_of(rows(PersonRow, PEOPLE), {})

    assert [
        (each["values"]["phone"], each["values"]["email"], each["unread"], each["private"])
        for each in told
    ] == [
        (None, None, [], ["phone", "email"]),
        (None, None, [], []),
        (None, None, ["phone"], []),
    ]


@pytest.mark.parametrize("secret", ["13800138000", "138 0013", "12345", "example.cn"])
def test_no_form_of_export_shows_a_private_value(secret: str) -> None:
    people = rows(PersonRow, PEOPLE)

    assert secret not in json.dumps(rows_of(people, {}), ensure_ascii=False)
    assert secret not in rows_as_csv(people, {}, "zh")


def test_csv_holds_the_values_of_the_json() -> None:
    people = rows(PersonRow, PEOPLE)

    head, first, *_ = csv.reader(io.StringIO(rows_as_csv(people, {}, "zh")))

    assert dict(zip(head, first, strict=True)) == {
        "row": "2", "number": "", "name": "张三", "campus": "", "department": "",
        "roles": "保安", "phone": "", "email": "", "joined": "", "left": "", "duty_share": "", "duty_debt": "",
        "unread": "", "private": "phone、email", "problems": "",
    }  # fmt: skip


def test_money_leaves_in_whole_cents() -> None:
    (told,) = rows_of(rows(Receipt, RECEIPTS), {})

    assert (told["values"]["unit_price"], told["values"]["amount"]) == (0.34, 335)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("=1+1", "'=1+1"),
        ("+86", "'+86"),
        ("-", "'-"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\tx", "'\tx"),
        (["=1+1", "张三"], "'=1+1、张三"),
        (-3, "-3"),
        (-0.5, "-0.5"),
        ("a=1", "a=1"),
        (True, "true"),
        (None, ""),
    ],
)
def test_text_that_a_program_would_run_gets_an_apostrophe(value: object, text: str) -> None:
    assert safe(value) == text
