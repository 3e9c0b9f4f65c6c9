"""VBA projects: others read ours, and we read those of Excel."""

import dataclasses
import hashlib
import struct

import pytest
from tests.vba.readers import (
    OLEVBA_WARNS,
    bas,
    built,
    modules,
    olefile,
    olevba,
    pyopenvba,
    xlwings,
)

from houqin.master.package import parts
from houqin.vba.compound import compound, streams
from houqin.vba.compression import compress, decompress
from houqin.vba.project import (
    Kind,
    Module,
    Owner,
    document,
    modules_of,
    project,
    standard,
)
from houqin.vba.protection import decrypt

pytestmark = pytest.mark.filterwarnings(OLEVBA_WARNS)

UI = bas("Ui", "Option Explicit", "Public Sub Run()", "End Sub")
LONG = bas("Longer", *(f"'{number * 7919 % 1000} of a remark" for number in range(700)))
PROJECTS = {
    "the smallest": modules(),
    "eight modules": modules(UI, bas("A"), bas("B"), sheets=4),
    "with large streams": modules(UI, LONG, xlwings("xlwings.bas").decode(), sheets=3),
    "seventy modules": modules(*(bas(f"M{n}", f"'{n}") for n in range(60)), sheets=9),
    "two hundred modules": modules(*(bas(f"M{n}", f"'{n}" * n) for n in range(100)), sheets=99),
}
EACH = pytest.mark.parametrize("built_of", PROJECTS.values(), ids=PROJECTS)
QUICKSTART = "quickstart.xlsm"


def of_xlwings(file: str) -> bytes:
    return parts(xlwings(file))["xl/vbaProject.bin"]


@EACH
def test_every_reader_finds_the_sources_as_they_are(built_of: tuple[Module, ...]) -> None:
    content = project(built_of)
    sources = {each.name: each.source for each in built_of}

    assert modules_of(content) == built_of
    assert olevba(content) == sources
    assert {each.name: each.source for each in pyopenvba(content).modules} == sources


@EACH
def test_the_container_has_no_defect_and_no_more_than_it_needs(
    built_of: tuple[Module, ...],
) -> None:
    names = {f"VBA/{each.name}" for each in built_of}

    found = olefile(project(built_of))

    assert set(found) == names | {"PROJECT", "PROJECTwm", "VBA/dir", "VBA/_VBA_PROJECT"}
    assert found["VBA/_VBA_PROJECT"] == bytes.fromhex("CC61FFFF000000")


@EACH
def test_the_same_modules_give_the_same_bytes(built_of: tuple[Module, ...]) -> None:
    assert project(built_of) == project(list(built_of))


def test_the_bytes_of_a_project_stay_the_same_from_version_to_version() -> None:
    assert hashlib.sha256(built(UI)).hexdigest() == (
        "e87638bca29f1a02a60ab90767dde441e4199b713a8e91518b226072c750f4c1"
    )


def test_the_module_of_xlwings_comes_back_identical() -> None:
    text = xlwings("xlwings.bas").decode("utf-8")

    content = project(modules(text))

    assert modules_of(content)[-1] == Module("xlwings", Kind.STANDARD, text)
    assert olevba(content)["xlwings"] == text


def test_the_stream_project_says_what_the_editor_shows() -> None:
    lines = streams(built(UI))["PROJECT"].decode().split("\r\n")
    values = dict(line.split("=", 1) for line in lines if "=" in line)

    assert lines[:6] == [
        'ID="{7B1F0C52-9D3A-4E86-A5C4-2E60D1B8F937}"',
        "Document=ThisWorkbook/&H00000000",
        "Document=Sheet1/&H00000000",
        "Module=Ui",
        'Name="VBAProject"',
        'HelpContextID="0"',
    ]
    assert [decrypt(values[name].strip('"'))[1] for name in ("CMG", "DPB", "GC")] == [
        bytes(4),
        bytes(1),
        b"\xff",
    ]
    assert lines[10:] == [
        "",
        "[Host Extender Info]",
        "&H00000001={3832D640-CF90-11CF-8E43-00A0C911005A};VBE;&H00000000",
        "",
        "[Workspace]",
        "ThisWorkbook=0, 0, 0, 0, C",
        "Sheet1=0, 0, 0, 0, C",
        "Ui=0, 0, 0, 0, C",
        "",
    ]


def test_the_list_of_names_holds_them_twice() -> None:
    names = streams(built(UI))["PROJECTwm"]

    assert names.startswith(b"ThisWorkbook\0T\0h\0i\0s\0")
    assert names.endswith(b"Ui\0U\0i\0\0\0\0\0")


def test_the_project_is_open_to_everybody_and_says_its_code_page() -> None:
    found = pyopenvba(built(UI))

    assert (found.name, found.code_page, found.sys_kind) == ("VBAProject", 936, 1)
    assert [reference.name for reference in found.references] == ["stdole", "Office"]
    assert not found.protection.has_password
    assert pyopenvba(project(modules(UI), code_page=65001)).code_page == 65001


