"""Hostile sheets: far away cells, lying sizes, false values, endless nesting."""

import random
from collections.abc import Iterator

from tests.hosts.by_hand import MAIN, SHEET, TEXTS, sheet_xml, texts_xml
from tests.trust.making import (
    GOOD,
    HEAD,
    TAIL,
    Attack,
    parts,
    repeated,
    row_xml,
    rows,
    streamed,
    streamed_rows,
)

WHOLE = "A1:XFD1048576"
ERRORS = "#SPILL! #CALC! #FIELD! #BLOCKED! #GETTING_DATA #UNKNOWN! #CONNECT! #BUSY! #PYTHON! #N/A #NULL! #没有!"
ROW_NUMBERS = ("0", "-1", "1048577", "99999999999999999999", "1.5", "", "一", "2")
ADDRESSES = (
    "A0",
    "1A",
    "",
    "A",
    "7",
    "A-1",
    "XFE7",
    "A1048577",
    "ZZZZZZZZ7",
    "A7:B8",
    "Ａ７",
    "a7",
    "$A$7",
)
NUMBERS = (
    *("1e300", "-1e300", "1e999", "NaN", "INF", "-1", "0", "60", "2958465", "2958466", "1e-320"),
    *("9" * 400, "0x1F", "1,5", "", " 7 ", "--", "４４００１", "18446744073709551616"),
)
KINDS = ("b", "e", "s", "str", "d", "n", "inlineStr", "zzz", "")
SIGNS = (
    "&#0;",
    "&#1;",
    "&#xD800;",
    "&#xFFFF;",
    "&#x110000;",
    "\x01",
    "_x0000_",
    "_xD800_",
    "_x005F_xD800_",
)
SIGNS_OUT_OF_SIGHT = (
    "\u202e",
    "\ufeff",
    "\u200b",
    "\u0300" * 5_000,
    "\U000e0001",
    "]]>",
    "&nosuch;",
    "&",
)
TAGS = {
    "merges over the whole sheet": f'<mergeCells><mergeCell ref="{WHOLE}"/></mergeCells>',
    "merges over ten columns": '<mergeCells><mergeCell ref="A1:J1048576"/></mergeCells>',
    "merges without sense": '<mergeCells><mergeCell ref="B9:A1"/><mergeCell ref="x"/><mergeCell/></mergeCells>',
    "100,000 merges on one cell": "<mergeCells>"
    + '<mergeCell ref="A1:B2"/>' * 100_000
    + "</mergeCells>",
    "a hyperlink over the whole sheet": f'<hyperlinks><hyperlink ref="{WHOLE}" location="x"/></hyperlinks>',
    "a format for the whole sheet": f'<conditionalFormatting sqref="{WHOLE}"><cfRule type="expression" '
    'priority="1"><formula>1</formula></cfRule></conditionalFormatting>',
    "a drop-down for the whole sheet": f'<dataValidations><dataValidation type="list" sqref="{WHOLE}">'
    "<formula1>A1</formula1></dataValidation></dataValidations>",
    "a filter without sense": '<autoFilter ref="ZZZZ9:A0"/>',
}


def _cell(more: str, address: str = "F7") -> str:
    return f'<row r="7"><c r="{address}"{more}</c></row>'


def _nested(depth: int, tag: str = "a") -> str:
    return f"<{tag}>" * depth + f"</{tag}>" * depth


def _attributes(count: int) -> str:
    return " ".join(f'a{number}="1"' for number in range(count))


