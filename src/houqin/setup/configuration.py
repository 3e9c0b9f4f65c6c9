"""The file in which xlwings' macros look for Python: read and written as those macros read it.

They take the first line of a name, whatever stands below it; they read bytes of the ANSI code
page. So houqin's lines go to the top, and all others stay as they are, byte for byte.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePath

from houqin.setup.folders import home
from houqin.setup.machine import Machine, NotDoneError

INTERPRETER = "INTERPRETER_WIN"
WORKBOOK_ON_PATH = "ADD_WORKBOOK_TO_PYTHONPATH"
POPUPS = "SHOW_ERROR_POPUPS"
NAME = "xlwings.conf"
_LINE = re.compile(rb'\s*"?([^",\r\n]*)"?\s*,\s*"?([^"\r\n]*)"?')
_END = b"\r\n"


def path_of(machine: Machine) -> PurePath:
    """Return where xlwings looks for the user's own configuration."""
    return home(machine) / ".xlwings" / NAME


def settings_for(machine: Machine) -> Mapping[str, str]:
    """Return what houqin sets: its Python, and that no stray file beside a workbook is run.

    Raises:
        NotDoneError: a path has a character that Excel's macros cannot read on this machine.
    """
    _readable(machine, home(machine))
    return {
        INTERPRETER: _interpreter(machine),
        WORKBOOK_ON_PATH: "False",
        POPUPS: "True",  # else xlwings writes its errors into a new sheet of the user's workbook
    }


def written(settings: Mapping[str, str], code_page: str) -> tuple[bytes, ...]:
    """Return the lines of settings as bytes of the code page."""
    return tuple(f'"{name}","{value}"'.encode(code_page) + _END for name, value in settings.items())


def with_lines(former: bytes, lines: tuple[bytes, ...]) -> bytes:
    """Return the file with the lines at its top, instead of those of the same names."""
    names = {name_of(line) for line in lines}
    kept = [line for line in former.splitlines(keepends=True) if name_of(line) not in names]
    return b"".join((*lines, *kept))


def without_lines(content: bytes, lines: tuple[bytes, ...], former: bytes) -> bytes:
    """Return the file as it would be had the lines never been set; what was changed since stays.

    Args:
        content: the file as it stands
        lines: what had been set
        former: the file as it had been before
    """
    if content == with_lines(former, lines):
        return former
    present = content.splitlines(keepends=True)
    kept = [line for line in present if line.rstrip() not in {each.rstrip() for each in lines}]
    names = {name_of(line) for line in kept}
    ours = {name_of(line) for line in lines}
    before = former.splitlines(keepends=True)
    back = [line for line in before if name_of(line) in ours and name_of(line) not in names]
    return b"".join((*back, *kept))


def value_in(content: bytes, name: str, code_page: str) -> str | None:
    """Return the first value of a name, as the macros read it."""
    found = (line[2] for line in _lines(content) if line[1].strip().upper() == name.encode())
    return next((value.decode(code_page, errors="replace") for value in found), None)


def name_of(line: bytes) -> bytes:
    """Return the name that a line sets, in upper case; nothing where it sets none."""
    found = _LINE.match(line)
    return found[1].strip().upper() if found else b""


def _lines(content: bytes) -> Iterator[re.Match[bytes]]:
    return (found for line in content.splitlines() if (found := _LINE.match(line)))


def _interpreter(machine: Machine) -> str:
    """Return the Python as the macros can read it: in full, else by its short name."""
    python = with_console(machine.python.executable)
    short = machine.short(python)
    if not _fits(machine, python) and _fits(machine, short):
        return str(short)
    _readable(machine, python)
    return str(python)


def with_console(executable: PurePath) -> PurePath:
    """Return python.exe where pythonw.exe runs, whose output would be lost."""
    if executable.name.lower() == "pythonw.exe":
        return executable.with_name("python.exe")
    return executable


def _fits(machine: Machine, path: PurePath) -> bool:
    return not unreadable_in(machine, path)


def unreadable_in(machine: Machine, path: PurePath) -> str:
    """Return the characters of a path that this machine's code page does not have."""
    return "".join(each for each in str(path) if not _has(machine.code_page, each))


def _has(code_page: str, character: str) -> bool:
    try:
        character.encode(code_page)
    except UnicodeEncodeError:
        return False
    return True


def _readable(machine: Machine, path: PurePath) -> None:
    odd = unreadable_in(machine, path)
    if odd:
        raise NotDoneError(
            f"文件夹“{path}”里的“{odd}”，Excel 的宏在这台电脑上读不出来。请在“控制面板 → 区域 → 管理 →"
            "更改系统区域设置”里选“中文(简体，中国)”并重启；仍不行，就把 Python 装到 C:\\houqin 这样的文件夹，"
            "或换一个用户名不含这些字的 Windows 账户。",
            f"Excel's macros cannot read {odd} in {path} on this machine. Choose Chinese (Simplified, China) under"
            " Control Panel > Region > Administrative > Change system locale and restart; else install Python in"
            " a folder such as C:\\houqin, or use a Windows account without these characters in its name.",
        )
