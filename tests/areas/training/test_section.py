"""The training part of the summary, reckoned by hand and once more row by row."""

import json
import re
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from tests.areas.drawn import book_of

from houqin.areas.training.reminders import Reminder, reminders
from houqin.areas.training.section import SENTENCES, section
from houqin.book import Book
from houqin.hosts.files import open_workbook
from houqin.master.demo import clean_term, write_demo
from houqin.master.demo.school import AS_OF
from houqin.pipeline import check
from houqin.result import Options
from houqin.sections import Light, Section

BOOK = """
| 参数 | 代码 | 参数 | 值 | 来源 |
| 2 | term.start | 学期开始日期 | 2020-05-04 | 学校自定 |
| 3 | term.end | 学期结束日期 | 2020-06-30 | 学校自定 |
| 校区 | 校区 |
| 2 | 本部 |
| 3 | 东园 |
| 人员 | 姓名 | 校区 | 职务 | 到岗日期 |
| 2 | 张三 | 本部 | 保安 | |
| 3 | 李四 | 本部 | 保安 | |
| 4 | 王五 | 东园 | 保安 | |
| 5 | 赵六 | 东园 | 保安 | 2020-06-01 |
| 培训要求 | 主题 | 类别 | 对象 | 次数 | 周期 | 新到岗天数 |
| 2 | 消防培训 | 培训 | 保安 | 1 | 学期 | 7 |
| 3 | 疏散演练 | 演练 | 全体师生 | 1 | 月 | |
| 培训演练 | 日期 | 校区 | 类别 | 主题 | 组织人 | 实到人数 | 参加人员 | 疏散用时 | 存在问题 |
| 2 | 2020-05-12 | 本部 | 培训 | 消防培训 | 张三 | 1 | 张三 | | |
| 3 | 2020-05-13 | 本部 | 演练 | 消防疏散演练 | 张三 | 500 | | 120 | 无 |
| 4 | 2020-05-14 | 东园 | 演练 | 消防疏散演练 | 王五 | 300 | | 121 | 无 |
| 5 | 2020-06-12 | 本部 | 演练 | 防震疏散演练 | 张三 | 500 | | 90 | 无 |
| 6 | 2020-05-20 | 东园 | 培训 | 消防培训 | 王五 | 1 | 全体教职工 | | |
| 安全教育 | 专题名称 | 截止日期 | 校区 | 班级 | 班主任 | 学生数 | 完成人数 | 未完成名单 |
| 2 | 防溺水 | 2020-06-12 | 本部 | 六(1)班 | 钱七 | 40 | 40 | |
| 3 | 防溺水 | 2020-06-12 | 东园 | 六(2)班 | 孙八 | 20 | 10 | |
| 4 | 禁毒 | 2020-06-19 | 本部 | 六(1)班 | 钱七 | 40 | 37 | 小甲、小乙、小丙 |
| 5 | 禁毒 | 2020-06-19 | 东园 | 六(2)班 | 孙八 | 20 | 19 | |
| 6 | 暑期 | 2020-06-30 | 本部 | 六(1)班 | 钱七 | 40 | 4 | |
"""


@pytest.fixture(scope="module")
def book() -> Book:
    return book_of(BOOK)


def told(found: Section | None) -> dict[str, Any]:
    assert found is not None
    return {each.key: (each.total, *each.by_campus.values()) for each in found.figures}


def test_the_figures_by_hand(book: Book) -> None:
    half = Decimal("0.5")

    assert told(section(book)) == {
        "training.trainings": (2, 1, 1),
        "training.trained": (2, 1, 1),
        "training.drills": (3, 2, 1),
        "training.in_time_rate": (Decimal(2) / 3, 1, 0),
        "training.had_rate": (half, half, half),  # not 李四, and not the newcomer 赵六
        "training.drill_rate": (Decimal(3) / 4, 1, half),  # none at 东园 in June
        "training.lesson_rate": (Decimal(110) / 160, Decimal(81) / 120, Decimal(29) / 40),
        "training.classes_below": (2, 1, 1),
    }