def _figures(count: int) -> Iterator[bytes]:
    """Yield rows of ten cells with figures that cannot be packed a hundredfold."""
    chance = random.Random(1)  # noqa: S311 - the same at every run
    block = "".join(
        f"<row>{''.join(f'<c><v>{chance.randrange(10**8)}</v></c>' for _ in range(10))}</row>"
        for _ in range(5_000)
    ).encode()
    for _ in range(count // 50_000):
        yield block


def attacks() -> Iterator[Attack]:
    """Yield the attacks through sheets and texts."""
    yield from _far_away()
    yield from _false()
    yield from _odd_text()
    yield from _endless()


def _far_away() -> Iterator[Attack]:
    for what, cell in {
        "a value": '<c r="XFD1048576"><v>7</v></c>',
        "a formula": '<c r="XFD1048576"><f>A1</f></c>',
        "a text": '<c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c>',
        "a format": '<c r="XFD1048576" s="1"/>',
        "an error": '<c r="XFD1048576" t="e"><v>#REF!</v></c>',
    }.items():
        yield rows(f"{what} in the last cell of the grid", f'<row r="1048576">{cell}</row>')
    yield rows(
        "a value at 100,000 rows by 1,000", '<row r="100000"><c r="ALL100000"><v>7</v></c></row>'
    )
    for reach in (WHOLE, "A1", "B2:A1", "nonsense", "", "A1:ZZZZ99999999"):
        yield rows(f"a size that lies: {reach}", "", head=f'<dimension ref="{reach}"/>')
    for name, tag in TAGS.items():
        yield rows(name, "", tail=tag)
    yield rows(
        "columns without end", "", head='<cols><col min="0" max="999999999" width="1e9"/></cols>'
    )


def _false() -> Iterator[Attack]:
    for number in ROW_NUMBERS:
        yield rows(
            f"row {number or 'without a number'}", f'<row r="{number}"><c><v>7</v></c></row>'
        )
    for address in ADDRESSES:
        yield rows(f"address {address or 'left empty'}", _cell("><v>7</v>", address))
    for number in NUMBERS:
        yield rows(f"number {number[:20]}", _cell(f"><v>{number}</v>"))
        yield rows(f"date {number[:20]}", _cell(f' s="1"><v>{number}</v>', "B7"))
        yield rows(f"shared text {number[:20]}", _cell(f' t="s"><v>{number}</v>', "D7"))
    for kind in KINDS:
        yield rows(f"kind {kind or 'left empty'}", _cell(f' t="{kind}"><v>abc</v>'))
    for error in ERRORS.split():
        yield rows(f"error {error}", _cell(f' t="e"><v>{error}</v>'))
    for style in ("99999", "-1", "x"):
        yield rows(f"format {style}", _cell(f' s="{style}"><v>44001</v>', "B7"))
    for when in ("2020-13-45", "9999-99-99T99:99:99", "0000-01-01", "-2020-01-01"):
        yield rows(f"written date {when}", _cell(f' t="d" s="1"><v>{when}</v>', "B7"))
    yield rows(
        "rows in reverse", "".join(row_xml(row, "LY", "2020-05-12") for row in range(60, 6, -1))
    )
    yield rows("the same row again", GOOD)
    yield rows("cells in reverse", '<row r="7"><c r="H7"><v>1</v></c><c r="A7"><v>2</v></c></row>')
    yield parts("no rows at all", {SHEET: f'<worksheet xmlns="{MAIN}"/>'})
    yield parts("a sheet that is empty", {SHEET: b""})
    yield parts("two tables of rows", {SHEET: sheet_xml(f"{GOOD}</sheetData><sheetData>{GOOD}")})


def _odd_text() -> Iterator[Attack]:
    for sign in (*SIGNS, *SIGNS_OUT_OF_SIGHT):
        name = sign[:12].encode("unicode_escape").decode()
        yield rows(f"text with {name}", row_xml(7, "LY", "2020-05-12", "本部", f"口{sign}罩"))
        shared = {SHEET: HEAD + GOOD + _cell(' t="s"><v>0</v>', "D7") + TAIL}
        yield parts(f"shared text with {name}", {**shared, TEXTS: texts_xml(f"口{sign}罩")})
    sheet = HEAD + GOOD + TAIL
    for encoding in ("utf-16", "utf-16-be", "utf-32", "gbk", "utf-7", "utf-8-sig"):
        yield parts(f"a sheet in {encoding}", {SHEET: sheet.encode(encoding)})
        stated = sheet.replace('"1.0"', f'"1.0" encoding="{encoding}"')
        yield parts(f"a sheet that says {encoding}", {SHEET: stated})
    yield parts(
        "an encoding nobody knows", {SHEET: sheet.replace('"1.0"', '"1.0" encoding="天书"')}
    )
    yield parts("half a letter", {SHEET: sheet.encode().replace("口罩".encode(), b"\xe5\x8f")})
    yield rows("a text of 40,000 letters", row_xml(7, "长" * 40_000))
    yield rows("a formula that would run a program", _cell("><f>cmd|' /C calc'!A0</f><v>7</v>"))
    yield rows(
        "a text that would be a formula", row_xml(7, "=cmd|' /C calc'!A0", "+1", "-1", "@SUM(1)")
    )
    yield rows(
        "a shared formula of its own", _cell('><f t="shared" si="0" ref="A1:XFD1048576">F7</f>')
    )
    for name, text in {"itself": "<si><t>a", "texts": "<si><si><t>a</t></si></si>"}.items():
        yield parts(f"a shared text within {name}", {TEXTS: f'<sst xmlns="{MAIN}">{text}</sst>'})
    for count in ("4294967295", "-1", "x", "99999999999999999999999"):
        texts = texts_xml("a").replace('uniqueCount="1"', f'uniqueCount="{count}" count="{count}"')
        yield parts(f"shared texts said to be {count}", {TEXTS: texts})


def _endless() -> Iterator[Attack]:
    for depth in (1_000, 100_000):
        yield rows(f"{depth:,} tags within a row", f'<row r="7">{_nested(depth)}</row>')
        yield rows(f"{depth:,} tags after the rows", "", tail=_nested(depth))
        yield rows(
            f"{depth:,} tags within a text", _cell(f' t="inlineStr"><is>{_nested(depth, "r")}</is>')
        )
        deep = f'<sst xmlns="{MAIN}"><si>{_nested(depth, "r")}</si></sst>'
        yield parts(f"{depth:,} tags within a shared text", {TEXTS: deep})
    yield rows("100,000 attributes", f"<row {_attributes(100_000)}/>")
    yield streamed_rows(
        "30 million cells without a figure",
        lambda: repeated("<row>" + "<c/>" * 30 + "</row>", 1_000_000),
    )
    yield streamed_rows(
        "30 million cells of one figure",
        lambda: repeated("<row>" + "<c><v>7</v></c>" * 30 + "</row>", 1_000_000),
    )
    yield streamed_rows("10 million cells of many figures", lambda: _figures(10_000_000))
    yield streamed_rows("30 million cells of many figures", lambda: _figures(30_000_000))
    yield streamed_rows(
        "10 million formatted cells",
        lambda: repeated('<row s="1">' + '<c s="1"/>' * 10 + "</row>", 1_000_000),
    )
    yield streamed_rows("a gigabyte of blanks", lambda: repeated(" " * 1_024, 1 << 20))
    yield streamed("2 million shared texts", lambda: _shared(2_000_000), TEXTS)
    yield streamed("20 million shared texts", lambda: _shared(20_000_000), TEXTS)
    long = {TEXTS: texts_xml("长" * 32_767)}
    shown = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(7, 200_007))
    yield parts("a long text shown 200,000 times", {**long, SHEET: sheet_xml(GOOD + shown)})


def _shared(count: int) -> Iterator[bytes]:
    yield f'<sst xmlns="{MAIN}">'.encode()
    yield from repeated("<si><t/></si>", count)
    yield b"</sst>"