def test_the_module_of_a_sheet_says_whose_it_is() -> None:
    assert document("Sheet1", Owner.SHEET).source.splitlines() == [
        'Attribute VB_Name = "Sheet1"',
        'Attribute VB_Base = "0{00020820-0000-0000-C000-000000000046}"',
        "Attribute VB_GlobalNameSpace = False",
        "Attribute VB_Creatable = False",
        "Attribute VB_PredeclaredId = True",
        "Attribute VB_Exposed = True",
        "Attribute VB_TemplateDerived = False",
        "Attribute VB_Customizable = True",
    ]


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        (bas("Ui", "' 中文"), "not ASCII"),
        (bas("Ui", "' \x07"), "not ASCII"),
        (bas("Ui", "' one\n' two"), "CR LF"),
        (bas("Ui", "' one\r' two"), "CR LF"),
        (bas("Ui") + "End", "CR LF"),
        (bas("中文"), "ASCII letters"),
        (bas("1a"), "ASCII letters"),
        (bas("_a"), "ASCII letters"),
        (bas("a b"), "ASCII letters"),
        (bas(""), "ASCII letters"),
        (bas("a" * 32), "longer than 31"),
        *((bas(name), "means something else") for name in ("Print", "ME", "Sub", "Excel")),
        (bas("vbaproject"), "means something else"),
        (bas("SHEET1"), "Two modules"),
        (bas("Ui", "Sub sheet1()", "End Sub"), "named like a module"),
        (bas("Ui", "Function Ui()", "End Function"), "named like a module"),
    ],
)
def test_what_excel_would_not_take_is_refused(source: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        built(source)


WORDS = "circle pset scale print seek input get put open tab spc debug me array lbound date stop"


@pytest.mark.parametrize("word", WORDS.split())
def test_the_editor_refuses_these_words_and_so_does_the_build(word: str) -> None:
    with pytest.raises(ValueError, match="means something else"):
        built(bas(word.title()))


@pytest.mark.parametrize("name", ["a" * 31, "Line", "Width", "xlwings_udfs", "A1"])
def test_other_names_are_taken(name: str) -> None:
    assert modules_of(built(bas(name)))[-1].name == name


@pytest.mark.parametrize(
    "text", ["", "Option Explicit\r\n", '\ufeffAttribute VB_Name = "A"\r\n', bas("A")[:-2] + "\n"]
)
def test_a_bas_file_begins_with_its_name(text: str) -> None:
    with pytest.raises(ValueError, match="begins with the line"):
        standard(text)


def test_a_module_whose_source_has_another_name_is_refused() -> None:
    with pytest.raises(ValueError, match="begin with its name"):
        project([dataclasses.replace(standard(UI), name="Other")])


def test_classes_are_read_but_not_built() -> None:
    found = modules_of(of_xlwings("quickstart_standalone.xlsm"))

    assert [(each.name, each.kind) for each in found] == [
        ("ThisWorkbook", Kind.DOCUMENT),
        ("Sheet1", Kind.DOCUMENT),
        ("Module1", Kind.STANDARD),
        ("Sheet2", Kind.DOCUMENT),
        ("xlwings", Kind.STANDARD),
        ("Dictionary", Kind.CLASS),
    ]
    with pytest.raises(ValueError, match="class or a form"):
        project(found[-1:])


@pytest.mark.parametrize("file", [QUICKSTART, "quickstart_addin.xlam", "addin/xlwings.xlam"])
def test_what_excel_compiled_is_read_as_oletools_reads_it(file: str) -> None:
    content = of_xlwings(file)

    assert {each.name: each.source for each in modules_of(content)} == olevba(content)


@pytest.mark.parametrize(
    ("code_page", "encoding", "remark"),
    [
        (936, "gbk", "后勤"),
        (65001, "utf-8", "后勤"),
        (1252, "cp1252", "é"),
        (10000, "mac_roman", "é"),
        (10008, "gb2312", "后勤"),
    ],
)
def test_a_source_is_read_in_the_code_page_of_its_project(
    code_page: int, encoding: str, remark: str
) -> None:
    found = dict(streams(project(modules(UI), code_page)))
    found["VBA/Ui"] = compress(f"{UI}' {remark}\r\n".encode(encoding))

    assert modules_of(compound(found))[-1].source == f"{UI}' {remark}\r\n"


def test_what_an_unknown_code_page_hides_is_marked() -> None:
    found = dict(streams(project(modules(UI), code_page=12345)))
    found["VBA/Ui"] = compress(UI.encode() + b"'\x80\r\n")

    assert modules_of(compound(found))[-1].source == UI + "'\ufffd\r\n"


def test_a_source_behind_compiled_code_is_found() -> None:
    found = dict(streams(built(UI)))
    listed = decompress(found["VBA/dir"])
    before, after = listed.rsplit(struct.pack("<HII", 0x31, 4, 0), 1)
    found["VBA/dir"] = compress(before + struct.pack("<HII", 0x31, 4, 7) + after)
    found["VBA/Ui"] = b"p-codes" + found["VBA/Ui"]

    assert modules_of(compound(found))[-1] == standard(UI)


@pytest.mark.parametrize("missing", ["PROJECT", "VBA/dir", "VBA/Ui"])
def test_a_project_that_lacks_a_part_is_refused(missing: str) -> None:
    found = {path: each for path, each in streams(built(UI)).items() if path != missing}

    with pytest.raises(ValueError, match=f"no stream {missing}"):
        modules_of(compound(found))


def test_a_list_of_modules_that_breaks_off_is_refused() -> None:
    found = dict(streams(built(UI)))
    listed = decompress(found["VBA/dir"])

    for end in (len(listed) - 1, len(listed) - 7, 8, 3):
        found["VBA/dir"] = compress(listed[:end])
        with pytest.raises(ValueError, match="within a record"):
            modules_of(compound(found))
