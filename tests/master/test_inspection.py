"""Every check finds the mistake it is there for, and a sound workbook gives none."""

import pytest
from tests.hosts.by_hand import content
from tests.vba.readers import bas, xlwings
from tests.vba.sample import (
    BUTTONS,
    CAMPUSES,
    CHART,
    KINDS,
    LEDGER,
    LINKS,
    MACROS,
    OVERVIEW,
    RIBBON_PART,
    ROOTS,
    STYLES,
    TABLE,
    TEXTS,
    TYPES,
    WORKBOOK,
    sample,
    spoilt,
    zipped,
)

from houqin.master.inspection import faults_of
from houqin.master.inspection.images import IMAGES
from houqin.master.inspection.mentions import Mention, UnreadableError, mentions
from houqin.master.package import parts

WITHOUT_A_PROJECT = "The workbook names no VBA project that is there."


def test_a_sound_workbook_has_no_faults() -> None:
    assert faults_of(sample()) == []


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (
            'onAction="Ui.OnRibbon"',
            'onAction="Ui.Nothing"',
            "The onAction of refresh calls Ui.Nothing, which is no Public Sub of a standard module.",
        ),
        (
            'onAction="Ui.OnRibbon"',
            'onAction="Sheet1.OnRibbon"',
            (
                "The onAction of refresh calls Sheet1.OnRibbon,"
                " which is no Public Sub of a standard module."
            ),
        ),
        (
            'onAction="Ui.OnRibbon"',
            'onAction="Ui.Hidden"',
            "The onAction of refresh calls Ui.Hidden, which is no Public Sub of a standard module.",
        ),
        (
            'onAction="Ui.OnRibbon"',
            'onAction="Ui.Twice"',
            "The onAction of refresh calls Ui.Twice, which is no Public Sub of a standard module.",
        ),
        (
            'onAction="Ui.OnRibbon"',
            'onAction="OnRibbon"',
            "The onAction of refresh calls 'OnRibbon', which is not written as Module.Sub.",
        ),
        (
            'onAction="Ui.OnRibbon"',
            'onAction="Ui.Refresh"',
            "The onAction of refresh calls Ui.Refresh, which does not take (… As IRibbonControl).",
        ),
        (
            'onAction="Ui.OnSwitch"',
            'onAction="Ui.OnRibbon"',
            (
                "The onAction of live calls Ui.OnRibbon,"
                " which does not take (… As IRibbonControl, … As Boolean)."
            ),
        ),
        (
            'getPressed="Ui.IsPressed"',
            'getPressed="Ui.ByValue"',
            (
                "The getPressed of live calls Ui.ByValue,"
                " which does not take (… As IRibbonControl, ByRef …)."
            ),
        ),
        (
            'getItemLabel="Ui.OnItem"',
            'getItemLabel="Ui.IsPressed"',
            (
                "The getItemLabel of area calls Ui.IsPressed,"
                " which does not take (… As IRibbonControl, … As Integer, ByRef …)."
            ),
        ),
        (
            'onLoad="Ui.OnLoad"',
            'onLoad="Ui.OnRibbon"',
            "The onLoad of customUI calls Ui.OnRibbon, which does not take (… As IRibbonUI).",
        ),
        ('id="live"', 'id="refresh"', "Two controls of the ribbon have the id refresh."),
        (
            'imageMso="Refresh"',
            'imageMso="Refersh"',
            "The ribbon shows Refersh, which is not in the list of Office's pictures.",
        ),
        ("2009/07", "2006/01", "The ribbon is not written in the customUI of 2009/07."),
    ],
)
def test_a_fault_of_the_ribbon_is_found(old: str, new: str, fault: str) -> None:
    assert faults_of(spoilt(RIBBON_PART, old, new)) == [fault]


