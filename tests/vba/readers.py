"""Readers of VBA projects that others wrote, to which ours must make sense."""

from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from houqin.vba.project import Module, Owner, document, project, standard

OLEVBA_WARNS = "ignore::DeprecationWarning"  # of its parser, when it is first imported


def olevba(content: bytes) -> dict[str, str]:
    """Return the sources of the modules as oletools reads them."""
    parser = import_module("oletools.olevba").VBA_Parser("vbaProject.bin", data=content)
    found = {stream.rpartition("/")[2]: source for _, stream, _, source in parser.extract_macros()}
    parser.close()
    return found


def decompressed(content: bytes) -> bytes:
    """Return a stream as oletools decompresses it."""
    found: bytes = import_module("oletools.olevba").decompress_stream(bytearray(content))
    return bytes(found)


def olefile(content: bytes) -> dict[str, bytes]:
    """Return the streams of a compound file; the slightest defect raises."""
    module = import_module("olefile")
    with module.OleFileIO(content, raise_defects=module.DEFECT_UNSURE) as file:
        assert file.parsing_issues == []
        return {"/".join(path): file.openstream(path).read() for path in file.listdir()}


def pyopenvba(content: bytes) -> Any:
    """Return the project as pyOpenVBA reads it, which must find nothing to complain about."""
    container = import_module("pyopenvba.cfb").CFB.from_bytes(content)
    import_module("pyopenvba.integrity")._cfb_check(content)
    found = import_module("pyopenvba.vba").parse_vba_project(container)
    assert found.validate(container) == []
    return found


def xlwings(file: str) -> bytes:
    """Return a file of the xlwings package, which is not imported."""
    spec = find_spec("xlwings")
    assert spec is not None
    assert spec.origin is not None
    return (Path(spec.origin).parent / file).read_bytes()


def bas(name: str, *lines: str) -> str:
    """Return the text of a .bas file."""
    return "".join(f"{line}\r\n" for line in (f'Attribute VB_Name = "{name}"', *lines))


def modules(*sources: str, sheets: int = 1) -> tuple[Module, ...]:
    """Return a workbook's modules: its own, one for each sheet, and those of .bas files."""
    return (
        document("ThisWorkbook", Owner.WORKBOOK),
        *(document(f"Sheet{number}", Owner.SHEET) for number in range(1, sheets + 1)),
        *map(standard, sources),
    )


def built(*sources: str, sheets: int = 1) -> bytes:
    """Return such a project."""
    return project(modules(*sources, sheets=sheets))
