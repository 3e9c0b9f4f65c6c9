"""The part of the summary about property, reckoned by hand, and on the demo by brute force."""

from decimal import Decimal
from pathlib import Path

import pytest
from tests.areas.drawn import book_of
from tests.areas.property.drawn import checks
from tests.areas.repairs.drawn import repairs
from tests.areas.safety.drawn import drawn_as, settings

from houqin.areas.property.rows import PropertyCheck
from houqin.areas.property.scores import scores
from houqin.areas.property.section import section
from houqin.areas.property.sentences import SENTENCES
from houqin.demo_job import checked
from houqin.sections import Figure, Section, SectionTable

CAMPUSES = drawn_as([["校区", "校区"], ["2", "本部"], ["3", "东园"]])
CLASSES = drawn_as(
    [
        ["班级", "班级", "校区", "班主任", "学生数"],
        ["2", "三(2)班", "本部", "王小明", "40"],
        ["3", "三(3)班", "本部", "钱多多", "40"],
        ["4", "三(4)班", "东园", "周大伟", "40"],
    ]
)
TERM = settings(("term.start", "2020-02-10", ""), ("term.end", "2020-07-17", ""))
LEDGER = checks(
    {"损坏数": "2", "损坏原因": "自然损耗", "报修单号": "BX-001"},
    {"物品名称": "窗帘", "应有数": "6", "实有数": "5", "扣分": "2"},
    {"物品名称": "窗帘", "应有数": "6", "实有数": "5", "扣分": "1", "检查人": "李强"},
    {"物品名称": "黑板", "应有数": "1", "实有数": "2", "加扣分原因": "新添"},
    {
        "班级": "三(4)班",
        "校区": "东园",
        "损坏数": "1",
        "损坏原因": "人为",
        "扣分": "5",
        "赔偿金额": "30",
    },
    # what an earlier check found is not counted again
    {"检查日期": "2020-05-20", "实有数": "38", "扣分": "4"},
)
REPAIRS = repairs(
    {
        "报修单号": "BX-001",
        "报修时间": "2020-06-22 15:00",
        "受理时间": "2020-06-22 16:00",
        "完成时间": "2020-06-23 09:00",
        "验收日期": "2020-06-23",
    }
)
DRAWN = LEDGER + REPAIRS + CAMPUSES + CLASSES + TERM


def told(drawn: str = DRAWN) -> Section:
    found = section(book_of(drawn))
    assert found is not None
    return found


def figure(key: str) -> Figure:
    return next(each for each in told().figures if each.key == f"property.{key}")


def table(key: str) -> SectionTable:
    return next(each for each in told().tables if each.key == f"property_{key}")


@pytest.mark.parametrize(
    ("key", "total", "main", "other"),
    [
        ("classes", 2, 1, 1),
        ("checked_rate", Decimal(2) / 3, Decimal(1) / 2, Decimal(1)),
        # main: (98.5 + 96) / 2, the other: 95
        ("mean_score", Decimal("96.2"), Decimal("97.3"), Decimal("95.0")),
        ("things", 87, 47, 40),
        ("missing", 1, 1, 0),
        ("damaged", 3, 2, 1),
        ("by_hand", 1, 0, 1),
        ("intact_rate", Decimal(83) / 87, Decimal(44) / 47, Decimal(39) / 40),
        ("mended_rate", Decimal(1) / 2, Decimal(1), Decimal(0)),
        ("unreported", 1, 0, 1),
        ("paid", Decimal("30.00"), Decimal("0.00"), Decimal("30.00")),
    ],
)
def test_a_figure_is_that_reckoned_by_hand(
    key: str, total: object, main: object, other: object
) -> None:
    found = figure(key)

    assert (found.total, found.by_campus["本部"], found.by_campus["东园"]) == (total, main, other)


def test_the_tables_are_those_reckoned_by_hand() -> None:
    assert table("ranking").rows == (
        (1, "3.2", "本部", 1, Decimal("97.3"), Decimal("2.8"), Decimal("0.0")),
        (2, "3.4", "东园", 1, Decimal("95.0"), Decimal("5.0"), Decimal("0.0")),
    )
    assert table("items").rows == (
        ("课桌椅", 80, 80, 0, 3, 1),
        ("窗帘", 6, 5, 1, 0, 0),
        ("黑板", 1, 2, 0, 0, 0),
    )
    assert table("unreported").rows == (("3.4", "东园", "课桌椅", 1, "桌椅"),)


def test_no_teacher_and_no_inspector_is_named() -> None:
    said = str(told())

    assert [name for name in ("王小明", "周大伟", "赵敏", "李强") if name in said] == []


def test_without_the_sheet_nothing_is_told() -> None:
    assert section(book_of(CAMPUSES)) is None


def test_sentences_speak_of_figures_of_the_section_only() -> None:
    keys = {each.key for each in told().figures}
    named = {
        part.partition("}")[0]
        for each in SENTENCES
        for words in each.words
        for part in words.split("{")[1:]
    }

    assert named | {each.when for each in SENTENCES if each.when} <= keys


def test_the_scores_of_the_demo_are_those_added_up_one_by_one(clean_book: Path) -> None:
    book = checked(clean_book).book
    rows = book[PropertyCheck]
    written: dict[str | None, dict[str, list[Decimal]]] = {}
    for row in rows:
        points = Decimal(row.get("bonus") or 0) - Decimal(row.get("deduction") or 0)
        written.setdefault(row.class_, {}).setdefault(row.item, []).append(points)
    by_hand: dict[str | None, Decimal] = {
        class_: round(
            Decimal(100)
            + sum((sum(each, Decimal(0)) / len(each) for each in things.values()), Decimal(0)),
            1,
        )
        for class_, things in written.items()
    }

    found = scores(book)

    assert {each.class_: each.score for each in found} == by_hand
    assert len(found) == 36
    assert [each.place for each in found] == [
        1 + sum(other > by_hand[each.class_] for other in by_hand.values()) for each in found
    ]
