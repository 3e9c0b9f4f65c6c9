"""Hostile packages: entities, odd names and paths, loops, links to the outside, lying zips."""

import struct
import warnings
import zipfile
from collections.abc import Iterator
from functools import partial
from io import BytesIO
from xml.sax.saxutils import quoteattr

from tests.hosts.by_hand import MAIN, SECOND, SHEET, STYLES, TEXTS, WORKBOOK, content
from tests.trust.making import GOOD, HEAD, TAIL, Attack, parts, raw

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
RELS, TYPES, ROOT = "xl/_rels/workbook.xml.rels", "[Content_Types].xml", "_rels/.rels"
LEDGER = HEAD + GOOD + TAIL
NAMES = (
    *(
        "'; DROP TABLE 领用;--",
        "领'用",
        '领"用',
        "[领用]*?:/\\",
        "领\n用",
        "领\t用",
        "\u202e用领",
        " ",
        "",
    ),
    *(
        "长" * 1_000,
        "../../etc/passwd",
        "=1+1",
        "_x0000_",
        "%s%n{0}",
        "</sheet>",
        "领用\u0300",
        "CON",
    ),
)
LAUGHS = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
DTDS = {
    "a billion laughs": f'<!DOCTYPE a [<!ENTITY e0 "哈">{LAUGHS}]>',
    "a quadratic entity": f'<!DOCTYPE a [<!ENTITY e9 "{"a" * 100_000}">]>',
    "an entity from a file": '<!DOCTYPE a [<!ENTITY e9 SYSTEM "file:///etc/hostname">]>',
    "an entity from the net": '<!DOCTYPE a [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x">%p;]>',
    "a declaration that is never closed": "<!DOCTYPE a [",
}
TARGETS = (
    *("/xl/worksheets/sheet1.xml", "..\\xl\\worksheets\\sheet1.xml", "%77orksheets/sheet1.xml"),
    *(
        "../../../../etc/passwd",
        "http://127.0.0.1:9/sheet.xml",
        "file:///etc/passwd",
        "workbook.xml",
        "",
    ),
    *(
        "_rels/workbook.xml.rels",
        "styles.xml",
        "sharedStrings.xml",
        "worksheets",
        "//",
        "worksheets/\0",
    ),
)

ENTRY = {
    "checksum": 16,
    "packed size": 20,
    "size": 24,
    "place": 42,
    "method": 10,
    "flags": 8,
    "name": 28,
}


def attacks() -> Iterator[Attack]:
    """Yield the attacks through the parts of a package and the zip around them."""
    yield from _entities()
    yield from _named()
    yield from _linked()
    yield from _left_out()
    yield from _outside()
    yield from _zips()


def _entities() -> Iterator[Attack]:
    for name, dtd in DTDS.items():
        for part in (SHEET, WORKBOOK, TEXTS, STYLES, RELS, ROOT, TYPES):
            yield parts(f"{name} in {part}", {part: f"<?xml version='1.0'?>{dtd}<a>&e9;</a>"})
        yield parts(
            f"{name} in an attribute", {SHEET: f'{dtd}<worksheet a="&e9;">{GOOD}</worksheet>'}
        )
        yield parts(f"{name} in UTF-16", {SHEET: f"{dtd}<a>&e9;</a>".encode("utf-16")})
        yield parts(f"{name} in UTF-32", {SHEET: f"{dtd}<a>&e9;</a>".encode("utf-32")})


def workbook_xml(sheets: str, more: str = "") -> str:
    """Return the XML of a workbook that lists the given sheets."""
    return f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{more}<sheets>{sheets}</sheets></workbook>'


def _listed(title: str, number: int = 1) -> str:
    return f'<sheet name={quoteattr(title)} sheetId="{number}" r:id="rId1"/>'


def _named() -> Iterator[Attack]:
    for name in NAMES:
        shown = name[:30].encode("unicode_escape").decode()
        yield parts(f"a sheet named {shown or 'nothing'}", {WORKBOOK: workbook_xml(_listed(name))})
    for code in ("&#0;", "&#1;", "&#xD800;"):
        listed = f'<sheet name="领{code}用" sheetId="1" r:id="rId1"/>'
        yield parts(f"a sheet named with {code}", {WORKBOOK: workbook_xml(listed)})
    twice = {"two sheets of one name": ("领用", "领用"), "two names but for case": ("a", "A")}
    for name, titles in twice.items():
        yield parts(name, {WORKBOOK: workbook_xml("".join(map(_listed, titles)))})
    many = "".join(_listed(f"领用{n}", n) for n in range(5_000))
    yield parts("one part as 5,000 sheets", {WORKBOOK: workbook_xml(many)})
    names = "".join(f'<definedName name="n{n}">n{n + 1}</definedName>' for n in range(200_000))
    defined = workbook_xml(_listed("领用"), f"<definedNames>{names}</definedNames>")
    yield parts("200,000 names that name each other", {WORKBOOK: defined})
    yield parts("no sheets", {WORKBOOK: workbook_xml("")})
    old = workbook_xml(_listed("领用"), '<workbookPr date1904="1"/>')
    yield parts("dates from 1904", {WORKBOOK: old})


def _rels(target: str, kind: str = "worksheet", more: str = "") -> str:
    return f'<Relationships><Relationship Id="rId1" Type="x/{kind}" Target="{target}"{more}/></Relationships>'


