"""The health part of the summary, reckoned by hand and once more row by row."""

from collections import Counter
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from tests.areas.drawn import book_of

from houqin.areas.health.due import checks_due
from houqin.areas.health.section import SENTENCES, section
from houqin.book import Book
from houqin.hosts.files import open_workbook
from houqin.master.demo import clean_term
from houqin.master.demo.school import AS_OF, calendar
from houqin.pipeline import check
from houqin.result import Options
from houqin.sections import Figure, Section

SCHOOL = """
| 参数 | 代码 | 参数 | 值 | 来源 |
| 2 | term.start | 学期开始日期 | 2020-05-11 | 学校自定 |
| 3 | term.end | 学期结束日期 | 2020-05-12 | 学校自定 |
| 4 | health.small_group | 健康数据最小统计人数 | {least} | 学校自定 |
| 校区 | 校区 |
| 2 | 本部 |
| 3 | 东园 |
| 班级 | 班级 | 校区 | 班主任 | 学生数 |
| 2 | 六(1)班 | 本部 | 张三 | 40 |
| 3 | 六(2)班 | 东园 | 李四 | 20 |
"""
CHECKS = """
| 晨午检 | 检查日期 | 时段 | 班级 | 应到人数 | 实到人数 | 因病缺勤人数 | 其他缺勤人数 | 发热人数 | 登记人 |
| 2 | 2020-05-11 | 晨检 | 六(1)班 | 40 | 33 | 6 | 1 | 5 | 张三 |
| 3 | 2020-05-11 | 午检 | 六(1)班 | 40 | 33 | 6 | 1 | 1 | 张三 |
| 4 | 2020-05-12 | 晨检 | 六(1)班 | 40 | 40 | 0 | 0 | 0 | 张三 |
| 5 | 2020-05-12 | 午检 | 六(1)班 | 40 | 40 | 0 | 0 |  | 张三 |
| 6 | 2020-05-11 | 晨检 | 六(2)班 | 20 | 17 | 2 | 1 | 0 | 李四 |
| 7 | 2020-05-12 | 晨检 | 六(2)班 | 20 | 18 | 2 | 0 | 0 | 李四 |
"""
ABSENCES = """
| 因病缺课 | 日期 | 校区 | 班级 | 姓名 | 症状 | 缺课开始 | 缺课结束 | 复课日期 |
| 2 | 2020-05-11 | 本部 | 六(1)班 | 小甲 | 咳嗽 | 2020-05-11 | 2020-05-11 | 2020-05-12 |
| 3 | 2020-05-11 | 本部 | 六(1)班 | 小乙 | 咳嗽 | 2020-05-11 | 2020-05-11 | 2020-05-12 |
| 4 | 2020-05-11 | 本部 | 六(1)班 | 小丙 | 咳嗽 | 2020-05-11 | 2020-05-11 | 2020-05-12 |
| 5 | 2020-05-11 | 本部 | 六(1)班 | 小丁 | 头痛 | 2020-05-11 | 2020-05-11 | 2020-05-12 |
| 6 | 2020-05-11 | 本部 | 六(1)班 | 小戊 | 头痛 | 2020-05-11 | 2020-05-11 | 2020-05-12 |
| 7 | 2020-05-11 | 本部 | 六(1)班 | 小己 | 头痛 | 2020-05-11 | 2020-05-11 | 2020-05-12 |
| 8 | 2020-05-11 | 东园 | 六(2)班 | 小庚 | 头痛 | 2020-05-11 | | |
| 9 | 2020-05-11 | 东园 | 六(2)班 | 小辛 | 头痛 | 2020-05-11 | | |
"""


def book(least: int, drawn: str = CHECKS + ABSENCES) -> Book:
    return book_of(SCHOOL.format(least=least) + drawn, as_of="2020-05-12")


def told(found: Section | None) -> dict[str, Any]:
    assert found is not None
    return {each.key: (each.total, *each.by_campus.values()) for each in found.figures}


def test_the_figures_by_hand() -> None:
    assert told(section(book(0))) == {
        "health.check_rate": (Decimal(6) / 8, 1, Decimal(2) / 4),
        "health.attendance_rate": (Decimal(108) / 120, Decimal(73) / 80, Decimal(35) / 40),
        "health.sick_days": (10, 6, 4),
        "health.fevers": (6, 6, 0),
        "health.cases": (8, 6, 2),
        "health.away": (2,),
        "health.clusters": (1,),
    }


def test_small_groups_are_hidden_and_what_would_give_them_away() -> None:
    figures = told(section(book(5)))

    assert figures["health.sick_days"] == (10, None, None)  # 4 at 东园 are too few
    assert figures["health.cases"] == (8, None, None)
    assert figures["health.away"] == (None,)
    assert figures["health.attendance_rate"] == (
        Decimal(108) / 120,
        Decimal(73) / 80,
        Decimal(35) / 40,
    )  # 7 and 5 were away
    assert figures["health.fevers"] == (6, 6, 0)


def test_a_rate_that_tells_of_few_is_hidden() -> None:
    assert told(section(book(6)))["health.attendance_rate"] == (Decimal(108) / 120, None, None)


def test_the_tables_by_hand() -> None:
    found = section(book(5))
    assert found is not None

    assert {each.key: each.rows for each in found.tables} == {
        "health_by_month": (("2020-05", 8, 6, Decimal("0.75"), Decimal("0.9")),),
        "health_to_remind": (("6.2", "东园", "李四", 2),),
        "health_cases_by_month": (("2020-05", 8),),
    }


def test_a_workbook_with_one_of_the_ledgers_tells_of_it_alone() -> None:
    assert "health.cases" not in told(section(book(5, CHECKS)))
    assert "health.attendance_rate" not in told(section(book(5, ABSENCES)))
    assert section(book(5, "")) is None


def test_the_checks_due_are_those_one_counts_class_by_class(clean_book: Path) -> None:
    found = check(open_workbook(clean_book), Options(), date(2031, 1, 1)).book
    lessons = list(calendar().school_days(date(2020, 2, 10), AS_OF))
    classes = [str(row["class_"]) for row in clean_term()["classes"]]

    due = Counter((each.day, each.class_.name) for each in checks_due(found))
    assert due == Counter((day, class_) for day in lessons for class_ in classes)
    assert {each.done for each in checks_due(found)} == {2}


def test_the_figures_of_the_term_are_those_one_adds_up(clean_book: Path) -> None:
    found = section(check(open_workbook(clean_book), Options(), date(2031, 1, 1)).book)
    assert found is not None
    figures: dict[str, Figure] = {each.key: each for each in found.figures}
    rows = [row for row in clean_term()["health_checks"] if row["slot"] == "晨检"]
    present, expected = (
        sum(int(str(row[name])) for row in rows) for name in ("present", "expected")
    )

    assert Fraction(str(figures["health.attendance_rate"].total)) == pytest.approx(
        Fraction(present, expected)
    )
    assert figures["health.sick_days"].total == sum(int(str(row["sick"])) for row in rows)
    assert figures["health.cases"].total == len(clean_term()["sick_absences"])


def test_the_sentences_name_only_figures_that_there_are() -> None:
    import re

    keys = set(told(section(book(0))))
    for sentence in SENTENCES:
        named = set(re.findall(r"\{([\w.]+)\}", sentence.words.zh))
        assert named == set(re.findall(r"\{([\w.]+)\}", sentence.words.en))
        assert named | ({sentence.when} - {""}) <= keys
