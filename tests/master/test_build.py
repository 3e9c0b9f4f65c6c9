"""The two workbooks of the repository: what stands in them, and that they are what the code builds."""

from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from houqin.areas import MODELS
from houqin.areas.school.lists import default_vocabularies
from houqin.controls import control_of, offered_by
from houqin.hosts.files import open_workbook
from houqin.master.build import blank_term, master
from houqin.master.checkout import WORKBOOKS, checkout, generated, outdated, xlwings_module
from houqin.master.demo import clean_term
from houqin.master.demo.school import AS_OF
from houqin.master.inspection import faults_of
from houqin.master.lists import known_lists
from houqin.own import OWN_SHEETS
from houqin.pipeline import check
from houqin.problems import Severity
from houqin.reports.pages import shown_width
from houqin.result import Options
from houqin.rows import SheetRow
from houqin.tables.address import column_letter

ROOT = Path(__file__).parents[2]
BOOKS = [ROOT / "workbook" / name for name in WORKBOOKS]
MACROS = sorted((ROOT / "macros").glob("*.bas"))


@pytest.fixture(scope="module", params=BOOKS, ids=lambda path: path.name)
def path(request: pytest.FixtureRequest) -> Path:
    return Path(request.param)


@pytest.fixture(scope="module")
def book(path: Path) -> Any:
    return openpyxl.load_workbook(path, keep_vba=True)


def test_the_files_of_the_repository_are_what_the_code_builds() -> None:
    root = checkout()

    assert root == ROOT
    assert outdated(root) == [], "run houqin build"


def test_two_builds_are_equal_to_the_byte() -> None:
    texts = [path.read_bytes().decode("ascii") for path in MACROS]

    assert master(blank_term(), texts) == master(blank_term(), texts)


def test_own_checks_find_nothing(path: Path) -> None:
    assert faults_of(path.read_bytes()) == []


@pytest.mark.filterwarnings("ignore")
def test_oletools_gives_back_every_macro_and_xlwings_own_module(path: Path) -> None:
    from oletools.olevba import VBA_Parser

    parser = VBA_Parser(path.name, data=path.read_bytes())
    found = {name: code for _, _, name, code in parser.extract_macros()}
    parser.close()

    expected = {f"{each.stem}.bas": each.read_bytes().decode("ascii") for each in MACROS}
    expected["xlwings.bas"] = xlwings_module()
    standard = {name: code for name, code in found.items() if name.endswith(".bas")}
    assert standard == expected
    assert len(MACROS) == 3


def test_every_ledger_has_a_table_with_its_headings(book: Any) -> None:
    for model in MODELS:
        sheet = book[model.ledger.title]
        names = [head.name for head in model.headings().values()]
        extra = ["结存"] if model.ledger.key == "items" else []
        (table,) = sheet.tables.values()
        assert table.displayName == model.ledger.key
        assert [cell.value for cell in sheet[4]] == [*names, *extra, "校验结果"]
        assert [column.name for column in table.tableColumns] == [*names, *extra, "校验结果"]


def columns(sheet: Any) -> dict[int, Any]:
    """Return what is laid down for each column; a file says it once for neighbours alike."""
    return {
        place: each
        for each in sheet.column_dimensions.values()
        for place in range(each.min, each.max + 1)
    }


def test_every_heading_is_shown_whole(book: Any) -> None:
    narrow = [
        f"{sheet.title}!{cell.coordinate}"
        for sheet in (book[model.ledger.title] for model in MODELS)
        for cell in sheet[4]
        if columns(sheet)[cell.column].width < shown_width(str(cell.value)) + 3
    ]

    assert narrow == []


def validations(book: Any, model: type[SheetRow]) -> dict[str, Any]:
    found = book[model.ledger.title].data_validations.dataValidation
    letters = {field: column_letter(place) for place, field in enumerate(model.model_fields, 1)}
    by_range = {str(each.sqref): each for each in found}
    return {field: by_range.get(f"{letter}5:{letter}5000") for field, letter in letters.items()}


def test_drop_downs_offer_the_lists_that_the_rules_accept(book: Any) -> None:
    names = known_lists(blank_term())
    for model in MODELS:
        for field, found in validations(book, model).items():
            offered = offered_by(model, field)
            if offered in names:
                assert found is not None
                assert (found.type, found.formula1) == ("list", f"list_{offered}")
    offering = {offered_by(model, field) for model in MODELS for field in model.model_fields}
    assert offering & set(default_vocabularies()) >= {
        "检查类型",
        "隐患等级",
        "入库类型",
        "出库类型",
    }


def test_every_field_with_a_tip_shows_it_when_its_cell_is_chosen(book: Any) -> None:
    for model in MODELS:
        for field, found in validations(book, model).items():
            tip = model.headings()[field].tip.zh
            assert (found.prompt if found else "") == tip[:255]


def test_lists_hold_the_values_in_use_in_their_order(path: Path) -> None:
    sheet = openpyxl.load_workbook(path, data_only=True)["_lists"]
    columns = {sheet.cell(1, column).value: column for column in range(2, sheet.max_column + 1)}
    for name, vocabulary in default_vocabularies().items():
        cells = (sheet.cell(row, columns[name]).value for row in range(2, 102))
        assert [value for value in cells if value] == list(vocabulary.values)


def test_cells_of_text_are_text_before_anything_is_typed(book: Any) -> None:
    for model in MODELS:
        formats = {
            place: each.number_format for place, each in columns(book[model.ledger.title]).items()
        }
        for place, field in enumerate(model.model_fields, 1):
            assert formats[place] == control_of(model, field).number_format


def test_pages_are_set_up_for_a4_with_their_headings_on_each(book: Any) -> None:
    for model in MODELS:
        sheet = book[model.ledger.title]
        assert sheet.page_setup.paperSize == 9
        assert sheet.print_title_rows == "$4:$4"
        assert sheet.freeze_panes == "B5"


def test_every_sheet_of_houqins_own_is_there(book: Any) -> None:
    own = [sheet.title for sheet in OWN_SHEETS]

    assert set(own) <= set(book.sheetnames)
    assert book.sheetnames[:2] == ["首页", "问题清单"]
    assert book["_houqin"].sheet_state == "veryHidden"
    assert book["_lists"].sheet_state == "veryHidden"


def test_the_blank_master_asks_for_what_only_the_school_knows(tmp_path: Path) -> None:
    result = check(open_workbook(BOOKS[0]), Options(), AS_OF)

    assert [str(each) for each in result.problems if each.severity is Severity.ERROR] == [
        "参数!C5 SCH-07",
        "参数!C7 SCH-07",
        "参数!C8 SCH-07",
    ]


def test_the_clean_term_in_a_master_has_no_problem(tmp_path: Path) -> None:
    texts = [each.read_bytes().decode("ascii") for each in MACROS]
    (tmp_path / "clean.xlsm").write_bytes(master(clean_term(), texts))

    result = check(open_workbook(tmp_path / "clean.xlsm"), Options(), AS_OF)

    assert [str(each) for each in result.problems] == []


def test_generated_macros_are_ascii_with_windows_line_ends() -> None:
    made = {path.name: content for path, content in generated(ROOT) if path.suffix == ".bas"}

    assert set(made) == {"HouqinButtons.bas", "xlwings_udfs.bas"}
    for content in made.values():
        assert content.isascii()
        assert content.count(b"\n") == content.count(b"\r\n")


def test_a_workbook_opens_from_memory_as_well(path: Path) -> None:
    assert openpyxl.load_workbook(BytesIO(path.read_bytes()), read_only=True).sheetnames