@pytest.mark.parametrize(
    ("part", "old", "new", "fault"),
    [
        (
            ROOTS,
            "ui/extensibility",
            "ui/other",
            "The package names 0 ribbons, and it must name one.",
        ),
        (
            BUTTONS,
            "[0]!Ui.Refresh",
            "[0]!Ui.Refrehs",
            "A button on 总览 calls Ui.Refrehs, which is no Public Sub of a standard module.",
        ),
        (
            BUTTONS,
            "[0]!Ui.Refresh",
            "[0]!Ui.OnRibbon",
            "A button on 总览 calls Ui.OnRibbon, which does not take ().",
        ),
        (
            BUTTONS,
            "[0]!Ui.Refresh",
            "[1]!Ui.Refresh",
            "A button on 总览 calls '[1]!Ui.Refresh', which is not written as [0]!Module.Sub.",
        ),
        (
            "xl/drawings/drawing1.xml",
            'macro=""',
            'macro="[0]!Ui.Gone"',
            "A button on 总览 calls Ui.Gone, which is no Public Sub of a standard module.",
        ),
        (BUTTONS, "</v:shape>", "", "xl/drawings/vmldrawing1.vml is no well-formed XML."),
        (
            TYPES,
            "vnd.ms-excel.sheet.macroEnabled.main+xml",
            "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
            "The package does not say that the workbook has macros.",
        ),
        (
            TYPES,
            "application/vnd.ms-office.vbaProject",
            "application/octet-stream",
            "The package does not say that the VBA project is one.",
        ),
        (LINKS, "relationships/vbaProject", "relationships/other", WITHOUT_A_PROJECT),
        (LINKS, "vbaProject.bin", "gone.bin", WITHOUT_A_PROJECT),
        (
            LINKS,
            "worksheets/sheet3.xml",
            "worksheets/gone.xml",
            "The sheet 配置 is listed, but it is not there.",
        ),
    ],
)
def test_a_fault_of_the_package_is_found(part: str, old: str, new: str, fault: str) -> None:
    assert fault in faults_of(spoilt(part, old, new))


def test_a_project_that_cannot_be_read_is_found() -> None:
    found = parts(sample()) | {"xl/vbaProject.bin": b"garbage"}

    assert faults_of(zipped(found)) == ["The VBA project cannot be read."]


@pytest.mark.parametrize(
    ("part", "old", "new", "faults"),
    [
        (
            LEDGER,
            'codeName="Sheet2"',
            "",
            ["The sheet 台账 has no code name.", "The document module Sheet2 belongs to no sheet."],
        ),
        (
            LEDGER,
            'codeName="Sheet2"',
            'codeName="Sheet1"',
            [
                "The sheet 总览 shares its code name Sheet1 with another.",
                "The sheet 台账 shares its code name Sheet1 with another.",
                "The document module Sheet2 belongs to no sheet.",
            ],
        ),
        (
            WORKBOOK,
            'codeName="ThisWorkbook"',
            'codeName="Workbook"',
            [
                (
                    "The workbook has the code name Workbook,"
                    " but there is no document module of that name."
                ),
                "The document module ThisWorkbook belongs to no sheet.",
            ],
        ),
    ],
)
def test_a_lost_code_name_is_found(part: str, old: str, new: str, faults: list[str]) -> None:
    assert faults_of(spoilt(part, old, new)) == faults


def test_a_sheet_needs_a_module_and_a_module_a_sheet() -> None:
    assert faults_of(sample(sheets=2)) == [
        "The sheet 配置 has the code name Sheet3, but there is no document module of that name."
    ]
    assert faults_of(sample(sheets=4)) == ["The document module Sheet4 belongs to no sheet."]


def test_a_standard_module_is_no_sheets_module() -> None:
    assert (
        "The sheet 配置 has the code name Sheet3, but there is no document module of that name."
    ) in faults_of(sample(MACROS, bas("Sheet3"), sheets=2))


@pytest.mark.parametrize(
    ("part", "old", "new", "fault"),
    [
        (CAMPUSES, 'name="tblCampus"', 'name="TBLLEDGER"', "Two tables are named tblledger."),
        (
            CAMPUSES,
            'displayName="tblCampus"',
            'displayName="校区列表"',
            "A table and a defined name are both named 校区列表.",
        ),
        (CAMPUSES, 'id="2" name="tbl', 'id="1" name="tbl', "Two tables have the id '1'."),
        (
            TABLE,
            'name="编号"',
            'name="编 号"',
            "The column '编 号' of the table tblLedger is headed '编号' in 台账!A1.",
        ),
        (
            TABLE,
            'name="换&#xA;行"',
            'name="换行"',
            "The column '换行' of the table tblLedger is headed '换\\n行' in 台账!B1.",
        ),
        (
            LEDGER,
            'r="C1" t="s"',
            'r="C1"',
            "The column '数量' of the table tblLedger is headed 'no text' in 台账!C1.",
        ),
        *(
            (
                LEDGER,
                '<c r="C1" t="s"><v>3</v>',
                f'<c r="C1" t="s"><v>{index}</v>',
                "The column '数量' of the table tblLedger is headed 'no text' in 台账!C1.",
            )
            for index in ("99", "x", "")
        ),
        (
            TEXTS,
            "<t>数量</t>",
            "<t>数</t>",
            "The column '数量' of the table tblLedger is headed '数' in 台账!C1.",
        ),
        (
            TABLE,
            'name="编号"',
            'name="数量"',
            "Two columns of the table tblLedger are named '数量'.",
        ),
        (TABLE, 'ref="A1:C6"', 'ref="A1:D6"', "The table tblLedger has 3 columns in 4."),
        (
            TABLE,
            'ref="A1:C6"',
            'ref="A1:C1048577"',
            "The table tblLedger stands at 'A1:C1048577', outside any sheet.",
        ),
        (
            TABLE,
            'ref="A1:C6"',
            'ref="C1:A6"',
            "The table tblLedger stands at 'C1:A6', outside any sheet.",
        ),
        (
            CAMPUSES,
            'ref="A1:A3"',
            'ref="A1:A1"',
            "The table tblCampus has no row below its headings.",
        ),
        (CAMPUSES, 'ref="A1:A3"', 'ref="C3:C4"', "The tables tblCampus and tblKind overlap."),
        (KINDS, 'ref="C1:C3"', 'ref="A3:A4"', "The tables tblCampus and tblKind overlap."),
    ],
)
def test_a_fault_of_a_table_is_found(part: str, old: str, new: str, fault: str) -> None:
    assert fault in faults_of(spoilt(part, old, new))


