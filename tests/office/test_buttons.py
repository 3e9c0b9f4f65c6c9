"""Every button of the demo's master, pressed in LibreOffice: what stands in cells and files after."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
import xlwings as xw
from tests.office import clicking
from tests.office.edition import edition
from tests.office.libreoffice import LibreOffice
from tests.office.runs import ROOT, Result, Runs

from houqin.areas import TABS
from houqin.buttons import BUTTONS, MODULE
from houqin.master.demo import clean_term
from houqin.master.demo.dirt import mistakes
from houqin.master.demo.planting import answer
from houqin.master.plants import plant_in
from houqin.master.term import copied

pytestmark = pytest.mark.office

DEMO = "houqin-demo.xlsm"
Pressed = Callable[..., Result]


@pytest.fixture(scope="session")
def demo_edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return edition(ROOT / "workbook" / DEMO, tmp_path_factory.mktemp("demo"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


@pytest.fixture
def document(office: LibreOffice, demo_edition: Path, folder: Path) -> Any:
    return office.open(Path(shutil.copy(demo_edition, folder)))


@pytest.fixture
def book(app: xw.App, document: Any) -> xw.Book:
    return app.books[DEMO]


@pytest.fixture
def press(document: Any, runs: Runs) -> Pressed:
    """Press a button of the home sheet, answering what it asks, and wait for its end."""

    def pressed(caption: str, *answers: str | bool) -> Result:
        runs.answer(*answers)
        clicking.press(document, clicking.button(document, caption, "首页"))
        result = runs.wait()
        assert result.error == ""
        return result

    return pressed


def values(book: xw.Book, sheet: str) -> list[list[Any]]:
    found: list[list[Any]] = book.sheets[sheet].used_range.options(ndim=2).value
    return found


def content(book: xw.Book, sheet: str) -> list[list[Any]]:
    """Return the rows of a sheet in which anything stands."""
    return [row for row in values(book, sheet) if any(row)]


def told(book: xw.Book) -> list[tuple[Any, ...]]:
    """Return sheet, cell and code of each line of the problem list."""
    return [(row[3], row[4], row[11]) for row in values(book, "问题清单")[5:] if row[11]]


def user_cells(book: xw.Book) -> dict[str, list[list[Any]]]:
    """Return the cells of every ledger without the column 校验结果."""
    found = {}
    for sheet in book.sheets:
        rows = values(book, sheet.name)
        if len(rows) > 3 and "校验结果" in rows[3]:
            place = rows[3].index("校验结果")
            found[sheet.name] = [row[:place] for row in rows if any(row[:place])]
    return found


def planted() -> list[tuple[Any, ...]]:
    """Return sheet, cell and code of each mistake that the demo's staff left, in the order of the tabs."""
    term = copied(clean_term())
    told = [answer("", term, plant, plant_in(term, plant)) for plant in mistakes()]
    tabs = [model.ledger.title for area in TABS for model in area.models]
    told.sort(key=lambda each: (tabs.index(str(each["sheet"])), each["row"]))
    return [(each["sheet"], each["cell"], each["code"]) for each in told]


EXPECTED = planted()


def test_every_button_is_on_the_home_sheet_and_calls_its_macro(document: Any) -> None:
    found = {each.caption: each.macro for each in clicking.buttons(document)}

    assert found == {button.label: f"{MODULE}.{button.macro}" for button in BUTTONS}


def test_a_real_click_checks_everything(
    office: LibreOffice, document: Any, book: xw.Book, runs: Runs
) -> None:
    before = user_cells(book)

    clicking.click(office, document, clicking.button(document, "校验全部"))
    result = runs.wait()

    assert result.error == ""
    assert told(book) == EXPECTED
    assert str(book.sheets["隐患台账"].range("W65").value).startswith("№2 ✘【整改期限】")
    assert "错误 22" in result.prompts[-1]
    assert clicking.selected(document)[0] == "问题清单"
    assert user_cells(book) == before
    office.screenshot(office.folder / "checked.png")


def test_the_ribbon_does_the_same_as_the_sheet(
    office: LibreOffice, document: Any, book: xw.Book, runs: Runs
) -> None:
    clicking.press_ribbon(office, document, f"{MODULE}.OnRibbon", "check_all")

    assert runs.wait().error == ""
    assert told(book) == EXPECTED


def test_links_and_marks_follow_a_sorted_ledger(
    office: LibreOffice, document: Any, book: xw.Book, press: Pressed
) -> None:
    press("校验全部")
    clicking.sort_by(document, "隐患台账", "A5:W68", 1, ascending=False)

    rows = {row[0]: number for number, row in enumerate(values(book, "隐患台账"), 1)}
    moved = {"YH-R05": "K", "YH-R14": "G", "YH-906": "S", "YH-931": "K"}
    cells = [cell for sheet, cell, _ in told(book) if sheet == "隐患台账"]
    assert cells == [f"{column}{rows[number]}" for number, column in moved.items()]
    assert cells != ["K65", "G66", "S67", "K68"]
    assert clicking.target_of(clicking.link_of(document, "问题清单", "E7")) == (
        "隐患台账",
        cells[0],
    )
    assert "【整改期限】" in str(book.sheets["隐患台账"].range(f"W{rows['YH-R05']}").value)


