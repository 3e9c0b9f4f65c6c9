"""实时校验: a switch that puts HQ_CHECK into 校验结果 and takes it out again."""

import pytest
from tests.desk.conftest import Pressed
from tests.desk.paper import PaperDesk
from tests.desk.test_undoing import shown

from houqin.desk.checking import check_all
from houqin.desk.live import live_check
from houqin.port import DeskError, Formula


def test_on_puts_a_formula_beside_every_row_and_off_values(desk: PaperDesk, press: Pressed) -> None:
    desk.functions = True
    press(check_all)
    press(live_check)
    on = desk.cells["领用"][789, 16]
    desk.cells["领用"][789, 16] = "✘【用途】没有填写，请补填；"  # what the function would show
    press(live_check)

    assert on == Formula('=HQ_CHECK($A789:$O789,$A$4:$O$4,"领用",lists[#All],settings[#All])')
    assert desk.value("领用", 789, 16) == "✘【用途】没有填写，请补填；"
    assert not [cell for cell in desk.cells["入库"].values() if isinstance(cell, Formula)]


def test_nothing_is_changed_where_functions_cannot_run(desk: PaperDesk, press: Pressed) -> None:
    before = shown(desk)

    with pytest.raises(DeskError, match="没有打开"):
        press(live_check)

    assert shown(desk) == before
