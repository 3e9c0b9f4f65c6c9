"""逾期隐患: which hazards somebody must look after."""

from datetime import date

from tests.areas.safety.drawn import hazards
from tests.own.told_pages import by_heading, only, result_of
from tests.told import result

from houqin.own.overdue import overdue_page

DONE = {"整改状态": "已整改"}
LEDGER = hazards(
    {"隐患编号": "YH-001", "整改期限": "2020-06-18"},
    {"隐患编号": "YH-002", "整改期限": "2020-07-02", "整改责任人": "赵敏"},
    {"隐患编号": "YH-003", "隐患等级": "重大隐患", "整改责任人": "赵敏"},
    {"隐患编号": "YH-004", "整改期限": "2020-06-05", "整改完成日期": "2020-06-09", **DONE},
    {
        "隐患编号": "YH-005",
        "发现日期": "2020-03-20",
        "整改期限": "2020-03-27",
        "延期至": "2020-05-30",
        "延期批准人": "李建国",
    },
)


def test_a_whole_line_by_hand() -> None:
    first = by_heading(overdue_page(result_of(LEDGER)))[0]

    assert first == {
        "隐患编号": "YH-005",
        "校区": "本部",
        "隐患位置": "教学楼一楼",
        "隐患类别": "校园消防",
        "隐患描述": "灭火器压力不足",
        "隐患等级": "一般隐患",
        "责任人": "王小明",
        "发现日期": date(2020, 3, 20),
        "整改期限": date(2020, 3, 27),
        "延期至": date(2020, 5, 30),
        "到期日期": date(2020, 5, 30),
        "情况": "逾期",
        "逾期天数": 31,
        "剩余天数": None,
        "逾期时长": "31-90",
        "下一步": "报校长（逾期 7 天起）",
        "应办日期": date(2020, 6, 6),
        "单元格": "隐患台账!L6",
    }


def test_the_most_pressing_come_first_and_each_says_where_it_stands() -> None:
    page = overdue_page(result_of(LEDGER))

    assert only(page, "隐患编号", "情况", "逾期天数", "剩余天数") == [
        ("YH-005", "逾期", 31, None),
        ("YH-001", "逾期", 12, None),
        ("YH-002", "即将到期", 0, 2),
        ("YH-003", "没有期限", None, None),
        ("YH-004", "逾期完成", 4, None),
    ]


def test_the_verdict_counts_them_by_standing_and_by_age() -> None:
    page = overdue_page(result_of(LEDGER))

    assert page.verdict == (
        "✘ 逾期 2，即将到期 1，没有期限 1，逾期完成 1。逾期时长：8-30 天 1，31-90 天 1。"
    )


def test_what_is_only_due_soon_is_told_in_amber_and_what_was_closed_late_in_green() -> None:
    soon = overdue_page(result_of(hazards({"整改期限": "2020-07-02"})))
    late = {"整改期限": "2020-06-05", "整改完成日期": "2020-06-09", **DONE}
    closed = overdue_page(result_of(hazards(late)))

    assert soon.verdict == "？ 逾期 0，即将到期 1，没有期限 0，逾期完成 0。"
    assert closed.verdict == "✔ 逾期 0，即将到期 0，没有期限 0，逾期完成 1。"


def test_where_there_is_none_the_page_says_so() -> None:
    page = overdue_page(result())

    assert (page.rows, page.verdict) == ((), "✔ 没有逾期、即将到期、没有期限或逾期完成的隐患。")


def test_in_english_the_words_are_english() -> None:
    page = overdue_page(result_of(LEDGER, lang="en"))

    first = by_heading(page, "en")[0]
    assert (first["Standing"], first["Next step"]) == (
        "overdue",
        "report to 校长 (from 7 days overdue)",
    )
    assert page.verdict.endswith("closed late 1. Overdue for 8-30 days 1, 31-90 days 1.")
