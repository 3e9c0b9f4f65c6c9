"""What is written for Windows calls it as it is to be called; the rest is for a person with Excel."""

import sys
from pathlib import Path, PurePath, PureWindowsPath
from types import SimpleNamespace
from typing import Any

import pytest
from tests.setup.fake_windows import PYTHONCOM, SHELL, FakeWinreg, Link

from houqin.setup import windows
from houqin.setup.machine import NotDoneError, Shortcut, System, View, is_from_store
from houqin.setup.plain import PlainMachine
from houqin.setup.this_machine import this_machine
from houqin.setup.windows import WindowsFiles, WindowsMachine, WindowsRegistry

KEY = r"HKCU\Software\Microsoft\Office\16.0\Excel\Security\Trusted Locations\Location10"
SHORTCUT = Shortcut(PurePath("/后勤/houqin.xlsm"), "-P", PurePath("/后勤"), "后勤台账")


@pytest.fixture
def winreg(monkeypatch: pytest.MonkeyPatch) -> FakeWinreg:
    fake = FakeWinreg()
    monkeypatch.setitem(sys.modules, "winreg", fake)
    return fake


@pytest.fixture
def shell(monkeypatch: pytest.MonkeyPatch) -> None:
    Link.saved.clear()
    monkeypatch.setitem(sys.modules, "pythoncom", PYTHONCOM)
    monkeypatch.setitem(sys.modules, "win32com.shell.shell", SHELL)


def with_kernel(monkeypatch: pytest.MonkeyPatch, **functions: Any) -> WindowsMachine:
    monkeypatch.setattr(windows, "_kernel", lambda: SimpleNamespace(**functions))
    return WindowsMachine()


def test_the_registry_gives_back_what_was_set(winreg: FakeWinreg) -> None:
    registry = WindowsRegistry()

    registry.set_value(KEY, "Path", "C:\\后勤\\")
    registry.set_value(KEY, "AllowSubfolders", 1)

    assert registry.values(KEY) == {"Path": "C:\\后勤\\", "AllowSubfolders": 1}
    assert registry.value(KEY, "Path") == "C:\\后勤\\"
    assert registry.keys(KEY.rpartition("\\")[0]) == ("Location10",)
    kinds = [kind for values in winreg.held.values() for _, kind in values.values()]
    assert kinds == [winreg.REG_SZ, winreg.REG_DWORD]


def test_what_is_not_in_the_registry_is_none(winreg: FakeWinreg) -> None:
    registry = WindowsRegistry()

    assert registry.value(KEY, "Path") is None
    assert registry.values(KEY) is None
    assert registry.keys(KEY) == ()


def test_a_key_is_deleted(winreg: FakeWinreg) -> None:
    registry = WindowsRegistry()
    registry.set_value(KEY, "Path", "C:\\")

    registry.delete_key(KEY)

    assert winreg.held == {}


def test_the_two_views_are_told_apart(winreg: FakeWinreg) -> None:
    winreg.held["HKLM", "SOFTWARE\\Office", winreg.KEY_WOW64_32KEY] = {"Bitness": ("x86", 1)}
    registry = WindowsRegistry()

    assert registry.value(r"HKLM\SOFTWARE\Office", "Bitness", View.BITS_32) == "x86"
    assert registry.value(r"HKLM\SOFTWARE\Office", "Bitness", View.BITS_64) is None


def test_a_value_of_another_kind_is_text(winreg: FakeWinreg) -> None:
    winreg.held["HKCR", ".xlsm", winreg.KEY_WOW64_64KEY] = {"": (b"\x01", winreg.REG_BINARY)}

    assert WindowsRegistry().value(r"HKCR\.xlsm") == "b'\\x01'"


@pytest.mark.parametrize("key", [r"HKLM\Software\x", r"HKCR\.xlsm"])
def test_nothing_is_ever_written_outside_the_users_own_keys(key: str, winreg: FakeWinreg) -> None:
    with pytest.raises(ValueError, match="HK"):
        WindowsRegistry().set_value(key, "a", 1)
    with pytest.raises(ValueError, match="HK"):
        WindowsRegistry().delete_key(key)


@pytest.mark.usefixtures("shell")
def test_a_shortcut_opens_what_it_was_made_for() -> None:
    machine = WindowsMachine()

    machine.write_shortcut(PurePath("/desk/后勤台账.lnk"), SHORTCUT)

    assert machine.read_shortcut(PurePath("/desk/后勤台账.lnk")) == SHORTCUT
    assert machine.read_shortcut(PurePath("/desk/none.lnk")) is None


@pytest.mark.usefixtures("shell")
def test_a_shortcut_that_cannot_be_saved_is_an_error_of_the_disk() -> None:
    with pytest.raises(OSError, match="closed"):
        WindowsMachine().write_shortcut(PurePath("/closed/后勤台账.lnk"), SHORTCUT)


