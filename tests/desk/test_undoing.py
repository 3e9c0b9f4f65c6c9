"""撤销 takes back houqin's own last write, and nothing that was typed since."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.desk.conftest import MORNING, Pressed
from tests.desk.paper import PaperDesk

from houqin.desk.backups import FOLDER, discard_old
from houqin.desk.checking import check_all, clear_marks
from houqin.desk.jobs import Outcome, Press, carry_out
from houqin.desk.own_pages import count_sheet, reconcile
from houqin.desk.undo import last_write
from houqin.desk.undoing import undo
from houqin.importing.plan import Addition
from houqin.port import DeskError


def shown(desk: PaperDesk) -> dict[str, Any]:
    """Return what every sheet shows."""
    return {
        sheet: {
            (row, column): value
            for row, values in enumerate(desk.read(sheet).values, 1)
            for column, value in enumerate(values, 1)
            if value is not None
        }
        for sheet in desk.sheet_names()
    }


def test_an_undone_check_leaves_the_workbook_as_it_was(desk: PaperDesk, press: Pressed) -> None:
    before = shown(desk)
    press(check_all, "校验全部")

    outcome = press(undo)

    assert shown(desk) == before
    assert "校验全部" in outcome.text


def test_undoing_a_second_check_brings_the_first_back(desk: PaperDesk, press: Pressed) -> None:
    press(check_all)
    before = shown(desk)
    desk.put("隐患台账", 65, 11, "2020-06-30")
    press(check_all)

    press(undo)

    after = shown(desk)
    del before["隐患台账"][65, 11], after["隐患台账"][65, 11]
    assert after == before


def test_a_write_is_taken_back_once(desk: PaperDesk, press: Pressed) -> None:
    press(check_all)
    press(undo)

    with pytest.raises(DeskError, match="没有可以撤销"):
        press(undo)


def test_marks_taken_back_follow_their_rows(desk: PaperDesk, press: Pressed) -> None:
    press(check_all)
    press(clear_marks)
    cells = desk.cells["隐患台账"]
    desk.cells["隐患台账"] = {
        (73 - row if 5 <= row <= 68 else row, column): cell for (row, column), cell in cells.items()
    }

    press(undo)

    assert str(desk.value("隐患台账", 8, 23)).startswith("№2 ✘【整改期限】")
    assert desk.value("隐患台账", 65, 23) is None


def test_what_was_typed_on_the_list_since_stays(desk: PaperDesk, press: Pressed) -> None:
    press(check_all)
    press(check_all)
    for column, value in ((13, "接受"), (14, "试用品"), (15, "赵明远")):
        desk.put("问题清单", 13, column, value)

    press(undo)

    assert [desk.value("问题清单", 13, c) for c in (12, 13, 14, 15)] == [
        "CEL-01",
        "接受",
        "试用品",
        "赵明远",
    ]


def test_what_was_counted_stays_when_a_count_sheet_is_undone(
    desk: PaperDesk, press: Pressed
) -> None:
    desk.answers = [False, True]
    press(count_sheet)
    press(count_sheet)
    item, on_book = desk.value("盘点表", 6, 3), desk.value("盘点表", 6, 8)
    desk.put("盘点表", 6, 9, 120)

    press(undo)

    assert on_book is None
    assert (desk.value("盘点表", 6, 3), desk.value("盘点表", 6, 9)) == (item, 120)
    assert desk.value("盘点表", 6, 8) is not None


def test_appended_rows_go_unless_they_were_changed_since(desk: PaperDesk) -> None:
    last = len(desk.read("领用").values)
    rows = (("LY-9001", date(2020, 5, 12), "本部"), ("LY-9002", date(2020, 5, 13), "东园"))
    names = ("number", "date", "campus")
    added = Addition("stock_issues", "领用", 4, last + 1, last, names, ("A", "B", "C"), rows)
    carry_out(Press(desk, MORNING, "导入旧表"), Outcome(appended=[added]))
    desk.put("领用", last + 2, 3, "本部")
    desk.put("领用", last + 3, 1, "LY-9003")

    outcome = undo(Press(desk, MORNING))

    numbers = [row[0] for row in desk.read("领用").values[last:]]
    assert numbers == ["LY-9002", "LY-9003"]
    assert "1 行" in outcome.text


def test_every_write_is_backed_up_first(desk: PaperDesk, press: Pressed) -> None:
    press(check_all)

    (backup,) = (desk.path.parent / FOLDER).glob("*.xlsm")
    assert backup.name == "houqin-demo_20200701-090000.xlsm"


def test_undoing_is_backed_up_too(desk: PaperDesk, press: Pressed) -> None:
    press(check_all)

    press(undo)

    assert len(list((desk.path.parent / FOLDER).glob("*.xlsm"))) == 2


def test_nothing_is_written_where_the_backup_fails(desk: PaperDesk, press: Pressed) -> None:
    (desk.path.parent / FOLDER).write_text("a file where the folder should be")
    before = shown(desk)

    with pytest.raises(DeskError, match="备份写不进"):
        press(check_all)

    assert shown(desk) == before


def test_old_backups_go_and_other_files_stay(desk: PaperDesk, press: Pressed) -> None:
    press(reconcile)
    folder = desk.path.parent / FOLDER
    (folder / "我的备份.xlsm").write_text("mine")
    (folder / "houqin-demo_旧的.xlsm").write_text("mine too")

    discard_old(desk.path, MORNING + timedelta(days=30, minutes=1), 30)

    assert sorted(path.name for path in folder.glob("*.xlsm")) == [
        "houqin-demo_旧的.xlsm",
        "我的备份.xlsm",
    ]


def test_a_note_of_an_earlier_version_can_be_taken_back(tmp_path: Path) -> None:
    book, folder = tmp_path / "a.xlsm", tmp_path / FOLDER
    folder.mkdir()
    (folder / "backup.xlsm").write_bytes(b"")
    facts = '"action": "导入旧表", "at": "2020-07-01T09:00", "backup": "backup.xlsm", "sheets": []'
    (folder / "a.撤销.json").write_text(f'{{{facts}, "appended": {{}}}}', "utf-8")

    found = last_write(book)

    assert found is not None
    assert (found.action, found.filled) == ("导入旧表", {})