def test_the_rate_of_the_school_is_no_mean_of_rates(book: Book) -> None:
    found = section(book)
    assert found is not None
    (rate,) = [each for each in found.figures if each.key == "training.lesson_rate"]

    rates = [Decimal(1), Decimal("0.5"), Decimal(37) / 40, Decimal(19) / 20, Decimal("0.1")]
    assert rate.total == Decimal(110) / 160 != sum(rates) / 5
    assert "÷" in rate.source.zh
    assert (rate.target, rate.light) == (Decimal("0.95"), Light.RED)


def test_the_tables_by_hand(book: Book) -> None:
    found = section(book)
    assert found is not None

    assert {each.key: each.rows for each in found.tables} == {
        "drills_by_month": (("2020-05", 1, 1), ("2020-06", 1, 0)),
        "training_lacking": (
            ("消防培训", "本部", "本学期", 1, "李四"),
            ("消防培训", "东园", "新到岗", 1, "赵六"),
        ),
        "lessons_by_topic": (
            ("防溺水", date(2020, 6, 12), 60, 50, Decimal(50) / 60),
            ("禁毒", date(2020, 6, 19), 60, 56, Decimal(56) / 60),
            ("暑期", date(2020, 6, 30), 40, 4, Decimal("0.1")),
        ),
        "lessons_to_remind": (
            ("6.2", "东园", "孙八", 10, "防溺水（10 人）"),
            ("6.1", "本部", "钱七", 3, "禁毒（3 人）"),
        ),
    }


def test_whom_to_remind_names_teachers_and_classes_and_no_pupil(book: Book) -> None:
    found = reminders(book)

    assert [(each.teacher, each.class_, each.lacking) for each in found] == [
        ("孙八", "6.2", 10),
        ("钱七", "6.1", 3),
    ]
    assert not {"小甲", "小乙", "小丙"} & set(re.split(r"\W+", repr(found)))
    assert all(isinstance(each, Reminder) for each in found)


def test_the_figures_of_the_term_are_those_one_adds_up(clean_book: Path) -> None:
    found = section(check(open_workbook(clean_book), Options(), date(2031, 1, 1)).book)
    rows = [row for row in clean_term()["safety_lessons"] if str(row["due"]) <= str(AS_OF)]
    completed, pupils = (
        sum(int(str(row[name])) for row in rows) for name in ("completed", "pupils")
    )

    figures = told(found)
    assert figures["training.lesson_rate"][0] == Decimal(completed) / pupils
    assert figures["training.had_rate"] == (1, 1, 1)
    assert figures["training.drill_rate"] == (1, 1, 1)
    assert figures["training.drills"][0] == len(
        [row for row in clean_term()["trainings"] if row["kind"] == "演练"]
    )


def test_a_workbook_without_its_ledgers_has_no_such_part() -> None:
    assert section(book_of("| 校区 | 校区 |\n| 2 | 本部 |\n")) is None


def test_a_workbook_of_lessons_alone_tells_of_lessons_alone() -> None:
    lessons = BOOK[BOOK.index("| 安全教育") :]

    assert list(told(section(book_of(lessons)))) == [
        "training.lesson_rate",
        "training.classes_below",
    ]


def test_the_sentences_name_only_figures_that_there_are(book: Book) -> None:
    keys = set(told(section(book)))

    for sentence in SENTENCES:
        named = set(re.findall(r"\{([\w.]+)\}", sentence.words.zh))
        assert named == set(re.findall(r"\{([\w.]+)\}", sentence.words.en))
        assert named | ({sentence.when} - {""}) <= keys


def test_no_output_names_a_pupil_who_is_late(houqin: Any, tmp_path: Path) -> None:
    names = {
        name
        for row in clean_term()["safety_lessons"]
        for name in row["missing"] or ()  # type: ignore[attr-defined]
    }
    path = tmp_path / "demo.xlsx"
    write_demo(path, "demo")

    done = houqin("export", path, "--sheet", "安全教育", "--format", "json")
    checked = houqin("check", path, "--format", "json")

    assert len(names) > 20
    assert {each["values"]["missing"] for each in json.loads(done.output)} == {None}
    assert not [name for name in names if name in done.output + checked.output]
