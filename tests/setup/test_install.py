"""Setting up changes what it says and nothing else, and all of it can be taken back."""

from dataclasses import replace
from pathlib import PureWindowsPath as Windows

import pytest
from tests.setup.before import (
    BOOK,
    CHOICES,
    CONF,
    HOME,
    ON_DESKTOP,
    RECORD,
    SENT,
    fresh,
    set_up,
)

from houqin.setup import install, trust
from houqin.setup.install import carry_out, plan
from houqin.setup.machine import NotDoneError, Shortcut, System
from houqin.setup.uninstall import planned, take_back


def test_the_plan_says_everything_that_will_be_done_and_does_nothing() -> None:
    machine = fresh()
    before = machine.state()

    steps = plan(machine, CHOICES)

    assert machine.state() == before
    assert [step.what.zh for step in steps] == [
        rf"新建文件夹 {HOME}\.xlwings",
        rf"告诉 Excel 的宏 Python 在哪里（{CONF}）",
        rf"新建文件夹 {HOME}\后勤",
        rf"放一份空白工作簿 {BOOK}",
        rf"让 Excel 信任文件夹 {HOME}\后勤（宏不再被拦；重开 Excel 后生效）",
        rf"建快捷方式 {ON_DESKTOP}",
        rf"建快捷方式 {SENT}",
    ]


def test_everything_is_in_its_place() -> None:
    machine = fresh()

    set_up(machine)

    assert machine.files.contents[BOOK] == b"master"
    assert machine.files.contents[CONF].decode("cp936").splitlines() == [
        r'"INTERPRETER_WIN","C:\Users\王老师\AppData\Local\houqin\python\Scripts\python.exe"',
        '"ADD_WORKBOOK_TO_PYTHONPATH","False"',
        '"SHOW_ERROR_POPUPS","True"',
    ]
    assert machine.registry.values(rf"{trust.LOCATIONS}\Location10") == {
        "Path": f"{BOOK.parent}\\",
        "Description": "houqin",
        "AllowSubfolders": 1,
    }
    assert machine.read_shortcut(ON_DESKTOP) == Shortcut(BOOK, "", BOOK.parent, "后勤台账")
    python = HOME / "AppData/Local/houqin/python/Scripts/python.exe"
    assert machine.read_shortcut(SENT) == Shortcut(
        python, "-P -m houqin.setup.sent", python.parent, "用后勤校验选中的工作簿"
    )


def test_shortcuts_are_made_only_where_they_are_wanted() -> None:
    machine = fresh()

    set_up(machine, replace(CHOICES, desktop=False, send_to=False))

    assert not machine.files.is_file(ON_DESKTOP)
    assert not machine.files.is_file(SENT)


def test_nothing_is_done_twice() -> None:
    machine = fresh()
    set_up(machine)
    once = machine.state()

    again = plan(machine, CHOICES)
    carry_out(machine, again)

    assert again == ()
    assert machine.state() == once


def test_a_workbook_of_the_users_is_never_replaced() -> None:
    machine = fresh()
    machine.files.contents[BOOK] = b"a term of the user's"

    steps = plan(machine, CHOICES)
    carry_out(machine, steps)

    beside = BOOK.with_name("houqin-0.2.0.xlsm")
    assert machine.files.contents[BOOK] == b"a term of the user's"
    assert machine.files.contents[beside] == b"master"
    assert any(
        f"您的工作簿 {BOOK} 不动" in step.what.zh and beside.name in step.what.zh for step in steps
    )


def test_a_newer_master_is_put_beside_the_older_ones_under_a_free_name() -> None:
    machine = fresh()
    machine.files.contents[BOOK] = b"one"
    machine.files.contents[BOOK.with_name("houqin-0.2.0.xlsm")] = b"two"

    set_up(machine)

    assert machine.files.contents[BOOK.with_name("houqin-0.2.0 (2).xlsm")] == b"master"


def test_a_workbook_that_was_filled_in_since_gets_no_blank_one_of_the_same_version_beside() -> None:
    machine = fresh()
    set_up(machine)
    machine.files.contents[BOOK] = b"filled in"

    set_up(machine)

    assert machine.files.names(BOOK.parent) == ("houqin.xlsm",)


def test_a_folder_that_is_trusted_already_is_not_trusted_twice() -> None:
    machine = fresh()
    key = rf"{trust.LOCATIONS}\Location5"
    machine.registry.set_value(key, "Path", "%USERPROFILE%\\")
    machine.registry.set_value(key, "AllowSubfolders", 1)

    set_up(machine)

    assert machine.registry.keys(trust.LOCATIONS) == ("Location0", "Location5")


@pytest.mark.parametrize("folder", ["", r"\\server\后勤"])
def test_where_trusting_is_not_allowed_it_is_said_and_not_done(folder: str) -> None:
    machine = fresh()
    if folder:
        machine.files.folders.add(Windows(folder))
    else:
        machine.registry.set_value(trust.LOCATIONS, "AllLocationsDisabled", 1)

    steps = plan(machine, replace(CHOICES, folder=folder))
    carry_out(machine, steps)

    assert any("请点“启用内容”" in step.what.zh for step in steps)
    assert machine.registry.keys(trust.LOCATIONS) == ("Location0",)


def test_the_folder_has_a_plain_name_where_macros_cannot_read_chinese() -> None:
    machine = fresh()
    machine.code_page = "cp1252"
    machine.variables["USERPROFILE"] = r"C:\Users\wang"

    assert install.folder_for(machine) == Windows(r"C:\Users\wang\houqin")


def test_what_could_not_be_written_stops_and_the_rest_can_be_taken_back() -> None:
    machine = fresh()
    before = machine.state()
    machine.files.closed.add(ON_DESKTOP)

    with pytest.raises(NotDoneError, match="安装停在这里"):
        set_up(machine)
    assert machine.files.is_file(BOOK)
    take_back(machine)

    assert machine.state() == before


def test_a_record_that_cannot_be_written_stops_before_anything_is_done() -> None:
    machine = fresh()
    before = machine.state()
    machine.files.closed.add(RECORD)

    with pytest.raises(NotDoneError, match=r"写不了 .*install\.json"):
        set_up(machine)

    assert machine.state() == before


def test_elsewhere_than_on_windows_nothing_is_set_up_or_taken_back() -> None:
    machine = fresh()
    machine.system = System.MAC

    with pytest.raises(NotDoneError, match="安装只在 Windows 上有用"):
        plan(machine, CHOICES)
    with pytest.raises(NotDoneError, match="只有 Windows 上的安装需要撤回"):
        planned(machine)


def test_python_of_the_store_is_refused() -> None:
    machine = fresh()
    store = Windows(r"C:\Users\王老师\AppData\Local\Microsoft\WindowsApps\python.exe")
    machine.python = replace(machine.python, executable=store)

    with pytest.raises(NotDoneError, match="微软商店"):
        plan(machine, CHOICES)


def test_a_variable_that_is_missing_is_one_sentence() -> None:
    machine = fresh()
    del machine.variables["LOCALAPPDATA"]

    with pytest.raises(NotDoneError, match="LOCALAPPDATA"):
        plan(machine, CHOICES)