def test_clearing_leaves_every_cell_and_format_of_the_users(
    document: Any, book: xw.Book, press: Pressed
) -> None:
    before = user_cells(book)
    formats = formats_of(document)
    press("校验全部")

    press("清除标记")

    assert user_cells(book) == before
    assert told(book) == []
    assert [row[22] for row in values(book, "隐患台账")[4:]] == [None] * (
        len(values(book, "隐患台账")) - 4
    )
    assert formats_of(document) == formats


def formats_of(document: Any) -> list[tuple[Any, ...]]:
    """Return how the cells of a ledger are laid out, block by block."""
    cells = document.Sheets.getByName("隐患台账").getCellRangeByName("A1:V100")
    found = cells.getCellFormatRanges()
    return [
        (each.AbsoluteName, each.NumberFormat, each.CellBackColor, each.CharColor)
        for each in (found.getByIndex(index) for index in range(found.Count))
    ]


def test_one_sheet_is_checked_and_the_next_problem_found(
    document: Any, book: xw.Book, press: Pressed, runs: Runs
) -> None:
    document.CurrentController.setActiveSheet(document.Sheets.getByName("领用"))
    clicking.run_macro(document, f"{MODULE}.CheckSheet")
    assert runs.wait().error == ""
    assert [code for _, _, code in told(book)] == ["CEL-01", "CEL-06", "STK-05", "STK-07"]
    clicking.run_macro(document, f"{MODULE}.NextProblem")
    assert runs.wait().error == ""

    assert clicking.selected(document) == ("领用", "B790")


@pytest.mark.parametrize(
    ("caption", "sheet", "address", "expected"),
    [
        ("库存对账", "库存对账", "A6", "FY-001"),
        ("补货清单", "补货清单", "A5", "物品编号"),
        ("逾期隐患", "逾期隐患", "A6", "YH-931"),
        ("整改通知单", "整改通知单", "A2", "整改通知单"),
        ("检查覆盖", "检查覆盖", "A6", "齐全"),
        ("检查值班", "值班检查", "A6", "缺人"),
        ("自动排班", "排班草稿", "A6", "已有"),
    ],
)
def test_a_report_fills_its_own_sheet(
    document: Any,
    book: xw.Book,
    press: Pressed,
    caption: str,
    sheet: str,
    address: str,
    expected: str,
) -> None:
    before = user_cells(book)

    result = press(caption)

    assert book.sheets[sheet].range(address).value == expected
    assert clicking.selected(document)[0] == sheet
    assert result.prompts
    assert user_cells(book) == before


def test_a_count_sheet_is_blind_where_that_is_asked_for(book: xw.Book, press: Pressed) -> None:
    press("盘点表", "yes")
    blind = [row[7] for row in values(book, "盘点表")[5:105]]
    press("盘点表", "no")
    shown = [row[7] for row in values(book, "盘点表")[5:105]]

    assert blind == [None] * 100
    assert None not in shown


def test_a_draft_is_adopted_into_blank_cells_and_below_the_roster_and_taken_back(
    document: Any, book: xw.Book, press: Pressed
) -> None:
    roster = book.sheets["值班表"]
    numbered = enumerate(values(book, "值班表"), 1)
    rows = {tuple(row[:4]): number for number, row in numbered if any(row)}
    dated = [row for row in rows if hasattr(row[0], "year")]
    gate = next(row for row in dated if row[2] == "校门值日" and row[0].month == 7)
    lunch = next(row for row in dated if row[2] == "食堂值日" and row[0].month == 7)
    roster.range(f"E{rows[gate]}").clear_contents()
    roster.range(f"A{rows[lunch]}:K{rows[lunch]}").clear_contents()
    before = content(book, "值班表")
    press("自动排班")
    assert content(book, "值班表") == before
    drafted = {tuple(row[at] for at in (1, 3, 4, 5)): row[8] for row in values(book, "排班草稿")}

    result = press("采用草稿", "yes")

    after, last = values(book, "值班表"), max(rows.values()) + 1
    assert after[rows[gate] - 1][4] == drafted[gate]
    assert (*after[last - 1][:5],) == (*lunch, drafted[lunch])
    bottom = max(number for number, row in enumerate(after, 1) if any(row[:4]))
    assert bottom >= last
    assert roster.tables["roster"].range.shape[0] == bottom - 3  # its heading stands in row 4
    assert "已采用 3 个岗次" in result.prompts[-1]
    assert clicking.selected(document)[0] == "值班表"
    press("撤销")
    assert content(book, "值班表") == before


