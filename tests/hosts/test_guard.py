"""Every hostile or foreign file is refused with the code that says what to do."""

import struct
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from tests.hosts.by_hand import (
    MAIN,
    SHEET,
    STYLES,
    TEXTS,
    WORKBOOK,
    book,
    content,
    sheet,
    sheet_xml,
    texts_xml,
)

from houqin.errors import WORDS, Refused
from houqin.hosts.files import open_workbook
from houqin.hosts.guard import MAX_FILE, guard

OLE = bytes.fromhex("D0CF11E0A1B11AE1")
GOOD = '<row r="1"><c r="A1"><v>1</v></c></row>'
BILLION_LAUGHS = (
    '<!DOCTYPE lolz [<!ENTITY a "哈哈哈哈哈哈哈哈"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
)


def refusal(path: Path) -> str | None:
    """Return the code with which a file, or a sheet of it, is refused."""
    try:
        host = open_workbook(path)
        for name in host.sheet_names():
            host.read(name)
    except Refused as refused:
        return refused.code
    return None


def refused_sheets(path: Path) -> dict[str, str]:
    """Return the code of each sheet that is refused."""
    host = open_workbook(path)
    codes = {}
    for name in host.sheet_names():
        try:
            host.read(name)
        except Refused as refused:
            codes[name] = refused.code
    return codes


def zipped(*parts: tuple[str, bytes]) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as file:
        for name, part in parts:
            file.writestr(name, part)
    return stream.getvalue()


def with_declared_size(whole: bytes, part: str, size: int) -> bytes:
    """Return a zip whose directory lies about how large a part is."""
    directory = whole.rfind(b"PK\x01\x02", 0, whole.rfind(part.encode()))
    return whole[: directory + 24] + struct.pack("<I", size) + whole[directory + 28 :]


@pytest.mark.parametrize(
    ("code", "made"),
    [
        ("empty", b""),
        ("html", b"<html><table><tr><td>1</td></tr></table></html>"),
        ("html", b"\xef\xbb\xbf\r\n<!DOCTYPE html><html></html>"),
        ("html", b"<meta http-equiv=Content-Type><table></table>"),
        ("html", b"MIME-Version: 1.0\nX-Document-Type: Workbook"),
        ("html", b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>'),
        ("text", "单据编号,日期\nLY-001,2020-05-12\n".encode()),
        ("text", "单据编号,日期\n".encode("gbk")),
        ("text", "单据编号\t日期\n".encode("utf-16")),
        (
            "xml2003",
            b'<?xml?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
        ),
        ("encrypted", OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600)),
        ("xls", OLE + bytes(600) + "Workbook".encode("utf-16-le") + bytes(600)),
        ("xls", b"\x09\x08\x08\x00\x00\x05\x10\x00"),
        ("not_zip", b"%PDF-1.7\0\xff"),
        ("bad_zip", content()[:-40]),
        ("bad_zip", content()[:200]),
        ("bad_zip", b"PK\x03\x04 and nothing else"),
        ("ods", zipped(("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"))),
        ("not_excel", zipped(("readme.txt", b"hello"))),
        ("not_excel", content({WORKBOOK: f'<document xmlns="{MAIN}"/>'})),
        (
            "xlsb",
            content(
                {
                    "_rels/.rels": '<Relationships><Relationship Id="rId1" Type="x/officeDocument" '
                    'Target="xl/workbook.bin"/></Relationships>',
                    "xl/workbook.bin": b"\x83\x01\0",
                    WORKBOOK: None,
                }
            ),
        ),
        ("too_many_parts", content({f"xl/media/{n}.bin": b"" for n in range(1_000)})),
        ("too_many_parts", zipped(*((f"{n}", b"") for n in range(10_001)))),
        ("bomb", content({SHEET: sheet_xml(GOOD + " " * (20 << 20))})),
        ("bomb", content({"docProps/app.xml": b"<a>" + bytes(20 << 20)})),
        ("bad_zip", with_declared_size(content(), STYLES, 10)),
        ("entities", content({WORKBOOK: BILLION_LAUGHS + "<workbook/>"})),
        ("entities", content({SHEET: BILLION_LAUGHS + sheet_xml(GOOD)})),
        ("entities", content({SHEET: (BILLION_LAUGHS + sheet_xml(GOOD)).encode("utf-16")})),
        ("entities", content({TEXTS: f"<!-- <sst> -->{BILLION_LAUGHS}{texts_xml('a')}"})),
        ("entities", content({"docProps/core.xml": " " * 99_999 + BILLION_LAUGHS + "<a/>"})),
        ("strings", content({TEXTS: texts_xml("a", declared=4_294_967_295)})),
        ("strings", content({TEXTS: texts_xml("a").replace('Count="1"', "Count = '99999999'")})),
    ],
)
def test_a_file_that_is_no_sound_workbook_is_refused(
    tmp_path: Path, code: str, made: bytes
) -> None:
    path = tmp_path / "台账.xlsx"
    path.write_bytes(made)

    assert refusal(path) == code


