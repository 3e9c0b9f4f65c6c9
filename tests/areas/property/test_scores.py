"""The scores of the classes and their places, and the repairs that follow from a check."""

from datetime import date
from decimal import Decimal

import pytest
from tests.areas.drawn import book_of
from tests.areas.property.drawn import checks
from tests.areas.repairs.drawn import repairs
from tests.areas.safety.drawn import settings

from houqin.areas.property.proposals import proposed_repairs
from houqin.areas.property.scores import scores

POINTS = {"加扣分原因": "有涂画"}


def score(*rows: dict[str, str], more: str = "") -> Decimal:
    (found,) = scores(book_of(checks(*rows) + more))
    return found.score


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([{}], "100.0"),
        ([{"扣分": "2"}, {"物品名称": "窗帘", "加分": "5"}], "103.0"),
        # two inspectors of one thing: 100 - (2 + 3) / 2
        ([{"扣分": "2"}, {"扣分": "3", "检查人": "李强"}], "97.5"),
        # one of them took nothing: 100 - (4 + 0) / 2
        ([{"扣分": "4"}, {"检查人": "李强"}], "98.0"),
        # two inspectors who shared the things out: 100 - 4 - 6
        ([{"扣分": "4"}, {"物品名称": "窗帘", "扣分": "6", "检查人": "李强"}], "90.0"),
        # two checks: (96 + 99) / 2
        ([{"扣分": "4"}, {"扣分": "1", "检查日期": "2020-06-29"}], "97.5"),
        ([{"扣分": "60"}, {"物品名称": "窗帘", "扣分": "60"}], "0.0"),
        # the floor holds for each check: (0 + 100) / 2
        ([{"扣分": "120"}, {"检查日期": "2020-06-29"}], "50.0"),
        # a third of a point: 100 - 1 / 3
        ([{"扣分": "1"}, {"检查人": "李强"}, {"检查人": "周大伟"}], "99.7"),
    ],
)
def test_a_score_is_that_reckoned_by_hand(rows: list[dict[str, str]], expected: str) -> None:
    assert score(*rows) == Decimal(expected)


def test_a_class_begins_with_the_points_that_the_school_states() -> None:
    assert score({"扣分": "2"}, more=settings(("property.full", "50", "分"))) == Decimal("48.0")


def test_a_check_of_another_period_or_to_come_does_not_count() -> None:
    drawn = checks(
        {"扣分": "10", "检查日期": "2020-05-20"},
        {"扣分": "2"},
        {"扣分": "30", "检查日期": "2020-06-30"},
    )

    (found,) = scores(book_of(drawn, "2020-06-29", "2020-06"))

    assert found.score == Decimal("98.0")


def test_equal_scores_share_the_better_place() -> None:
    drawn = checks(
        {"班级": "三(10)班", "扣分": "2"},
        {"班级": "三(2)班", "扣分": "2"},
        {"班级": "一(1)班", "扣分": "1"},
        {"班级": "五(1)班", "校区": "东园", "扣分": "3"},
        {"班级": "五(2)班", "校区": "东园", "扣分": "2"},
    )

    assert [(each.class_, each.place, each.place_at_campus) for each in scores(book_of(drawn))] == [
        ("1.1", 1, 1),
        ("3.2", 2, 2),
        ("3.10", 2, 2),
        ("5.2", 2, 1),
        ("5.1", 5, 2),
    ]


BROKEN = {"损坏数": "2", "损坏原因": "自然损耗"}


def test_a_broken_thing_becomes_a_row_of_the_ledger_of_repairs() -> None:
    ledger = repairs({"报修单号": "BX-009"}, {"报修单号": "BX-017"})

    (found,) = proposed_repairs(book_of(checks({**BROKEN, "房间": "三(2)班教室"}) + ledger))

    assert found.values() == {
        "number": "BX-018",
        "reported": date(2020, 6, 22),
        "campus": "本部",
        "place": "三(2)班教室",
        "reporter": "赵敏",
        "kind": "桌椅",
        "description": "课桌椅损坏 2（自然损耗）",
        "urgency": "一般",
        "status": "待受理",
    }
    assert str(found.at) == "校产检查!G2"


def test_only_what_is_broken_and_has_no_repair_is_proposed_and_once() -> None:
    drawn = checks(
        {},
        {**BROKEN, "物品名称": "日光灯"},
        {**BROKEN, "物品名称": "日光灯", "检查人": "李强"},
        {**BROKEN, "物品名称": "黑板", "报修单号": "BX-001"},
        {**BROKEN, "物品名称": "黑板", "检查人": "李强"},
        {**BROKEN, "物品名称": "校史橱窗", "班级": "三(3)班"},
    )

    assert [
        (each.number, each.class_, each.item, each.kind)
        for each in proposed_repairs(book_of(drawn))
    ] == [("BX-001", "3.2", "日光灯", "水电"), ("BX-002", "3.3", "校史橱窗", "其他")]


def test_numbers_go_on_in_the_schools_own_way_of_writing_them() -> None:
    ledger = repairs({"报修单号": "2020WX0099"})

    found = proposed_repairs(book_of(checks(BROKEN, {**BROKEN, "物品名称": "黑板"}) + ledger))

    assert [each.number for each in found] == ["2020WX0100", "2020WX0101"]