def test_undo_takes_back_what_was_written_and_nothing_typed_since(
    office: LibreOffice, document: Any, book: xw.Book, press: Pressed
) -> None:
    press("校验全部")
    clicking.type_into(office, document, "领用", "M700", "教室")

    press("撤销")

    assert told(book) == []
    assert book.sheets["隐患台账"].range("W65").value is None
    assert book.sheets["领用"].range("M700").value == "教室"


def test_drop_downs_and_formats_that_pasting_destroyed_come_back(
    folder: Path, book: xw.Book, press: Pressed
) -> None:
    before = user_cells(book)
    sheet = book.sheets["隐患台账"]
    sheet.range("E10:E12").api.Validation.Delete()
    sheet.range("B20").number_format = "0.00"

    result = press("恢复下拉")

    assert sheet.range("E5:E5000").api.Validation.Formula1 == "=list_隐患类别"
    assert sheet.range("B5:B5000").number_format == "yyyy-mm-dd"
    assert "隐患台账!E10:E12" in result.prompts[-1]
    assert "隐患台账!B20:B20" in result.prompts[-1]
    assert len(list((folder / "后勤备份").glob("*.xlsm"))) == 1
    assert user_cells(book) == before


def test_the_summary_is_written_beside_the_workbook(folder: Path, press: Pressed) -> None:
    result = press("生成汇总")

    (made,) = folder.glob("后勤汇总_*.xlsx")
    assert made.name in result.prompts[-1]


def test_the_written_summary_is_written_beside_the_workbook(folder: Path, press: Pressed) -> None:
    result = press("学期总结")

    made = folder / "学期总结.docx"
    assert made.name in result.prompts[-1]
    title = docx.Document(str(made)).paragraphs[0].text
    assert title == "青溪学校\n2019-2020学年第二学期后勤工作总结"


def test_a_mail_is_drafted_and_not_sent(folder: Path, press: Pressed) -> None:
    result = press("邮件发送")

    assert list(folder.glob("后勤汇总_*.xlsx"))
    assert "邮件" in result.prompts[-1]


def test_another_file_is_checked_and_left_alone(
    folder: Path, demo_book: Path, press: Pressed
) -> None:
    other = Path(shutil.copy(demo_book, folder / "别的台账.xlsx"))
    content = other.read_bytes()

    result = press("校验其他文件", str(other))

    assert (folder / "后勤备份" / "问题清单_别的台账.xlsx").is_file()
    assert "别的台账.xlsx" in result.prompts[-1]
    assert other.read_bytes() == content


def test_an_old_ledger_is_previewed_and_its_new_rows_appended(
    folder: Path, book: xw.Book, press: Pressed
) -> None:
    old = folder / "旧领用.xlsx"
    write_old(old)
    last = len([row for row in values(book, "领用")[4:] if row[0]]) + 4

    press("导入旧表", str(old), "yes")

    added = book.sheets["领用"].range((last + 1, 1), (last + 1, 15)).value
    assert [added[0], added[2], added[5], added[8]] == ["LY-9901", "本部", "医用口罩", 12.0]
    assert book.sheets["领用"].tables["stock_issues"].range.shape[0] == last + 1 - 3
    assert any("LY-9901" in str(row) for row in values(book, "导入预览"))
    press("撤销")
    assert [row[0] for row in values(book, "领用")[4:] if row[0]][-1] != "LY-9901"


def write_old(path: Path) -> None:
    import openpyxl

    made = openpyxl.Workbook()
    sheet = made.worksheets[0]
    sheet.title = "领用登记"
    sheet.append(["领用单号", "领用日期", "校区", "品名", "单位", "数量", "领用人", "部门", "用途"])
    row = ["LY-9901", "2020-05-12", "本部", "医用口罩", "只", "１２只", "赵明远", "总务处", "教室"]
    sheet.append(row)
    made.save(path)


def test_live_check_changes_nothing_where_functions_cannot_run(
    document: Any, book: xw.Book, press: Pressed
) -> None:
    result = press("实时校验")

    assert "没有打开" in result.prompts[-1]
    assert book.sheets["领用"].range("P700").value is None


@pytest.mark.parametrize(("caption", "sheet"), [("设置", "参数"), ("帮助", "帮助")])
def test_settings_and_help_are_shown(
    document: Any, press: Pressed, caption: str, sheet: str
) -> None:
    press(caption)

    assert clicking.selected(document)[0] == sheet


def test_the_doctor_tells_in_plain_words(press: Pressed) -> None:
    assert "Windows" in press("自检").prompts[-1]


def test_a_workbook_saved_by_libreoffice_keeps_what_the_master_has(
    document: Any, folder: Path
) -> None:
    import zipfile

    import openpyxl

    document.store()

    saved = folder / DEMO
    with zipfile.ZipFile(saved) as package:
        assert "customUI/customUI14.xml" in package.namelist()
    book = openpyxl.load_workbook(saved, keep_vba=True)
    assert book["领用"].tables["stock_issues"].ref.startswith("A4:")
    assert len(book["领用"].data_validations.dataValidation) >= 15
    assert len(clicking.buttons(document)) == len(BUTTONS)