@pytest.mark.parametrize(
    "old_and_new",
    [
        ('name="换&#xA;行"', 'name="换_x000a_行"'),
        ('name="编号"', 'name="_x7f16_号"'),
        (' ref="A1:C6" totals', ' headerRowCount="0" ref="A1:C6" totals'),
    ],
)
def test_what_excel_itself_writes_is_no_fault(old_and_new: tuple[str, str]) -> None:
    assert faults_of(spoilt(TABLE, *old_and_new)) == []


def test_an_extension_may_be_written_in_capitals() -> None:
    assert faults_of(spoilt(TYPES, 'Extension="bin"', 'Extension="BIN"')) == []


def test_small_and_capital_letters_are_the_same_in_formulas() -> None:
    found = parts(sample())
    text = found[WORKBOOK].decode()
    renamed = text.replace('name="配置"', 'name="Set"').replace("配置!", "SET!")

    assert "SET!" in renamed
    assert faults_of(zipped(found | {WORKBOOK: renamed.encode()})) == []


def test_headings_may_stand_in_their_cells() -> None:
    cell = (
        '<c r="A1" t="inlineStr"><is><r><t>编</t></r><r><t>号</t></r><rPh><t>x</t></rPh></is></c>'
    )
    row = '<c r="A1" t="s"><v>1</v></c>'

    assert faults_of(spoilt(LEDGER, row, cell)) == []


@pytest.mark.parametrize(
    ("part", "old", "new", "fault"),
    [
        (
            WORKBOOK,
            "配置!$A$2:$A$3",
            "设置!$A$2:$A$3",
            "The name 校区列表 mentions the sheet 设置, which does not exist.",
        ),
        (
            WORKBOOK,
            "配置!$A$2:$A$3",
            "配置!#REF!",
            (
                "The name 校区列表, 配置!#REF!, cannot be followed:"
                " it refers to a place that was deleted."
            ),
        ),
        (
            WORKBOOK,
            "配置!$A$2:$A$3",
            "tblCampus[部]",
            "The name 校区列表 mentions '部', which is no column of tblCampus.",
        ),
        (
            WORKBOOK,
            'localSheetId="1"',
            'localSheetId="7"',
            "The name 最大 belongs to a sheet that does not exist.",
        ),
        (
            WORKBOOK,
            'localSheetId="1"',
            'localSheetId="0"',
            "A conditional format on 台账 mentions the name 最大, which does not exist.",
        ),
        (
            LEDGER,
            "<formula1>校区列表",
            "<formula1>校区",
            "A data validation on 台账 mentions the name 校区, which does not exist.",
        ),
        (
            LEDGER,
            "tblCampus[校区]",
            "tblCampuses[校区]",
            "A data validation on 台账 mentions the table tblCampuses, which does not exist.",
        ),
        (
            LEDGER,
            'INDIRECT("tblCampus[校区]")',
            "tblCampus[校区]",
            (
                "A data validation on 台账 mentions the table tblCampus,"
                " which Excel allows only in INDIRECT or in a defined name."
            ),
        ),
        (
            LEDGER,
            "<formula>$C2",
            "<formula>旧表!$C2",
            "A conditional format on 台账 mentions the sheet 旧表, which does not exist.",
        ),
        (
            OVERVIEW,
            "tblLedger[数量]",
            "tblLedger[数]",
            "A formula on 总览 mentions '数', which is no column of tblLedger.",
        ),
        (
            OVERVIEW,
            "location=\"'台账'!A1\"",
            "location=\"'旧'!A1\"",
            "A link on 总览 mentions the sheet 旧, which does not exist.",
        ),
        (
            TABLE,
            "tblLedger[[#This Row],[编号]]*2",
            "[[#This Row],[编号]]*2",
            (
                "A formula of the table tblLedger, [[#This Row],[编号]]*2, cannot be followed:"
                " it names nothing in [[#This Row],[编号]]."
            ),
        ),
        (
            CHART,
            "台账!$C$2:$C$6",
            "旧!$C$2:$C$6",
            "A chart on 总览 mentions the sheet 旧, which does not exist.",
        ),
    ],
)
def test_a_formula_that_leads_nowhere_is_found(part: str, old: str, new: str, fault: str) -> None:
    assert fault in faults_of(spoilt(part, old, new))


