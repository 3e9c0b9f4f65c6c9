"""What was set up is taken back: exactly that, and nothing that the user has changed since."""

from dataclasses import replace
from pathlib import PureWindowsPath as Windows

import pytest
from tests.setup.before import (
    BOOK,
    CHOICES,
    CONF,
    ON_DESKTOP,
    RECORD,
    SENT,
    bare,
    fresh,
    set_up,
)

from houqin.setup import record, trust
from houqin.setup.machine import NotDoneError
from houqin.setup.uninstall import planned, take_back


@pytest.mark.parametrize("kind", ["fresh", "bare"])
@pytest.mark.parametrize("trusting", [True, False])
def test_taking_back_leaves_everything_as_it_was(kind: str, trusting: bool) -> None:
    machine = bare() if kind == "bare" else fresh()
    before = machine.state()

    set_up(machine, replace(CHOICES, trust=trusting))
    outcome = take_back(machine)

    assert outcome.stuck == ()
    assert machine.state() == before


def test_what_was_there_before_is_there_again() -> None:
    machine = fresh()
    machine.files.contents[CONF] = b'"INTERPRETER_WIN","D:\\old.exe"\r\n\r\n"DEBUG UDFS","True"'
    machine.files.contents[BOOK] = b"a term of the user's"
    machine.files.contents[ON_DESKTOP] = b"a shortcut of the user's"
    machine.registry.set_value(rf"{trust.LOCATIONS}\Location10", "Path", "D:\\")
    before = machine.state()

    set_up(machine)
    assert machine.registry.values(rf"{trust.LOCATIONS}\Location11") is not None
    take_back(machine)

    assert machine.state() == before


def test_installing_again_after_changes_still_remembers_what_was_first() -> None:
    machine = fresh()
    machine.files.contents[CONF] = b'"INTERPRETER_WIN","D:\\old.exe"\r\n'
    before = machine.state()

    set_up(machine)
    moved = Windows(r"D:\Python311\python.exe")
    machine.python = replace(machine.python, executable=moved)
    set_up(machine)
    sent = machine.read_shortcut(SENT)
    assert sent is not None
    assert sent.target == moved
    assert b"Python311" in machine.files.contents[CONF]
    take_back(machine)

    assert machine.state() == before


def test_a_workbook_that_was_filled_in_stays_when_all_else_is_taken_back() -> None:
    machine = fresh()
    set_up(machine)
    machine.files.contents[BOOK] = b"filled in"

    outcome = take_back(machine)

    assert machine.files.contents[BOOK] == b"filled in"
    assert not machine.files.is_file(CONF)
    assert f"保留 {BOOK}：您改过它" in [told.zh for told in outcome.told]
    assert f"保留文件夹 {BOOK.parent}：里面还有文件" in [told.zh for told in outcome.told]


def test_what_the_user_changed_since_stays_and_is_told() -> None:
    machine = fresh()
    set_up(machine)
    machine.files.contents[CONF] += b'"SHOW CONSOLE","True"\r\n'
    machine.files.contents[ON_DESKTOP] = b"another target"
    key = rf"{trust.LOCATIONS}\Location10"
    machine.registry.set_value(key, "Path", "D:\\elsewhere\\")

    told = [each.zh for each in take_back(machine).told]

    assert machine.files.contents[CONF] == b'"SHOW CONSOLE","True"\r\n'
    assert machine.files.contents[ON_DESKTOP] == b"another target"
    assert machine.registry.value(key, "Path") == "D:\\elsewhere\\"
    assert f"已从 {CONF} 去掉后勤的设置，您改过的行保留" in told
    assert f"保留 {ON_DESKTOP}：您改过它" in told
    assert rf"受信任位置 {BOOK.parent} 已被您改过或删除，没有动" in told


def test_what_the_user_removed_since_is_told_and_no_trouble() -> None:
    machine = fresh()
    set_up(machine)
    del machine.files.contents[CONF]
    del machine.files.contents[SENT]

    told = [each.zh for each in take_back(machine).told]

    assert f"{CONF} 已经不在了" in told
    assert f"{SENT} 已经不在了" in told


def test_a_trusted_folder_that_excel_has_numbered_anew_is_found() -> None:
    machine = fresh()
    set_up(machine)
    values = dict(machine.registry.values(rf"{trust.LOCATIONS}\Location10") or {})
    machine.registry.delete_key(rf"{trust.LOCATIONS}\Location10")
    for name, value in values.items():
        machine.registry.set_value(rf"{trust.LOCATIONS}\Location3", name, value)

    take_back(machine)

    assert machine.registry.keys(trust.LOCATIONS) == ("Location0",)


def test_what_is_stuck_is_remembered_for_the_next_time() -> None:
    machine = fresh()
    before = machine.state()
    set_up(machine)
    machine.files.closed.add(BOOK)

    assert take_back(machine).stuck == (str(BOOK),)
    machine.files.closed.clear()
    assert take_back(machine).stuck == ()

    assert machine.state() == before


def test_with_no_record_there_is_nothing_to_take_back() -> None:
    machine = fresh()
    before = machine.state()

    assert planned(machine) == ()
    assert take_back(machine).told == ()
    assert machine.state() == before


@pytest.mark.parametrize(
    "content", [b"{", b"[]", b'{"changes": [{}], "own_folder_made": 1}', b'{"changes": 1}']
)
def test_a_damaged_record_is_one_sentence(content: bytes) -> None:
    machine = fresh()
    machine.files.contents[RECORD] = content

    with pytest.raises(NotDoneError, match="已损坏"):
        record.read(machine)


def test_an_empty_folder_of_houqins_that_was_there_before_stays() -> None:
    machine = bare()
    own = RECORD.parent
    machine.files.folders.add(own)

    set_up(machine)
    take_back(machine)

    assert machine.files.is_folder(own)
    assert machine.files.names(own) == ()
