"""What a workbook says of itself, read from its parts without opening it."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path, PurePath

from houqin.errors import Refused
from houqin.hosts.archive import Archive
from houqin.hosts.guard import content_of
from houqin.hosts.package import Package, elements, package_of, properties_of, relationships
from houqin.problems import Both

_MACROS = "xl/vbaproject.bin"
_RIBBON = "extensibility"
_APPLICATION = "docprops/app.xml"
_VERSION = re.compile(r'XLWINGS_VERSION As String = "([^"]+)"')
_ADDRESS = re.compile(r"https?:[/\\]", re.IGNORECASE)  # one stroke, where it went through a path
XlwingsOf = Callable[[bytes], str | None]


@dataclass(frozen=True, slots=True)
class WorkbookFacts:
    """Where a workbook is and what it holds besides its data."""

    path: PurePath | None  # None where it has no place on this machine, only an address
    name: str
    refusal: Both | None = None  # why it could not be read
    houqin: str | None = None  # the version that it was made by
    macros: bool = True
    ribbon: bool = True
    code_names: bool = True
    xlwings: str | None = None  # the version of its xlwings module, None where nobody knows
    saved_by: str = ""


def version_in_project(project: bytes) -> str | None:
    """Return the version of xlwings' own module in a vbaProject.bin, None where it has none."""
    from houqin.vba.project import modules_of

    try:
        return xlwings_version(module.source for module in modules_of(project))
    except ValueError:  # a damaged project is told by another finding
        return None


def xlwings_version(modules: Iterable[str]) -> str | None:
    """Return the version of xlwings' own module among the texts of a project's modules.

    >>> xlwings_version(['Public Const XLWINGS_VERSION As String = "0.37.8"'])
    '0.37.8'
    """
    found = (_VERSION.search(text) for text in modules)
    return next((match[1] for match in found if match), None)


def facts_of(place: str, xlwings_of: XlwingsOf = version_in_project) -> WorkbookFacts:
    """Read what a workbook says of itself; that it cannot be read is a fact too.

    Args:
        place: its path, or the address under which Excel has it open
        xlwings_of: finds the version of the xlwings module in a vbaProject.bin
    """
    if _ADDRESS.match(place):
        return WorkbookFacts(None, place)
    path = Path(place).absolute()
    try:
        archive = Archive(content_of(path))
        return _facts(path, archive, package_of(archive), xlwings_of)
    except Refused as refused:
        why = Both(refused.message("zh"), refused.message("en"))
        return WorkbookFacts(path, path.name, refusal=why)


def _facts(path: Path, archive: Archive, package: Package, xlwings_of: XlwingsOf) -> WorkbookFacts:
    macros = package.macros and _MACROS in archive
    return WorkbookFacts(
        path,
        path.name,
        houqin=properties_of(archive, package.properties).get("houqin"),
        macros=macros,
        ribbon=_has_ribbon(archive),
        code_names=_has_code_names(archive, package),
        xlwings=_version(archive, xlwings_of) if macros else None,
        saved_by=_saved_by(archive),
    )


def _version(archive: Archive, xlwings_of: XlwingsOf) -> str | None:
    try:
        return xlwings_of(archive.read(_MACROS))
    except ValueError:
        return None  # macros of a form that nobody here reads


def _has_ribbon(archive: Archive) -> bool:
    """Tell whether the workbook names a ribbon of its own; a part that nobody names is none."""
    links = relationships(archive, "")
    return any(link.kind == _RIBBON and link.target in archive for link in links)


def _has_code_names(archive: Archive, package: Package) -> bool:
    """Tell whether the workbook and each sheet still name their module."""
    parts = [package.workbook]
    parts += [sheet.part for sheet in package.sheets if sheet.part and sheet.kind == "worksheet"]
    return all(_names_module(archive, part) for part in parts)


def _names_module(archive: Archive, part: str) -> bool:
    return any(b"codeName=" in piece for piece in archive.pieces(part))


def _saved_by(archive: Archive) -> str:
    if _APPLICATION not in archive:
        return ""
    found = (
        element.text
        for name, _, element in elements(archive, _APPLICATION)
        if name == "Application"
    )
    return next((text.partition("$")[0] for text in found if text), "")