def _linked() -> Iterator[Attack]:
    for target in TARGETS:
        shown = target.replace("\0", "NUL") or "nothing"
        yield parts(f"a sheet at {shown}", {RELS: _rels(target)})
        yield parts(f"a workbook at {shown}", {ROOT: _rels(target, "officeDocument")})
        yield parts(f"texts at {shown}", {RELS: _rels(target, "sharedStrings")})
    yield parts(
        "a sheet elsewhere", {RELS: _rels("../账/工作表.xml"), "账/工作表.xml": LEDGER, SHEET: None}
    )
    yield parts(
        "a link of the outside",
        {RELS: _rels("http://127.0.0.1:9/a", more=' TargetMode="External"')},
    )
    prefixed = LEDGER.replace("<", "<x:").replace("<x:/", "</x:").replace("<x:?", "<?")
    yield parts("a prefix before each tag", {SHEET: prefixed.replace("xmlns=", "xmlns:x=")})
    yield parts(
        "two names of one namespace", {SHEET: LEDGER.replace("<row", f'<y:row xmlns:y="{MAIN}"', 1)}
    )
    strict = {
        SHEET: LEDGER.replace(MAIN, STRICT),
        WORKBOOK: workbook_xml(_listed("领用")).replace(MAIN, STRICT),
    }
    yield parts("Strict Open XML", strict)
    yield parts("100,000 tags within the workbook", {WORKBOOK: "<a>" * 100_000 + "</a>" * 100_000})
    yield parts("100,000 tags within the links", {RELS: "<a>" * 100_000 + "</a>" * 100_000})
    yield parts("100,000 tags within the formats", {STYLES: "<a>" * 100_000 + "</a>" * 100_000})
    yield parts(
        "the links of a sheet name itself",
        {"xl/worksheets/_rels/sheet1.xml.rels": _rels("sheet1.xml")},
    )


def _left_out() -> Iterator[Attack]:
    for part in (STYLES, TEXTS, RELS, ROOT, TYPES, WORKBOOK, SHEET, SECOND):
        yield parts(f"without {part}", {part: None})
        yield parts(f"empty {part}", {part: ""})
        yield parts(f"text instead of {part}", {part: "你好"})
    for code in (
        "[$-804]yyyy",
        '"never closed',
        "[Red][>1e999]0;" * 500,
        "\\",
        "[h",
        "yyyy" * 20_000,
    ):
        formats = f'<numFmts><numFmt numFmtId="200" formatCode={quoteattr(code)}/></numFmts>'
        styles = f'<styleSheet xmlns="{MAIN}">{formats}<cellXfs><xf numFmtId="200"/></cellXfs></styleSheet>'
        yield parts(f"the number format {code[:16]}", {STYLES: styles})
    many = f'<styleSheet xmlns="{MAIN}"><cellXfs>{"<xf/>" * 500_000}</cellXfs></styleSheet>'
    yield parts("500,000 formats", {STYLES: many})


def _outside() -> Iterator[Attack]:
    dde = '<externalLink><ddeLink ddeService="cmd" ddeTopic="/C calc"/></externalLink>'
    yield parts(
        "a DDE link", {"xl/externalLinks/externalLink1.xml": dde, RELS: _both("externalLink")}
    )
    for kind in (
        "vbaProject",
        "xlMacrosheet",
        "externalLink",
        "connections",
        "oleObject",
        "attachedToolbars",
    ):
        yield parts(
            f"{kind} of rubbish", {f"xl/{kind}.bin": b"\xd0\xcf\x11\xe0" * 99, RELS: _both(kind)}
        )


def _both(kind: str) -> str:
    sheet = '<Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/>'
    return f'<Relationships>{sheet}<Relationship Id="rId9" Type="x/{kind}" Target="{kind}.bin"/></Relationships>'


def _zips() -> Iterator[Attack]:
    for fact, offset in ENTRY.items():
        for value in (0, 1, 0x7FFF, 0xFFFF):
            yield raw(f"a zip that lies: {fact} {value}", partial(_lying, offset, value))
    yield raw("rubbish before the zip", lambda: bytes(5_000) + content({SHEET: LEDGER}))
    yield raw("rubbish after the zip", lambda: content({SHEET: LEDGER}) + bytes(5_000))
    yield raw("a zip in a zip", lambda: _zip({"a.xlsx": content({SHEET: LEDGER})}))
    yield raw("an empty zip", lambda: _zip({}))
    yield raw(
        "names that climb", lambda: _zip({"../../../tmp/a.xml": b"<a/>", "C:\\a.xml": b"<a/>"})
    )
    yield raw("65,536 entries", lambda: _zip({str(n): b"" for n in range(65_536)}), large=True)
    for method in (zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA):
        yield raw(f"packed by method {method}", partial(_zip, {WORKBOOK: b"<workbook/>"}, method))
    yield raw("a bomb beside the sheets", lambda: content({"a.xml": bytes(200 << 20)}), large=True)
    for part in (SHEET, WORKBOOK, TEXTS, STYLES):
        for other in (part, part.upper(), part.replace("/", "\\"), f"/{part}"):
            yield raw(f"another {other}", partial(_doubled, other))


def _lying(offset: int, value: int) -> bytes:
    """Return a zip of which one fact in the directory is false."""
    changed = bytearray(content({SHEET: LEDGER}))
    struct.pack_into("<H", changed, changed.find(b"PK\x01\x02") + offset, value)
    return bytes(changed)


def _doubled(name: str) -> bytes:
    """Return a zip with a part of a name that is there already."""
    stream = BytesIO(content({SHEET: LEDGER}))
    with warnings.catch_warnings(), zipfile.ZipFile(stream, "a") as file:
        warnings.simplefilter("ignore")
        file.writestr(name, "<a/>")
    return stream.getvalue()


def _zip(entries: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", method) as file:
        for name, part in entries.items():
            file.writestr(name, part)
    return stream.getvalue()
