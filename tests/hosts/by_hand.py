"""Workbooks written part by part, so that any part can be wrong."""

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"

SHEET, SECOND, TEXTS = (
    "xl/worksheets/sheet1.xml",
    "xl/worksheets/sheet2.xml",
    "xl/sharedStrings.xml",
)
STYLES, WORKBOOK = "xl/styles.xml", "xl/workbook.xml"

Parts = Mapping[str, str | bytes | None]


def sheet_xml(rows: str, *, head: str = "", tail: str = "") -> str:
    """Return the XML of a sheet."""
    data = f"{head}<sheetData>{rows}</sheetData>{tail}"
    return f'<?xml version="1.0"?><worksheet xmlns="{MAIN}">{data}</worksheet>'


def texts_xml(*texts: str, declared: int | None = None) -> str:
    """Return the XML of a table of shared texts."""
    items = "".join(f"<si><t>{text}</t></si>" for text in texts)
    return f'<sst xmlns="{MAIN}" uniqueCount="{declared or len(texts)}">{items}</sst>'


def _relationships(*links: tuple[str, str]) -> str:
    tags = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(links, start=1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{tags}</Relationships>'


def _content_types() -> str:
    kinds = {
        WORKBOOK: "sheet.main",
        SHEET: "worksheet",
        SECOND: "worksheet",
        TEXTS: "sharedStrings",
        STYLES: "styles",
    }
    tags = "".join(
        f'<Override PartName="/{part}" ContentType="{_KIND}.{kind}+xml"/>'
        for part, kind in kinds.items()
    )
    defaults = (
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    )
    return f'<Types xmlns="{_PACKAGE}/content-types">{defaults}{tags}</Types>'


_STYLES = (
    f'<styleSheet xmlns="{MAIN}"><fonts count="1"><font/></fonts>'
    '<fills count="1"><fill><patternFill patternType="none"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/>'
    '<xf numFmtId="20" applyNumberFormat="1"/></cellXfs></styleSheet>'
)

_USUAL: Parts = {
    "[Content_Types].xml": _content_types(),
    "_rels/.rels": _relationships(("officeDocument", WORKBOOK)),
    WORKBOOK: (
        f'<workbook xmlns="{MAIN}" xmlns:r="{_OFFICE}"><sheets>'
        '<sheet name="领用" sheetId="1" r:id="rId1"/><sheet name="入库" sheetId="2" r:id="rId2"/>'
        "</sheets></workbook>"
    ),
    "xl/_rels/workbook.xml.rels": _relationships(
        ("worksheet", "worksheets/sheet1.xml"),
        ("worksheet", "worksheets/sheet2.xml"),
        ("sharedStrings", "sharedStrings.xml"),
        ("styles", "styles.xml"),
    ),
    SHEET: sheet_xml('<row r="1"><c r="A1"><v>1</v></c></row>'),
    SECOND: sheet_xml('<row r="1"><c r="A1"><v>2</v></c></row>'),
    TEXTS: texts_xml("口罩", "盒"),
    STYLES: _STYLES,
}


def content(parts: Parts | None = None) -> bytes:
    """Return a small sound workbook of the sheets 领用 and 入库, with some parts replaced."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as book:
        for name, part in (dict(_USUAL) | dict(parts or {})).items():
            if part is not None:
                book.writestr(name, part)
    return stream.getvalue()


def book(folder: Path, parts: Parts | None = None) -> Path:
    """Write such a workbook into a folder."""
    path = folder / "台账.xlsx"
    path.write_bytes(content(parts))
    return path


def sheet(folder: Path, rows: str, *, head: str = "", tail: str = "") -> Path:
    """Write a workbook whose sheet 领用 has the given rows."""
    return book(folder, {SHEET: sheet_xml(rows, head=head, tail=tail)})