def test_without_pywin32_no_shortcut_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pythoncom", None)

    with pytest.raises(NotDoneError, match="pywin32"):
        WindowsMachine().write_shortcut(PurePath("/desk/a.lnk"), SHORTCUT)


@pytest.mark.parametrize(
    ("number", "name"), [(936, "gbk"), (1252, "cp1252"), (65001, "utf-8"), (99999, "mbcs")]
)
def test_the_code_page_is_named_as_python_names_it(
    monkeypatch: pytest.MonkeyPatch, number: int, name: str
) -> None:
    machine = with_kernel(monkeypatch, GetACP=lambda: number)

    assert machine.code_page == name


def test_a_short_name_is_asked_of_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    def short(path: str, buffer: Any, size: int) -> int:
        assert size == len(buffer)
        buffer.value = "/4F3A~1" if "㛃" in path else ""
        return len(buffer.value)

    machine = with_kernel(monkeypatch, GetShortPathNameW=short)

    assert machine.short(PurePath("/㛃")) == PurePath("/4F3A~1")
    assert machine.short(PurePath("/none")) == PurePath("/none")


def test_the_mark_of_a_file_is_read_from_beside_it(tmp_path: Path) -> None:
    (tmp_path / "a.xlsm:Zone.Identifier").write_text("[ZoneTransfer]\nZoneId=3")
    files = WindowsFiles()

    assert files.origin(tmp_path / "a.xlsm") == "[ZoneTransfer]\nZoneId=3"
    assert files.origin(tmp_path / "b.xlsm") is None


def test_a_folder_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr("os.startfile", shown.append, raising=False)

    WindowsMachine().show(PurePath("/后勤"))

    assert shown == ["/后勤"]


def test_files_are_read_written_and_deleted(tmp_path: Path) -> None:
    files = PlainMachine().files
    path = tmp_path / "后勤" / "a.txt"

    files.make_folder(path.parent)
    files.write(path, b"text")

    assert (files.read(path), files.is_file(path), files.is_folder(path.parent)) == (
        b"text",
        True,
        True,
    )
    assert files.names(path.parent) == ("a.txt",)
    assert files.may_write(path.parent)
    assert files.origin(path) is None
    files.delete(path)
    files.remove_folder(path.parent)
    assert (files.read(path), files.names(path.parent)) == (None, ())
    assert not files.may_write(path.parent)


def test_a_machine_without_windows_knows_its_python_and_its_packages() -> None:
    machine = PlainMachine()

    assert machine.python.executable == Path(sys.executable)
    assert machine.python.bits in (32, 64)
    assert machine.version_of("pytest") == pytest.__version__
    assert machine.version_of("no-such-package") is None
    assert any(path.name == "RECORD" for path in machine.files_of("pytest"))
    assert machine.files_of("no-such-package") == ()
    assert machine.run((sys.executable, "-c", "raise SystemExit(3)")) == 3
    assert machine.run(("/no/such/program",)) == -1


def test_a_machine_without_windows_has_no_registry_and_no_shortcuts() -> None:
    machine = PlainMachine()

    assert machine.registry.value(KEY) is None
    assert machine.registry.values(KEY) is None
    assert machine.registry.keys(KEY) == ()
    with pytest.raises(NotImplementedError):
        machine.registry.set_value(KEY, "a", 1)
    with pytest.raises(NotImplementedError):
        machine.registry.delete_key(KEY)
    assert machine.read_shortcut(PurePath("/a.lnk")) is None
    with pytest.raises(NotDoneError):
        machine.write_shortcut(PurePath("/a.lnk"), SHORTCUT)


@pytest.mark.parametrize(
    ("platform", "kind", "system"),
    [
        ("win32", WindowsMachine, System.WINDOWS),
        ("darwin", PlainMachine, System.MAC),
        ("linux", PlainMachine, System.LINUX),
    ],
)
def test_this_machine_is_that_of_the_system(
    monkeypatch: pytest.MonkeyPatch, platform: str, kind: type, system: System
) -> None:
    monkeypatch.setattr(sys, "platform", platform)

    machine = this_machine()

    assert type(machine) is kind
    assert machine.system is system


@pytest.mark.parametrize(
    ("program", "store"),
    [
        (r"C:\Users\a\AppData\Local\Microsoft\WindowsApps\python.exe", True),
        (r"C:\Program Files\WINDOWSAPPS\Python\python.exe", True),
        (r"C:\Python311\python.exe", False),
    ],
)
def test_programs_of_the_store_are_told_by_their_folder(program: str, store: bool) -> None:
    assert is_from_store(PureWindowsPath(program)) is store