@pytest.mark.parametrize(
    ("part", "old", "new", "fault"),
    [
        (LEDGER, 'dxfId="0"', 'dxfId="1"', "The format 1 is used as dxfId, and there are only 1."),
        (
            LEDGER,
            'dxfId="0"',
            'dxfId="-1"',
            "The format -1 is used as dxfId, and there are only 1.",
        ),
        (
            TABLE,
            'totalsRowShown="0"',
            'totalsRowShown="0" headerRowDxfId="5"',
            "The format 5 is used as headerRowDxfId, and there are only 1.",
        ),
        (STYLES, "dxfs", "others", "The format 0 is used as dxfId, and there are only 0."),
    ],
)
def test_a_format_that_is_not_defined_is_found(part: str, old: str, new: str, fault: str) -> None:
    assert faults_of(spoilt(part, old, new)) == [fault]


@pytest.mark.parametrize(
    ("formula", "found"),
    [
        ("A1+$B$2:C3+A:A+$1:$2", []),
        ("表!A1", [Mention("表")]),
        ("'a ''b'!A1:B2", [Mention("a 'b")]),
        ("SUM(First:Last!A1)", [Mention("First"), Mention("Last")]),
        ("A1:表!B2", [Mention("表")]),
        ("列表", [Mention("", "列表")]),
        ("表!列表", [Mention("表", "列表")]),
        ("[0]!列表", [Mention("", "列表")]),
        ("ABC", [Mention("", "ABC")]),
        ("t[]", [Mention("", "t", ())]),
        ("t[#All]", [Mention("", "t", ())]),
        ("t[a]:t[b]", [Mention("", "t", ("a",)), Mention("", "t", ("b",))]),
        ("t[[#Headers],[a]:[b]]", [Mention("", "t", ("a", "b"))]),
        ("t[a'[b'''#']]", [Mention("", "t", ("a[b'#]",))]),
        ("_xlfn.LET(_xlpm.x,1,_xlpm.x+n)", [Mention("", "n")]),
        ('IF(TRUE,"列表",#N/A)', []),
        ('INDIRECT("t[a]")', [Mention("", "t", ("a",), is_in_text=True)]),
        ('indirect("t[a]")', [Mention("", "t", ("a",), is_in_text=True)]),
        ('INDIRECT("t["&A1&"]")', []),
        ('HYPERLINK("#表!A1","去")', [Mention("表", is_in_text=True)]),
        ('HYPERLINK("https://example.org","去")', []),
    ],
)
def test_what_a_formula_mentions(formula: str, found: list[Mention]) -> None:
    assert list(mentions(formula)) == found


@pytest.mark.parametrize(
    "formula",
    ["#REF!", "表!#REF!+1", "[1]表!A1", "[a]", "t[[a],b]", "t[#Nothing]", "SUM(A1", "t[a", "表!"],
)
def test_a_formula_that_says_nothing_clear_is_refused(formula: str) -> None:
    with pytest.raises(UnreadableError):
        list(mentions(formula))


@pytest.mark.parametrize(
    ("book", "fault"),
    [
        (b"PK", "The file is damaged or incomplete."),
        (zipped({"a.xml": b"<a/>"}), "This is a zip or another Office file, no Excel workbook."),
    ],
)
def test_what_is_no_workbook_is_one_fault(book: bytes, fault: str) -> None:
    assert faults_of(book) == [fault]


def test_a_workbook_without_macros_has_the_faults_of_one() -> None:
    assert faults_of(content()) == [
        "The package does not say that the workbook has macros.",
        WITHOUT_A_PROJECT,
        "The package names 0 ribbons, and it must name one.",
        "The workbook has no code name.",
        "The sheet 领用 has no code name.",
        "The sheet 入库 has no code name.",
    ]


def test_what_excel_wrote_has_no_fault_but_its_ribbon() -> None:
    assert faults_of(xlwings("quickstart_standalone.xlsm")) == [
        "The package names 0 ribbons, and it must name one."
    ]


def test_the_list_of_pictures_has_many_well_known_names() -> None:
    assert len(IMAGES) > 80
    assert {"FileSave", "Copy", "Refresh", "HappyFace", "Help", "Undo"} <= IMAGES
