"""What becomes of each row of a source, judged by hand."""

from tests.importing.drawn import BOOK, HELD, issues, planned, states

from houqin.importing.plan import RowState, Twin

MASKS = "| LY-1 | 2020-05-12 | 本部 | KZ-001 | 口罩 | 只 | 12 | | 张三 | 总务处 | 防疫 | |"
GLOVES = "| LY-3 | 2020-05-14 | 东园 | ST-001 | 手套 | 双 | 20 | | 王五 | 食堂 | 分餐 | |"


def test_a_row_is_there_new_or_different() -> None:
    plan = planned(BOOK + HELD, issues(MASKS, MASKS.replace("12 |", "14 |"), GLOVES))

    assert states(plan) == [("1.xlsx", 2, "there"), ("1.xlsx", 3, "differs"), ("1.xlsx", 4, "new")]
    there, differs, new = plan.ledgers[0].rows
    assert there.twin == Twin("", "领用", 5)
    told = [
        (each.heading, str(each.place), each.value, str(each.other), each.other_value)
        for each in differs.differences
    ]
    assert told == [
        ("日期", "领用!B3", "2020-05-14", "领用!B5", "2020-05-12"),
        ("数量", "领用!G3", "14", "领用!G5", "12"),
    ]
    assert new.to_row == 7


def test_a_column_that_our_ledger_lacks_is_told_and_not_imported() -> None:
    plan = planned(BOOK, issues(GLOVES).replace("| 备注 |", "| 经办心得 |"))

    (ledger,) = plan.ledgers
    assert [
        (each.text, each.heading, each.column, each.state.value)
        for each in ledger.headings
        if each.text != each.heading
    ] == [("经办心得", None, "L", "unknown")]
    assert states(plan) == [("1.xlsx", 2, "new")]


def test_a_value_whose_column_the_book_lacks_holds_its_row_back() -> None:
    book = BOOK.replace(" 备注 |", "").replace(" 批号 |", "")
    noted = GLOVES.removesuffix("| |") + "| 已签收 |"

    plan = planned(book, issues(GLOVES, noted))

    assert states(plan) == [("1.xlsx", 2, "new"), ("1.xlsx", 3, "held")]
    assert plan.ledgers[0].rows[1].why.zh == "本簿的“领用”没有这一列：“备注”"
    assert len(plan.added["stock_issues"].rows) == 1


def test_rows_of_a_ledger_that_the_book_lacks_are_held_back() -> None:
    plan = planned(BOOK, "| 校区 | 校区 |\n| 2 | 东园 |")

    (ledger,) = plan.ledgers
    assert (ledger.target, ledger.rows[0].state) == (None, RowState.HELD)
    assert ledger.rows[0].why.zh == "本簿没有工作表“校区”"


def test_a_formula_without_a_result_holds_its_row_back() -> None:
    plan = planned(BOOK, issues(GLOVES.replace("| 20 |", "| =? |")))

    assert states(plan) == [("1.xlsx", 2, "held")]
    assert "G2" in plan.ledgers[0].rows[0].why.zh


def test_a_ditto_mark_below_nothing_holds_its_row_back() -> None:
    plan = planned(BOOK + HELD, issues(GLOVES.replace("东园", "同上")))

    assert states(plan) == [("1.xlsx", 2, "held")]
    assert plan.ledgers[0].rows[0].why.zh == "“校区”写的是“同上”，上面却没有内容"


def test_what_the_book_says_once_for_all_rows_needs_no_column() -> None:
    book = "| 领用 | 校区：东园 |\n" + BOOK.replace("| 领用 @4 |", "| 4 |").replace(
        "| 校区 |", "| 场所 |"
    )
    held = HELD.replace("| 本部 |", "| |")

    plan = planned(book + held, issues(GLOVES, MASKS))

    assert states(plan) == [("1.xlsx", 2, "new"), ("1.xlsx", 3, "held")]
    assert states(planned(book, issues(GLOVES))) == [("1.xlsx", 2, "held")]


def test_several_sheets_of_one_ledger_are_all_taken() -> None:
    march, april = issues(MASKS), issues(GLOVES)
    plan = planned(
        BOOK,
        march.replace("| 领用 |", "| 领用（3月） |")
        + "\n"
        + april.replace("| 领用 |", "| 领用（4月） |")
        + "\n| 食谱 | 周一 | 周二 |\n| 2 | 鱼 | 肉 |\n| 空表 |",
    )

    assert [(each.sheet, len(each.rows)) for each in plan.ledgers] == [
        ("领用（3月）", 1),
        ("领用（4月）", 1),
    ]
    assert [(each.sheet, each.text.en) for each in plan.left] == [
        ("食谱", "no ledger was recognised in it; it is not imported")
    ]


def test_a_titled_sheet_without_headings_is_told() -> None:
    plan = planned(BOOK, issues(GLOVES) + "\n| 入库 | 见附件 |")

    assert [(each.sheet, each.text.zh) for each in plan.left] == [
        ("入库", "前 20 行里没有找到标题行，没有导入")
    ]


def test_what_is_odd_about_a_table_is_told() -> None:
    source = issues(GLOVES + " 悄悄话 |").replace("| 校区 |", "| 校去 |")

    plan = planned(BOOK, source)

    assert [each.zh for each in plan.ledgers[0].notes] == [
        "1 校区：缺少这一列",
        "M2：有 1 个单元格上面没有标题，没有读",
    ]


def test_a_drawn_number_is_compared_by_what_it_means() -> None:
    same = MASKS.replace("| 12 |", "| '１２只 |").replace("2020-05-12", "'2020.5.12")

    assert states(planned(BOOK + HELD, issues(same))) == [("1.xlsx", 2, "there")]


def test_the_hand_count_of_a_plan_adds_up() -> None:
    plan = planned(BOOK + HELD, issues(MASKS, GLOVES), issues(GLOVES))

    counts = plan.counts
    assert (counts[RowState.NEW], counts[RowState.THERE], counts.total()) == (1, 2, 3)
    assert plan.taken == 1
    assert plan.is_complete
