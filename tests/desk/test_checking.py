"""校验本表, 校验全部, 清除标记, 下一个问题: what stands in cells after each."""

from datetime import date
from typing import Any

import pytest
from tests.desk.conftest import WORKBOOKS, Pressed
from tests.desk.paper import PaperDesk

from houqin.cells.values import CellValue
from houqin.desk.checking import check_all, check_sheet, clear_marks, next_problem
from houqin.hosts.files import open_workbook
from houqin.master.demo.dirt import MISTAKES
from houqin.pipeline import check
from houqin.port import DeskError
from houqin.problems import Place
from houqin.result import Options

LIST = "问题清单"
RESULT = {"隐患台账": 23, "领用": 16, "入库": 21}  # the column 校验结果
NUMBER, STATE, SEVERITY, SHEET, CELL, HEADING, KEY, VALUE = range(8)
CODE, HANDLING, REASON, BY, UNTIL = 11, 12, 13, 14, 15


def lines(desk: PaperDesk) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in desk.read(LIST).values[5:] if row[CODE]]


def user_cells(desk: PaperDesk) -> dict[tuple[str, int, int], CellValue]:
    """Every cell of the ledgers but those in the column 校验结果."""
    kept: dict[tuple[str, int, int], CellValue] = {}
    for sheet in desk.sheet_names():
        grid = desk.read(sheet)
        heads = [str(cell) for cell in grid.values[3]] if len(grid.values) > 3 else []
        if "校验结果" in heads:
            result = heads.index("校验结果") + 1
            kept |= {
                (sheet, row, column): value
                for row, values in enumerate(grid.values, 1)
                for column, value in enumerate(values, 1)
                if column != result or row <= 4
            }
    return kept


def at(desk: PaperDesk, sheet: str, row: int, column: int) -> str:
    return str(desk.value(sheet, row, column) or "")


def test_the_list_names_what_the_command_line_names(desk: PaperDesk, press: Pressed) -> None:
    host = open_workbook(WORKBOOKS / "houqin-demo.xlsm")
    expected = check(host, Options(), date(2020, 7, 1)).problems

    press(check_all)

    found = [(row[SHEET], row[CELL], row[CODE]) for row in lines(desk)]
    assert found == [(each.place.sheet, each.place.cell, each.code) for each in expected]
    assert len(found) == len(MISTAKES)


def test_each_row_says_its_problem_under_its_number(desk: PaperDesk, press: Pressed) -> None:
    press(check_all)

    assert at(desk, "隐患台账", 65, 23) == "№2 ✘【整改期限】没有“2020-06-31”这一天，请核对后改正；"
    assert at(desk, "隐患台账", 68, 23).startswith("№5 ？【整改期限】2020-06-22 到期")
    assert at(desk, "隐患台账", 64, 23) == ""


def test_a_check_touches_no_cell_of_the_users(desk: PaperDesk, press: Pressed) -> None:
    before = user_cells(desk)

    press(check_all)
    press(clear_marks)

    assert user_cells(desk) == before
    assert len(before) > 10_000


def test_clearing_empties_marks_and_list(desk: PaperDesk, press: Pressed) -> None:
    press(check_all)

    press(clear_marks)

    assert lines(desk) == []
    assert [at(desk, s, row, c) for s, c in RESULT.items() for row in range(5, 800)] == [""] * 2385


def test_a_problem_is_new_then_open_then_mended_once(desk: PaperDesk, press: Pressed) -> None:
    press(check_all)
    first = {row[CODE]: row[STATE] for row in lines(desk)}
    desk.put("隐患台账", 65, 11, "2020-06-30")
    press(check_all)
    second = {row[CODE]: row[STATE] for row in lines(desk)}
    press(check_all)
    third = {row[CODE]: row[STATE] for row in lines(desk)}

    assert first["CEL-05"] == "新"
    assert (second["CEL-05"], second["CEL-14"]) == ("已改好", "未改")
    assert "CEL-05" not in third


def accept(desk: PaperDesk, code: str, **said: CellValue) -> None:
    row = next(i for i, line in enumerate(desk.read(LIST).values, 1) if code in line)
    for name, value in said.items():
        column = {"handling": HANDLING, "reason": REASON, "by": BY, "until": UNTIL}[name]
        desk.put(LIST, row, column + 1, value)


def told(desk: PaperDesk, code: str) -> tuple[Any, ...]:
    return next(row for row in lines(desk) if row[CODE] == code)


