"""A workbook says what other programs have dropped from it, without being opened."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
import xlsxwriter

from houqin.problems import Both
from houqin.setup.workbook_facts import WorkbookFacts, facts_of, xlwings_version

UI = "http://schemas.microsoft.com/office/2007/relationships/ui/extensibility"
RIBBON = f'<Relationship Id="rIdUi" Type="{UI}" Target="customUI/customUI14.xml"/></Relationships>'


def master(folder: Path, *, code_names: bool = True, ribbon: bool = True) -> Path:
    """Write a workbook with macros as houqin's own is."""
    stream = BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        book.add_vba_project(BytesIO(b"macros"), is_stream=True)
        book.set_custom_property("houqin", "0.1.0")
        sheets = [book.add_worksheet(name) for name in ("首页", "领用")]
        if code_names:
            book.set_vba_name("ThisWorkbook")
            for number, sheet in enumerate(sheets, start=1):
                sheet.set_vba_name(f"Sheet{number}")
    path = folder / "houqin.xlsm"
    with ZipFile(stream) as old, ZipFile(path, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "_rels/.rels" and ribbon:
                content = content.replace(b"</Relationships>", RIBBON.encode())
            if name == "xl/workbook.xml" and not code_names:
                content = content.replace(b' codeName="ThisWorkbook"', b"")
            if "worksheets/" in name and not code_names:
                content = content.replace(b"<sheetPr", b"<sheetPr_").replace(b"codeName", b"x")
                content = content.replace(b"<sheetPr_", b"<sheetPr")
            new.writestr(name, content)
        if ribbon:
            new.writestr("customUI/customUI14.xml", "<customUI/>")
    return path


def test_a_master_is_whole(tmp_path: Path) -> None:
    path = master(tmp_path)

    assert facts_of(str(path), lambda project: project.decode()) == WorkbookFacts(
        path,
        "houqin.xlsm",
        houqin="0.1.0",
        xlwings="macros",
        saved_by="Microsoft Excel",
    )


def test_the_version_of_xlwings_is_not_looked_for_unless_somebody_can(tmp_path: Path) -> None:
    assert facts_of(str(master(tmp_path))).xlwings is None


def test_a_project_that_nobody_reads_has_no_known_version(tmp_path: Path) -> None:
    def fail(project: bytes) -> str:
        raise ValueError(project)

    assert facts_of(str(master(tmp_path)), fail).xlwings is None


def test_the_version_of_xlwings_stands_in_its_own_module() -> None:
    own = 'Option Explicit\nPublic Const XLWINGS_VERSION As String = "0.37.8"\n'

    assert xlwings_version(["Sub A()\nEnd Sub", own]) == "0.37.8"
    assert xlwings_version(["Sub A()\nEnd Sub"]) is None


def test_lost_code_names_are_seen(tmp_path: Path) -> None:
    facts = facts_of(str(master(tmp_path, code_names=False)))

    assert (facts.code_names, facts.ribbon, facts.macros) == (False, True, True)


def test_a_ribbon_that_nobody_names_is_lost(tmp_path: Path) -> None:
    path = master(tmp_path)
    openpyxl.load_workbook(path, keep_vba=True).save(path)

    facts = facts_of(str(path))

    assert (facts.ribbon, facts.macros, facts.houqin) == (False, True, "0.1.0")


def test_a_workbook_without_macros_has_none(tmp_path: Path) -> None:
    path = tmp_path / "台账.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("领用")

    facts = facts_of(str(path))

    assert (facts.macros, facts.ribbon, facts.houqin) == (False, False, None)


def test_a_file_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    path = tmp_path / "houqin.xlsm"
    path.write_bytes(b"PK damaged")

    facts = facts_of(str(path))

    assert facts.path == path
    assert facts.refusal == Both("文件已损坏或不完整", "The file is damaged or incomplete")


def test_a_file_that_is_not_there_says_so(tmp_path: Path) -> None:
    assert facts_of(str(tmp_path / "none.xlsm")).refusal == Both(
        "找不到这个文件", "There is no such file"
    )


@pytest.mark.parametrize(
    "address",
    [
        "https://school.sharepoint.com/后勤/houqin.xlsm",
        "https:/school.sharepoint.com/后勤/houqin.xlsm",
        r"https:\school.sharepoint.com\后勤\houqin.xlsm",
    ],
)
def test_an_address_on_the_web_is_no_place_on_this_machine(address: str) -> None:
    assert facts_of(address) == WorkbookFacts(None, address)
