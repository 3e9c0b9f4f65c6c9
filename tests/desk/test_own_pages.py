"""The buttons that fill one of houqin's own sheets write there and nowhere else."""

import pytest
from tests.desk.conftest import Pressed
from tests.desk.paper import PaperDesk
from tests.desk.test_undoing import shown

from houqin.desk import own_pages
from houqin.port import DeskError


@pytest.mark.parametrize(
    ("button", "sheet", "cell", "expected"),
    [
        ("reconcile", "库存对账", (6, 1), "FY-001"),
        ("overdue", "逾期隐患", (6, 1), "YH-931"),
        ("coverage", "检查覆盖", (6, 1), "齐全"),
        ("check_roster", "值班检查", (6, 1), "缺人"),
        ("fill_roster", "排班草稿", (6, 1), "已有"),
        ("reorder", "补货清单", (5, 1), "物品编号"),
        ("notices", "整改通知单", (2, 1), "整改通知单"),
    ],
)
def test_a_page_is_written_on_its_own_sheet_only(
    desk: PaperDesk,
    press: Pressed,
    button: str,
    sheet: str,
    cell: tuple[int, int],
    expected: str,
) -> None:
    before = shown(desk)

    press(getattr(own_pages, button))

    after = shown(desk)
    assert {name for name in after if after[name] != before[name]} == {sheet}
    assert desk.value(sheet, *cell) == expected
    assert desk.here.sheet == sheet


@pytest.mark.parametrize(("answer", "book"), [(True, None), (False, 1)])
def test_a_blind_count_sheet_does_not_show_the_book(
    desk: PaperDesk, press: Pressed, answer: bool, book: int | None
) -> None:
    desk.answers = [answer]

    press(own_pages.count_sheet)

    shown_books = [row[7] for row in desk.read("盘点表").values[5:]]
    assert len(shown_books) == 100
    assert (set(shown_books) == {None}) is (book is None)


def test_what_was_counted_stays_on_a_new_count_sheet(desk: PaperDesk, press: Pressed) -> None:
    desk.answers = [True, False]
    press(own_pages.count_sheet)
    item = [desk.value("盘点表", 6, column) for column in (2, 3, 7)]
    desk.put("盘点表", 6, 9, 120)
    desk.put("盘点表", 6, 12, "自然损耗")

    press(own_pages.count_sheet)

    assert [desk.value("盘点表", 6, column) for column in (2, 3, 7)] == item
    assert (desk.value("盘点表", 6, 9), desk.value("盘点表", 6, 12)) == (120, "自然损耗")


def test_a_shorter_page_leaves_nothing_of_a_longer_one(desk: PaperDesk, press: Pressed) -> None:
    press(own_pages.overdue)
    before = len(desk.read("逾期隐患").values)
    desk.put("隐患台账", 68, 16, "2020-06-21")

    press(own_pages.overdue)

    assert len(desk.read("逾期隐患").values) == before - 1


def test_a_page_whose_sheets_are_missing_says_which(desk: PaperDesk, press: Pressed) -> None:
    desk.cells["隐患台账"].clear()

    with pytest.raises(DeskError, match="没有读到工作表 隐患台账"):
        press(own_pages.overdue)