def test_an_accepted_problem_stays_accepted_wherever_its_row_goes(
    desk: PaperDesk, press: Pressed
) -> None:
    press(check_all)
    accept(desk, "CEL-01", handling="接受", reason="试用品", by="赵明远", until=date(2020, 12, 31))
    rows = {row: [desk.value("领用", row, c) for c in range(1, 16)] for row in (789, 700)}
    for row, other in ((789, 700), (700, 789)):
        for column, value in enumerate(rows[other], 1):
            desk.put("领用", row, column, value)

    outcome = press(check_all)

    line = told(desk, "CEL-01")
    assert (line[STATE], line[CELL], line[REASON], line[BY]) == (
        "已接受",
        "M700",
        "试用品",
        "赵明远",
    )
    assert line[UNTIL] == date(2020, 12, 31)
    assert at(desk, "领用", 700, 16).endswith("已接受")
    assert "已接受 1" in outcome.text


@pytest.mark.parametrize(
    "said",
    [
        {"handling": "接受", "reason": "试用品"},
        {"handling": "接受", "by": "赵明远"},
        {"handling": "接受", "reason": "试用品", "by": "赵明远", "until": date(2020, 6, 29)},
    ],
    ids=["no name", "no reason", "ran out"],
)
def test_accepting_needs_reason_and_name_and_can_run_out(
    desk: PaperDesk, press: Pressed, said: dict[str, CellValue]
) -> None:
    press(check_all)
    accept(desk, "CEL-01", **said)

    press(check_all)

    assert told(desk, "CEL-01")[STATE] == "未改"


def test_a_decision_outlives_clearing_and_a_mended_row(desk: PaperDesk, press: Pressed) -> None:
    press(check_all)
    accept(desk, "CEL-01", handling="接受", reason="试用品", by="赵明远")
    press(clear_marks)
    desk.put("领用", 789, 13, "教室")
    press(check_all)
    assert told(desk, "CEL-01")[STATE] == "已改好"
    desk.put("领用", 789, 13, None)

    press(check_all)

    assert told(desk, "CEL-01")[STATE] == "已接受"


def test_a_withdrawn_acceptance_is_withdrawn(desk: PaperDesk, press: Pressed) -> None:
    press(check_all)
    accept(desk, "CEL-01", handling="接受", reason="试用品", by="赵明远")
    press(check_all)
    accept(desk, "CEL-01", handling=None, reason=None, by=None)

    press(check_all)

    assert told(desk, "CEL-01")[STATE] == "未改"


def test_links_follow_rows_that_were_sorted(desk: PaperDesk, press: Pressed) -> None:
    press(check_all)
    cells = desk.cells["隐患台账"]
    desk.cells["隐患台账"] = {
        (73 - row if 5 <= row <= 68 else row, column): cell for (row, column), cell in cells.items()
    }

    found = {row[CODE]: row[CELL] for row in lines(desk) if row[SHEET] == "隐患台账"}

    assert found == {"CEL-05": "K8", "CEL-14": "G7", "HAZ-06": "S6", "HAZ-21": "K5"}


def test_the_next_problem_goes_row_by_row_and_on_to_other_sheets(
    desk: PaperDesk, press: Pressed
) -> None:
    press(check_all)
    desk.here = Place("隐患台账", 65, "K")

    found = []
    for _ in range(5):
        press(next_problem)
        found.append(str(desk.here))

    assert found == ["隐患台账!G66", "隐患台账!S67", "隐患台账!K68", "消防设备!H75", "入库!I199"]


def test_without_marks_the_next_problem_says_what_to_do(desk: PaperDesk, press: Pressed) -> None:
    assert "校验全部" in press(next_problem).text


def test_checking_one_sheet_keeps_what_the_list_says_of_the_others(
    desk: PaperDesk, press: Pressed
) -> None:
    press(check_all)
    before = [row[SHEET:CODE] for row in lines(desk) if row[SHEET] != "隐患台账"]
    others = at(desk, "领用", 789, 16)
    desk.put("隐患台账", 65, 11, "2020-06-30")
    desk.put("领用", 700, 13, None)
    desk.here = Place("隐患台账", 5, "A")

    press(check_sheet)

    after = lines(desk)
    assert [row[SHEET:CODE] for row in after if row[SHEET] != "隐患台账"] == before
    assert [row[CODE] for row in after if row[STATE] == "已改好"] == ["CEL-05"]
    assert at(desk, "领用", 789, 16) == others
    assert at(desk, "隐患台账", 65, 23) == ""


def test_a_sheet_that_is_no_ledger_is_not_checked(desk: PaperDesk, press: Pressed) -> None:
    desk.here = Place("首页", 1, "A")

    with pytest.raises(DeskError, match="不是台账"):
        press(check_sheet)


def test_a_clean_workbook_says_so(desk: PaperDesk, press: Pressed) -> None:
    press(check_all)
    for line in lines(desk):
        sheet, cell = line[SHEET], str(line[CELL])
        row = int(cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
        desk.cells[sheet] = {
            place: value for place, value in desk.cells[sheet].items() if place[0] != row
        }
    press(check_all)

    outcome = press(check_all)

    assert "没有发现问题" in outcome.text
    assert lines(desk) == []
    assert "没有发现问题" in str(desk.value(LIST, 3, 1))