def test_what_is_not_there_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "没有.xlsx") == "missing"
    assert refusal(tmp_path) == "missing"


def test_a_file_of_more_than_100_megabytes_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "台账.xlsx"
    with path.open("wb") as file:
        file.truncate(MAX_FILE + 1)

    assert refusal(path) == "too_big"


def test_a_file_that_another_program_holds_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = book(tmp_path)

    def locked(_: Path) -> bytes:
        raise PermissionError(13, "The process cannot access the file")

    monkeypatch.setattr(Path, "read_bytes", locked)

    assert refusal(path) == "busy"


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize(
    ("code", "name", "value"),
    [
        ("duplicates", SHEET, "9"),
        ("duplicates", SHEET.upper(), "9"),
        ("duplicates", SHEET.replace("/", "\\"), "9"),
        (None, SHEET, "1"),
    ],
)
def test_two_parts_of_one_name_must_be_equal(
    tmp_path: Path, code: str | None, name: str, value: str
) -> None:
    path = book(tmp_path)
    with ZipFile(path, "a") as file:
        file.writestr(name, sheet_xml(GOOD.replace(">1<", f">{value}<")))

    assert refusal(path) == code


GHOSTS = {
    "a value in the last cell of the grid": '<c r="XFD1048576"><v>7</v></c>',
    "a value at 100,000 rows by 1,000 columns": '<c r="ALL100000"><v>7</v></c>',
    "a formula without a result": '<c r="XFD1048576"><f>A1</f></c>',
    "single quotes": "<c r='XFD1048576'><v>7</v></c>",
    "another attribute first": '<c s="1" r="XFD1048576"><v>7</v></c>',
    "an attribute that pretends the tag is closed": '<c r="XFD1048576" x="/>"><v>7</v></c>',
    "a tab for a blank": '<c\tr="XFD1048576"><v>7</v></c>',
    "a line break for a blank": '<c\nr="XFD1048576"><v>7</v></c>',
    "blanks around the sign": '<c r = "XFD1048576"><v>7</v></c>',
    "another namespace": '<e-1:c xmlns:e-1="urn:e" r="XFD1048576"><e-1:v>7</e-1:v></e-1:c>',
}


@pytest.mark.parametrize("ghost", GHOSTS.values(), ids=GHOSTS.keys())
def test_a_far_away_value_refuses_its_own_sheet_only(tmp_path: Path, ghost: str) -> None:
    path = sheet(tmp_path, GOOD + f'<row r="1048576">{ghost}</row>')

    assert refused_sheets(path) == {"领用": "area"}


