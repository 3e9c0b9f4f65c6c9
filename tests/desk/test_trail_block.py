"""Every press leaves a line in the trail, and in the workbook without disturbing what is kept there."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.desk.conftest import MORNING
from tests.desk.paper import PaperDesk

from houqin.desk.backups import folder_of
from houqin.desk.checking import check_all, clear_marks, next_problem
from houqin.desk.jobs import Outcome, Press
from houqin.desk.memory import COLUMNS, HEADING_ROW, memory
from houqin.desk.pressing import press_button
from houqin.desk.trail_block import COLUMN, MOST, lines_on, with_line
from houqin.desk.undoing import undo
from houqin.hosts.files import open_workbook
from houqin.port import DeskError
from houqin.states import RECORD
from houqin.tables.grid import Grid
from houqin.trail import trail_file

Action = Callable[[Press], Outcome]
PressedHere = Callable[[Action, str], None]


@pytest.fixture
def button(desk: PaperDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> PressedHere:
    """Press a button as Excel does."""
    monkeypatch.setenv("HOUQIN_DATA", str(tmp_path / "data"))

    def pressed(action: Action, label: str) -> None:
        press_button(desk, MORNING, label, action)

    return pressed


def file_lines() -> list[str]:
    return trail_file().read_text("utf-8").splitlines()


def test_a_check_leaves_the_same_line_in_the_file_and_in_the_workbook(
    desk: PaperDesk, button: PressedHere
) -> None:
    button(check_all, "校验全部")

    (line,) = file_lines()
    assert line.startswith("2020-07-01 09:00:00 | button | 校验全部 | houqin-demo.xlsm | error ")
    assert line.endswith(" | done")
    assert lines_on(desk.read(RECORD)) == [line]


def test_the_workbooks_trail_leaves_alone_what_is_remembered(
    desk: PaperDesk, button: PressedHere
) -> None:
    button(check_all, "校验全部")
    once = memory({RECORD: desk.read(RECORD)})
    above = {place: cell for place, cell in desk.cells[RECORD].items() if place[0] < HEADING_ROW}
    for _ in range(3):
        button(check_all, "校验全部")

    again = memory({RECORD: desk.read(RECORD)})
    states = [dict(each, state="") for each in again.told]
    assert states == [dict(each, state="") for each in once.told]
    assert again.decisions == once.decisions
    assert len(again.told) > 0
    assert above.items() <= desk.cells[RECORD].items()
    assert len(lines_on(desk.read(RECORD))) == 4
    assert len(COLUMNS) < COLUMN - 1


def test_undo_takes_back_what_was_written_and_leaves_its_own_line(
    desk: PaperDesk, button: PressedHere
) -> None:
    before = {
        sheet: {
            place: cell for place, cell in cells.items() if sheet != RECORD or place[1] < COLUMN
        }
        for sheet, cells in desk.cells.items()
    }
    button(check_all, "校验全部")
    button(undo, "撤销")

    after = {
        sheet: {
            place: cell for place, cell in cells.items() if sheet != RECORD or place[1] < COLUMN
        }
        for sheet, cells in desk.cells.items()
    }
    assert after == before
    assert lines_on(desk.read(RECORD)) == file_lines()
    assert [line.split(" | ")[2] for line in file_lines()] == ["校验全部", "撤销"]


def test_a_backup_holds_the_trail_up_to_it(desk: PaperDesk, button: PressedHere) -> None:
    button(check_all, "校验全部")
    button(clear_marks, "清除标记")

    newest = max(
        folder_of(desk.path).glob("houqin-demo_*"), key=lambda path: path.stat().st_mtime_ns
    )
    host = open_workbook(newest)
    kept = lines_on(host.read(RECORD))
    host.close()
    assert kept == file_lines()[:1]


def test_a_button_that_only_looks_leaves_the_workbook_as_it_was(
    desk: PaperDesk, button: PressedHere
) -> None:
    before = dict(desk.cells[RECORD])

    button(next_problem, "下一个问题")

    assert desk.cells[RECORD] == before
    assert file_lines() == [
        "2020-07-01 09:00:00 | button | 下一个问题 | houqin-demo.xlsm | - | done"
    ]


def test_a_refused_press_is_in_the_file_alone_and_is_told(
    desk: PaperDesk, button: PressedHere
) -> None:
    button(undo, "撤销")

    assert lines_on(desk.read(RECORD)) == []
    assert file_lines()[0].endswith(f" | {DeskError.__name__}")
    assert desk.told == ["没有可以撤销的内容。 / There is nothing to take back."]


def test_a_line_that_the_workbook_does_not_take_is_no_failure_of_the_button(
    desk: PaperDesk, button: PressedHere
) -> None:
    def counted(press: Press) -> Outcome:
        from houqin.trail import note

        note(error=0)
        desk.broken = True  # from now on every write fails
        return Outcome("汇总已写好")

    button(counted, "生成汇总")

    assert desk.told == ["汇总已写好"]
    assert file_lines()[0].endswith("| error 0 | done")


def test_of_more_lines_than_are_kept_the_oldest_go() -> None:
    full = Grid(RECORD, [[f"行 {number}"] for number in range(MOST)], HEADING_ROW + 1, COLUMN)

    written = with_line(full, "新")

    told = [row[0] for row in written.rows]
    assert told == ["运行记录", *(f"行 {number}" for number in range(1, MOST)), "新"]
    assert written.block.bottom == HEADING_ROW + MOST


def test_a_workbook_without_the_sheet_takes_no_line(desk: PaperDesk, button: PressedHere) -> None:
    del desk.cells[RECORD]

    button(check_all, "校验全部")

    assert RECORD not in desk.sheet_names()
    assert len(file_lines()) == 1
