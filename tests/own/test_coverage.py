"""检查覆盖: what was asked and made each month, and what is missing."""

from decimal import Decimal

from tests.areas.safety.test_coverage import TERM, inspections, patrol
from tests.own.told_pages import by_heading, only, result_of
from tests.told import result

from houqin.own.coverage import MONTHS, coverage_page

D = Decimal
SHORT_TERM = TERM.replace("2020-05-22", "2020-05-15")  # one week of five school days
RECORDS = inspections(patrol("2020-05-11"), patrol("2020-05-12"), patrol("2020-05-14"))
MONTHLY = """
| 检查标准 | 标准编号 | 检查项目 | 检查内容     | 检查类型       | 频次 |
|        2 | BZ-01    | 校园消防 | 疏散通道畅通 | 月检查         | 每月 |
|        3 | BZ-02    | 食品安全 | 留样齐全     | 日巡视、月检查 | 每月 |
"""
ONE_A_MONTH = TERM.replace("| 每月检查次数 | 0 ", "| 每月检查次数 | 1 ").replace(
    "2020-05-22", "2020-06-30"
)


def test_a_month_tells_how_many_of_how_many_were_made_and_each_missing_day_has_a_row() -> None:
    rows = by_heading(coverage_page(result_of(SHORT_TERM + RECORDS)))

    blank = {f"{month}月": None for month in MONTHS}
    of_patrols = {"校区": "本部", "检查类型": "日巡视", "检查项目": None}
    missed = {"情况": "缺", **of_patrols, **blank, "应做": 1, "已做": 0, "完成率": None}
    assert rows[0] == {
        "情况": "有缺",
        **of_patrols,
        **blank,
        "5月": "✘ 3/5",
        "应做": 5,
        "已做": 3,
        "完成率": D("0.6"),
        "缺的日期": None,
        "应做依据": None,
    }
    assert rows[1:] == [
        {**missed, "缺的日期": day, "应做依据": "检查记录"} for day in ("2020-05-13", "2020-05-15")
    ]


def test_where_no_cell_of_the_plan_asks_for_it_the_setting_does() -> None:
    drawn = SHORT_TERM.replace("inspect.month_per_area |", "inspect.patrol_per_day |").replace(
        "| 0          |", "| 2          |"
    )

    page = coverage_page(result_of(drawn + RECORDS))

    missed = next(row for row in only(page, "情况", "应做", "已做", "应做依据") if row[3])
    assert missed == ("缺", 2, 1, "参数!C4")


def test_a_missing_check_names_the_cell_that_asks_for_it() -> None:
    records = inspections(patrol("2020-05-20", 检查类型="月检查", 检查项目="食品安全"))

    page = coverage_page(result_of(ONE_A_MONTH + MONTHLY + records, period="2020-05"))

    monthly = [row for row in only(page, "情况", "检查类型", "检查项目", "缺的日期", "应做依据")
               if row[1] == "月检查"]  # fmt: skip
    assert monthly == [
        ("有缺", "月检查", "校园消防", None, None),
        ("齐全", "月检查", "食品安全", None, None),
        ("缺", "月检查", "校园消防", "2020-05", "检查标准!D2"),
    ]


def test_the_months_stand_in_the_order_of_a_school_year() -> None:
    headings = coverage_page(result()).sheet.headings("zh")

    assert headings[4:16] == (
        "9月", "10月", "11月", "12月", "1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月"
    )  # fmt: skip


def test_the_verdict_says_how_much_was_made_and_never_rounds_up_to_all() -> None:
    page = coverage_page(result_of(SHORT_TERM + RECORDS))

    assert page.verdict == "✘ 应做 5 项，做到 3 项，完成率 60%；缺 2 项。"


def test_a_check_that_an_unreadable_record_may_be_is_in_doubt_and_not_missed() -> None:
    doubtful = inspections(
        patrol("2020-05-11"), patrol("2020-05-12"), patrol("若干"), patrol("2020-05-14")
    )

    page = coverage_page(result_of(SHORT_TERM + doubtful))

    assert [row[0] for row in only(page, "情况")] == ["待核对", "待核对", "待核对"]
    assert page.verdict == "？ 应做 5 项，做到 3 项，完成率 60%；缺 0 项，待核对 2 项。"


def test_all_made_is_told_in_green() -> None:
    every = inspections(*(patrol(f"2020-05-{day}") for day in range(11, 16)))

    page = coverage_page(result_of(SHORT_TERM + every))

    assert only(page, "情况", "5月", "完成率") == [("齐全", "5/5", D(1))]
    assert page.verdict == "✔ 应做 5 项，做到 5 项，完成率 100%；缺 0 项。"


def test_without_records_or_without_a_term_the_page_says_so() -> None:
    no_sheet, no_term = coverage_page(result()), coverage_page(result_of(RECORDS))

    assert (no_sheet.rows, no_sheet.verdict) == ((), "？ 没有检查记录这张表，不能核对。")
    assert no_term.rows == ()
    assert no_term.verdict.startswith("？ 期间内没有应做的检查")