def test_cells_without_an_address_are_measured_where_they_stand(tmp_path: Path) -> None:
    path = sheet(tmp_path, GOOD + '<row r="1048576"><c><v>7</v></c></row>')

    facts = guard(path).sheet("领用")

    assert (facts.refusal, facts.small) == (None, True)  # one column of a million rows


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="XFE1"><v>7</v></c>',
        '<c r="A1048577"><v>7</v></c>',
        '<c r="A99999999999"><v>7</v></c>',
        '<c r="ZZZZZZZZ1"><v>7</v></c>',
    ],
)
def test_a_cell_outside_the_grid_refuses_its_own_sheet_only(tmp_path: Path, cell: str) -> None:
    path = sheet(tmp_path, f'<row r="1">{cell}</row>')

    assert refused_sheets(path) == {"领用": "grid"}


@pytest.mark.parametrize("ghost", ['<c r="XFD1048576" s="1"/>', '<c r="XFD1048576" s="1"></c>'])
def test_a_far_away_format_does_no_harm(tmp_path: Path, ghost: str) -> None:
    path = sheet(tmp_path, GOOD + f'<row r="1048576">{ghost}</row>')

    assert open_workbook(path).read("领用").values == [[1]]


@pytest.mark.parametrize(
    ("last", "small"), [("Z199999", True), ("Z200000", False), ("Z1048576", False), ("AI40", True)]
)
def test_a_sheet_is_read_within_this_process_only_if_it_is_small(
    tmp_path: Path, last: str, small: bool
) -> None:
    number = last.lstrip("AIZ")
    path = sheet(tmp_path, GOOD + f'<row r="{number}"><c r="{last}"><v>7</v></c></row>')

    facts = guard(path).sheet("领用")

    assert (facts.refusal, facts.small) == (None, small)


def test_a_long_text_repeated_without_measure_refuses_its_own_sheet_only(tmp_path: Path) -> None:
    rows = "".join(
        f'<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>' for row in range(1, 40_001)
    )
    path = book(tmp_path, {SHEET: sheet_xml(rows), TEXTS: texts_xml("长" * 32_767)})

    assert refused_sheets(path) == {"领用": "strings"}


def test_a_long_text_among_many_short_ones_is_no_attack(tmp_path: Path) -> None:
    rows = "".join(
        f'<row r="{row}"><c r="A{row}" t="s"><v>{row > 1:d}</v></c></row>'
        for row in range(1, 40_001)
    )
    path = book(tmp_path, {SHEET: sheet_xml(rows), TEXTS: texts_xml("长" * 32_767, "短")})

    facts = guard(path).sheet("领用")

    assert (facts.refusal, facts.small) == (None, True)


def test_a_damaged_sheet_refuses_itself_only(tmp_path: Path) -> None:
    whole = content()
    start = whole.index(SHEET.encode()) + len(SHEET)
    path = tmp_path / "台账.xlsx"
    path.write_bytes(whole[: start + 9] + b"\xff\xff" + whole[start + 11 :])

    assert refused_sheets(path) == {"领用": "bad_zip"}


def test_damage_in_a_part_that_no_reader_opens_does_no_harm(tmp_path: Path) -> None:
    whole = content({"xl/drawings/drawing1.xml": "<a>a drawing, long enough to be packed</a>"})
    start = whole.index(b"drawing1.xml") + len("drawing1.xml")
    path = tmp_path / "台账.xlsx"
    path.write_bytes(whole[: start + 3] + b"\xff\xff" + whole[start + 5 :])

    assert open_workbook(path).read("领用").values == [[1]]


@pytest.mark.parametrize("code", WORDS)
def test_each_refusal_says_in_both_languages_what_is_wrong_and_what_to_do(code: str) -> None:
    refused = Refused(code, value="上周", seen="领用")

    for lang, end in (("zh", "。"), ("en", ".")):
        assert refused.fix(lang).endswith(end)
        assert not refused.message(lang).endswith(end)
    assert refused.message("zh") != refused.message("en")
    assert str(refused) == f"{refused.message('zh')}，{refused.fix('zh')}"


def test_the_refusal_of_a_sheet_names_the_sheet() -> None:
    refused = Refused("area", sheet="领用")

    assert refused.message("zh").startswith("工作表“领用”：")
    assert refused.message("en").startswith("Sheet 领用: ")
