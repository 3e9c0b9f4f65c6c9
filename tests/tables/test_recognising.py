"""Which sheet is which ledger."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest
from tests.tables.drawing import INSPECTIONS, ISSUE_HEADINGS, ISSUES, LISTS, issue, sheet

from houqin.cells.values import CellValue
from houqin.tables.grid import Grid
from houqin.tables.recognising import OWN_SHEETS, Ledger, recognise
from houqin.tables.table import Oddity

LAYOUTS = (ISSUES, INSPECTIONS, LISTS)
INSPECTION_HEADINGS = ("检查日期", "校区", "检查项目", "检查内容", "检查结果", "检查人")


def issues(name: str) -> Grid:
    return sheet(ISSUE_HEADINGS, issue(1), name=name)


def second(title: str, first: str) -> tuple[Oddity]:
    return (Oddity("TAB-09", values={"title": title, "sheet": first}),)


@pytest.mark.parametrize(
    ("name", "how"),
    [
        ("领用", "title"),
        (" 领用 ", "title"),
        ("领用（2020春）", "title"),
        ("2020年春季学期领用", "title"),
        ("领用表", "title"),
        ("领用 (2)", "title"),
        ("领用登记", "alias"),
        ("领用登记（2020春）", "alias"),
        ("2019-2020学年第二学期领用登记表", "alias"),
        ("出库5月", "alias"),
        ("Sheet1", "headings"),
        ("2020", "headings"),
    ],
)
def test_a_ledger_is_known_by_its_title_an_alias_or_its_headings(name: str, how: str) -> None:
    recognised = recognise([issues(name)], LAYOUTS)

    ledger = recognised.sheets["stock_issues"]
    assert (ledger.sheet, ledger.how) == (name, how)
    assert (recognised.unknown, recognised.oddities) == ((), {})


@pytest.mark.parametrize("name", sorted(OWN_SHEETS))
def test_what_houqin_writes_is_never_a_ledger(name: str) -> None:
    recognised = recognise([issues(name)], LAYOUTS)

    assert (recognised.sheets, recognised.unknown) == ({}, ())


@pytest.mark.parametrize(
    "rows",
    [
        [["日期", "校区", "单位", "天气"], ["5月1日", "本部", "气象台", "晴"]],
        [["日期", "校区", "品名", "单位"], ["5月1日", "本部", "口罩", "只"]],  # 4 of 7
        [["检查日期", "校区", "检查结果"], ["5月1日", "本部", "正常"]],  # 3 of 5
        [["清单", "值"], ["单位", "盒"]],  # two words are no proof
        [["检查日期", "校区", "检查人"], ["5月1日", "本部", "张三"]],  # may be a form's labels
        [["随便写写"]],
        [],
    ],
)
def test_a_sheet_of_few_known_headings_is_no_ledger(rows: Sequence[Sequence[CellValue]]) -> None:
    recognised = recognise([sheet(*rows)], LAYOUTS)

    assert (recognised.sheets, recognised.unknown) == ({}, ("Sheet1",))


def test_most_of_the_required_headings_are_enough() -> None:
    headings = ["日期", "校区", "品名", "单位", "数量"]  # 5 of 7
    recognised = recognise([sheet(headings, ["5月1日", "本部", "口罩", "只", 3])], LAYOUTS)

    assert recognised.sheets == {"stock_issues": Ledger("Sheet1", "headings")}


def test_headings_that_fit_two_ledgers_are_not_decided() -> None:
    receipts = replace(ISSUES, key="receipts", title="入库", aliases=())
    recognised = recognise([issues("Sheet1")], (ISSUES, receipts))

    assert (recognised.sheets, recognised.unknown) == ({}, ("Sheet1",))


def test_a_required_heading_more_decides_between_two_ledgers() -> None:
    person = next(head for head in ISSUES.heads if head.field == "person")
    acceptor = replace(person, field="acceptor", heading="验收人", aliases=())
    heads = tuple(acceptor if head is person else head for head in ISSUES.heads)
    receipts = replace(ISSUES, key="receipts", title="入库", aliases=(), heads=heads)
    recognised = recognise([issues("Sheet1")], (receipts, ISSUES))

    assert recognised.sheets == {"stock_issues": Ledger("Sheet1", "headings")}


@pytest.mark.parametrize(
    ("names", "ledger", "oddities"),
    [
        (("领用（2）", "领用"), Ledger("领用", "title"), {"领用（2）": second("领用", "领用")}),
        (("领用登记", "领用表"), Ledger("领用表", "title"), {"领用登记": second("领用", "领用表")}),
        (("Sheet1", "出库"), Ledger("出库", "alias"), {"Sheet1": second("领用", "出库")}),
        (("Sheet1", "Sheet2"), Ledger("Sheet1", "headings"), {"Sheet2": second("领用", "Sheet1")}),
    ],
)
def test_a_second_sheet_of_one_ledger_is_told(
    names: Sequence[str], ledger: Ledger, oddities: Mapping[str, tuple[Oddity]]
) -> None:
    recognised = recognise([issues(name) for name in names], LAYOUTS)

    assert recognised.sheets == {"stock_issues": ledger}
    assert recognised.oddities == oddities
    assert recognised.unknown == tuple(oddities)


def test_a_second_sheet_that_fits_only_partly_is_just_unknown() -> None:
    part = sheet(["日期", "校区", "品名", "单位", "数量"], ["5月1日", "本部", "口罩", "只", 3])
    recognised = recognise([issues("领用"), part], LAYOUTS)

    assert (recognised.unknown, recognised.oddities) == (("Sheet1",), {})


def test_a_sheet_in_view_goes_before_a_hidden_one() -> None:
    hidden = replace(issues("领用（旧）"), hidden=True)
    recognised = recognise([hidden, issues("领用（新）")], LAYOUTS)

    assert recognised.sheets == {"stock_issues": Ledger("领用（新）", "title")}


def test_a_title_without_headings_is_told_and_leaves_room_for_the_real_ledger() -> None:
    recognised = recognise([sheet(["见附件"], name="领用"), issues("Sheet2")], LAYOUTS)

    assert recognised.sheets == {"stock_issues": Ledger("Sheet2", "headings")}
    assert recognised.oddities == {"领用": (Oddity("TAB-11", values={"title": "领用"}),)}
    assert recognised.unknown == ("领用",)


def test_an_empty_sheet_with_a_title_is_not_told() -> None:
    recognised = recognise([sheet([None, " "], name="领用")], LAYOUTS)

    assert (recognised.sheets, recognised.oddities) == ({}, {})


def test_each_sheet_of_a_workbook_finds_its_ledger() -> None:
    inspections = sheet(["安全检查"], INSPECTION_HEADINGS, name="五月")
    lists = sheet(["清单", "值"], name="清单")
    recognised = recognise([lists, inspections, issues("领用"), sheet(name="首页")], LAYOUTS)

    assert list(recognised.sheets.items()) == [
        ("stock_issues", Ledger("领用", "title")),
        ("inspections", Ledger("五月", "headings")),
        ("lists", Ledger("清单", "title")),
    ]


@pytest.mark.parametrize(
    ("title", "how"),
    [
        ("青溪小学2020年春季安全检查记录表（东校区）", "alias"),
        ("青溪小学安全工作汇报", None),
    ],
)
def test_few_headings_are_enough_below_a_line_that_names_the_ledger(
    title: str, how: str | None
) -> None:
    heads = ("序号", "检查项目", "检查内容", "检查结果")
    grid = sheet([title], ["填表日期：2020年5月12日"], heads, [1, "消防", "灭火器", "正常"])

    found = recognise([grid], LAYOUTS).sheets.get("inspections")
    assert (found.how if found else None) == how


def test_a_line_does_not_name_a_ledger_whose_headings_are_not_there() -> None:
    grid = sheet(["2020年春季领用登记表"], ("序号", "检查项目", "检查内容", "检查结果"))

    assert recognise([grid], LAYOUTS).sheets == {}
