"""The zip that a master is: its parts, and the ribbon that XlsxWriter cannot add."""

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

RIBBON = "customUI/customUI14.xml"
EXTENSIBILITY = "http://schemas.microsoft.com/office/2007/relationships/ui/extensibility"

_TYPES, _ROOTS, _WORKBOOK = "[Content_Types].xml", "_rels/.rels", "xl/workbook.xml"
_FIRST = (_TYPES, _ROOTS, _WORKBOOK)  # what readers tell a workbook by; then the names in order
_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip can tell
_UNIX, _OWN_FILE = 3, 0o600 << 16
_END = b"</Relationships>"
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
# A formula whose result is the empty text: XlsxWriter leaves out that it is a text.
_EMPTY_TEXT = re.compile(rb'<c r="([A-Z]+\d+)"( s="\d+")?>(<f>[^<]*</f>)<v></v></c>')


def finished(raw: bytes, ribbon: str) -> bytes:
    """Return the workbook with a ribbon, the same bytes for the same parts.

    Args:
        raw: the workbook as XlsxWriter wrote it.
        ribbon: the XML of the ribbon [MS-CUSTOMUI2].

    Raises:
        ValueError: it is no workbook, or it has a ribbon already.
    """
    found = parts(raw)
    if any(name.lower().startswith("customui/") for name in found):
        raise ValueError("The workbook has a ribbon already.")
    found[_ROOTS] = _with_ribbon(found.get(_ROOTS, b""))
    found[RIBBON] = ribbon.encode("utf-8")
    for name in filter(_SHEET.fullmatch, list(found)):
        found[name] = _EMPTY_TEXT.sub(rb'<c r="\1"\2 t="str">\3<v></v></c>', found[name])
    return _zipped(found)


def parts(content: bytes) -> dict[str, bytes]:
    """Return what each part of a package holds, for comparing packages from different machines.

    Raises:
        ValueError: it is no zip, or two of its parts have the same name.
    """
    try:
        with ZipFile(BytesIO(content)) as package:
            names = package.namelist()
            found = {name: package.read(name) for name in names}
    except BadZipFile as error:
        raise ValueError("This is no package.") from error
    if len({name.lower() for name in names}) < len(names):
        raise ValueError("Two parts of the package have the same name.")
    return found


def _with_ribbon(roots: bytes) -> bytes:
    link = f'<Relationship Id="rIdRibbon" Type="{EXTENSIBILITY}" Target="{RIBBON}"/>'
    if roots.count(_END) != 1:
        raise ValueError("The package does not tell what it holds.")
    return roots.replace(_END, link.encode() + _END)


def _zipped(found: dict[str, bytes]) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w") as package:
        for name in sorted(found, key=_order):
            entry = ZipInfo(name, _LONG_AGO)
            entry.create_system, entry.external_attr = _UNIX, _OWN_FILE
            package.writestr(entry, found[name], ZIP_DEFLATED, compresslevel=9)
    return stream.getvalue()


def _order(name: str) -> tuple[int, str]:
    return (_FIRST.index(name) if name in _FIRST else len(_FIRST), name)
