"""What the registry says of Excel: where it is, how many bits it has, and who answers in its name."""

import re
from collections.abc import Iterator
from pathlib import PurePath

from houqin.setup.machine import Machine, View, is_from_store

PROG_ID = "Excel.Application"
PACKAGES = (
    r"HKCU\Software\Classes\Local Settings\Software\Microsoft\Windows\CurrentVersion"
    r"\AppModel\Repository\Packages"
)
_STORE_PACKAGE = "microsoft.office.desktop"
_OFFICE = r"HKLM\SOFTWARE\Microsoft\Office"
_APP_PATH = r"SOFTWARE\Microsoft\Windows\CurrentVersion\App Paths\excel.exe"
_BITS = {"x64": 64, "x86": 32}
_PROGRAM = re.compile(r'"([^"]+)"|(.+?\.exe)\b|(\S+)', re.IGNORECASE)
_WPS = re.compile(r"kingsoft|wps office|\\(et|wps|ksolaunch)\.exe|4B49-4E47534F4655", re.IGNORECASE)


def excel_program(machine: Machine) -> PurePath | None:
    """Return where EXCEL.EXE is, None where this machine has no Excel."""
    found = (machine.path(each) for each in _places(machine) if not is_wps(each))
    programs = (path for path in found if path.name.lower() == "excel.exe")
    return next((path for path in programs if machine.files.is_file(path)), None)


def excel_bits(machine: Machine) -> int | None:
    """Return 32 or 64, None where there is no Excel or nobody says."""
    program = excel_program(machine)
    if program is None:
        return None
    for told in _told_bits(machine):
        if told in _BITS:
            return _BITS[told]
    return 32 if "program files (x86)" in (part.lower() for part in program.parts) else None


def is_store_excel(machine: Machine) -> bool:
    """Tell whether Excel was installed from the Microsoft Store."""
    program = excel_program(machine)
    if program is not None:
        return is_from_store(program)
    return any(name.lower().startswith(_STORE_PACKAGE) for name in machine.registry.keys(PACKAGES))


def answering_program(machine: Machine) -> str | None:
    """Return the program that answers to Excel.Application, None where nobody does."""
    for view in View:
        number = machine.registry.value(rf"HKCR\{PROG_ID}\CLSID", view=view)
        command = machine.registry.value(rf"HKCR\CLSID\{number}\LocalServer32", view=view)
        if isinstance(command, str) and command:
            return program_in(command)
    return None


def answering_class(machine: Machine) -> str:
    """Return the class that stands behind Excel.Application."""
    return str(machine.registry.value(rf"HKCR\{PROG_ID}\CLSID") or "")


def program_in(command: str) -> str:
    r"""Return the program of a command line, which is not always quoted.

    >>> program_in('"C:\\Program Files\\Office16\\EXCEL.EXE" /automation')
    'C:\\Program Files\\Office16\\EXCEL.EXE'
    >>> program_in('C:\\Program Files\\Office16\\EXCEL.EXE /automation')
    'C:\\Program Files\\Office16\\EXCEL.EXE'
    """
    found = _PROGRAM.match(command.strip())
    return next(filter(None, found.groups()), command) if found else command


def is_wps(text: str) -> bool:
    """Tell whether a program or a class is that of WPS."""
    return _WPS.search(text) is not None


def _places(machine: Machine) -> Iterator[str]:
    value = machine.registry.value
    root = value(rf"{_OFFICE}\ClickToRun\Configuration", "InstallationPath")
    if isinstance(root, str) and root:
        yield rf"{root}\root\Office16\EXCEL.EXE"
    for view in View:
        folder = value(rf"{_OFFICE}\16.0\Excel\InstallRoot", "Path", view)
        if isinstance(folder, str) and folder:
            yield str(machine.path(folder) / "EXCEL.EXE")
    for hive in ("HKCU", "HKLM"):
        for view in View:
            program = value(rf"{hive}\{_APP_PATH}", view=view)
            if isinstance(program, str) and program:
                yield program_in(program)


def _told_bits(machine: Machine) -> Iterator[str]:
    value = machine.registry.value
    yield str(value(rf"{_OFFICE}\ClickToRun\Configuration", "Platform"))
    for view in View:
        yield str(value(rf"{_OFFICE}\16.0\Outlook", "Bitness", view))
    if value(rf"{_OFFICE}\16.0\Excel\InstallRoot", "Path", View.BITS_64) is not None:
        yield "x64"
    if value(rf"{_OFFICE}\16.0\Excel\InstallRoot", "Path", View.BITS_32) is not None:
        yield "x86"
