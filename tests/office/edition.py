"""The LibreOffice edition of a master workbook: one module stands in for xlwings' own."""

import shutil
import zipfile
from dataclasses import replace
from pathlib import Path

from houqin.vba.project import Module, modules_of, project, standard

HERE = Path(__file__).parent
PROJECT = "xl/vbaProject.bin"
REPLACED = "xlwings"
ADDED = "XLPy"
GUARD = "If TypeOf Application.Caller Is Range Then On Error GoTo failed"
ALWAYS = "On Error GoTo failed"  # in a formula LibreOffice knows no caller, and stops at the guard


def edition(book: Path, folder: Path) -> Path:
    """Write the LibreOffice edition of a workbook into a folder, under the same name.

    All parts but that of the macros keep their bytes. There the module xlwings is exchanged.
    Where worksheet functions call Python, the module XLPy is added, and what they do about
    errors no longer depends on the caller. A workbook without macros is copied.
    """
    made = folder / book.name
    with zipfile.ZipFile(book) as source:
        if PROJECT not in source.namelist():
            return Path(shutil.copy(book, made))
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
            for part in source.infolist():
                content = source.read(part)
                target.writestr(part, bridged(content) if part.filename == PROJECT else content)
    return made


def bridged(content: bytes) -> bytes:
    """Return a vbaProject.bin in which the modules for LibreOffice stand in for xlwings."""
    modules = [_exchanged(module) for module in modules_of(content)]
    calls_python = any(f"{ADDED}.CallUDF" in module.source for module in modules)
    return project([*modules, _bridge("functions.bas")] if calls_python else modules)


def _exchanged(module: Module) -> Module:
    if module.name == REPLACED:
        return _bridge("bridge.bas")
    return replace(module, source=module.source.replace(GUARD, ALWAYS))


def _bridge(name: str) -> Module:
    return standard((HERE / name).read_bytes().decode("ascii"))
