"""整改通知单: one page of a fixed number of rows for each person, whatever is written on it."""

from datetime import date

import pytest
from tests.areas.safety.drawn import hazards, settings
from tests.own.told_pages import result_of
from tests.told import result

from houqin.own.notice_form import COLUMNS, HEADS_AT, LINES, PAGE, PAGES, Look
from houqin.own.notices import Notices, notices
from houqin.sections import Value

FIRST_LINE = next(at for at, row in enumerate(PAGE) if row.look is Look.LINE)
DONE = {"整改状态": "已整改"}
LEDGER = hazards(
    {"隐患编号": "YH-001", "整改期限": "2020-06-18"},
    {"隐患编号": "YH-002", "整改期限": "2020-07-02", "整改责任人": "赵敏"},
    {"隐患编号": "YH-003", "隐患等级": "重大隐患", "整改责任人": "赵敏"},
    {"隐患编号": "YH-004", "整改期限": "2020-06-05", "整改完成日期": "2020-06-09", **DONE},
) + settings(("school.name", "青溪学校", ""))


def pages(found: Notices) -> list[tuple[tuple[Value, ...], ...]]:
    return [found.rows[first : first + len(PAGE)] for first in range(0, len(found.rows), len(PAGE))]


def many(count: int, **cells: str) -> str:
    return hazards(
        *({"隐患编号": f"YH-{n}", "整改期限": "2020-06-18", **cells} for n in range(count))
    )


def test_a_whole_page_by_hand() -> None:
    page, _ = pages(notices(result_of(LEDGER)))

    def row(text: str | None) -> tuple[Value, ...]:
        return (text, *[None] * 7)

    def halves(left: str, right: str) -> tuple[Value, ...]:
        return (left, None, None, None, right, None, None, None)

    assert page == (
        row("青溪学校"),
        row("整改通知单"),
        halves("整改责任人：王小明", "编号：ZG-20200630-01　2020-06-30"),
        row("经检查，下列隐患由您负责整改。请在整改期限前完成，写明整改情况并签名，交后勤部门复查。"),
        ("序号", "隐患编号", "位置", "隐患描述", "等级", "整改期限", "逾期/剩余", "下一步"),
        (1, "YH-001", "教学楼一楼", "灭火器压力不足", "一般隐患", date(2020, 6, 18), "逾期 12 天",
         "2020-06-25 起报校长"),
        (None, None, None, "（以下空白）", None, None, None, None),
        *[row(None)] * 8,
        row("其中最早的整改期限是 2020-06-18，已逾期 12 天，请立即整改。"),
        row("整改情况："),
        halves("签收人：＿＿＿＿＿＿＿＿", "签收日期：＿＿＿＿年＿＿月＿＿日"),
        halves("复查人：＿＿＿＿＿＿＿＿　□ 合格　□ 不合格", "复查日期：＿＿＿＿年＿＿月＿＿日"),
    )  # fmt: skip


def test_whoever_has_the_most_pressing_hazard_comes_first_and_what_is_done_calls_for_nothing() -> (
    None
):
    found = notices(result_of(LEDGER))

    told = [
        (page[2][0], [line[1] for line in page[FIRST_LINE:] if line[1]]) for page in pages(found)
    ]
    assert told == [
        ("整改责任人：王小明", ["YH-001"]),
        ("整改责任人：赵敏", ["YH-002", "YH-003"]),
    ]
    assert (found.people, found.pages, found.message) == (2, 2, "2 位责任人，共 2 页。")


def test_deadlines_to_come_and_missing_ones_are_told_in_words() -> None:
    page = pages(notices(result_of(LEDGER)))[1]

    assert [line[5:] for line in page[FIRST_LINE : FIRST_LINE + 2]] == [
        (date(2020, 7, 2), "剩 2 天", "催办整改责任人，马上到期"),
        ("未定", "没有期限", "补填整改期限"),
    ]
    assert page[FIRST_LINE + LINES][0] == "其中最早的整改期限是 2020-07-02，还有 2 天，请按期完成。"


@pytest.mark.parametrize(
    ("deadline", "grade", "left", "closing"),
    [
        ("2020-06-30", "一般隐患", "今天到期", "其中最早的整改期限是 2020-06-30，还有 0 天，请按期完成。"),
        ("", "重大隐患", "没有期限", "请先与后勤部门商定整改期限，并写进隐患台账。"),
    ],
)  # fmt: skip
def test_the_closing_sentence_names_the_earliest_deadline_or_asks_for_one(
    deadline: str, grade: str, left: str, closing: str
) -> None:
    drawn = hazards({"整改期限": deadline, "隐患等级": grade})

    (page,) = pages(notices(result_of(drawn)))

    assert (page[FIRST_LINE][6], page[FIRST_LINE + LINES][0]) == (left, closing)


@pytest.mark.parametrize(("hazard_count", "expected"), [(10, 1), (11, 2), (25, 3)])
def test_a_long_list_takes_further_pages_of_as_many_rows(hazard_count: int, expected: int) -> None:
    found = notices(result_of(many(hazard_count)))

    assert found.pages == expected
    assert {len(page) for page in pages(found)} == {len(PAGE)}
    serials = [
        line[0]
        for page in pages(found)
        for line in page[FIRST_LINE : FIRST_LINE + LINES]
        if line[0]
    ]
    assert serials == list(range(1, hazard_count + 1))
    of = [str(page[2][4]) for page in pages(found)]
    assert all(f"（{n}/{expected}）" in text for n, text in enumerate(of, 1)) == (expected > 1)


def test_words_that_do_not_fit_into_a_row_go_on_in_the_next() -> None:
    words = "消火栓箱门锈死打不开，" * 6

    (page,) = pages(notices(result_of(hazards({"隐患描述": words, "整改期限": "2020-06-18"}))))

    lines = page[FIRST_LINE : FIRST_LINE + LINES]
    told = [str(line[3]) for line in lines if line[3] and "以下空白" not in str(line[3])]
    assert "".join(told) == words
    assert len(told) > 1
    assert [line[0] for line in lines[: len(told)]] == [1, *[None] * (len(told) - 1)]
    assert max(map(len, told)) * 2 <= (COLUMNS[3].width - 2) * 3


def test_a_page_is_used_where_its_headings_stand() -> None:
    for page in pages(notices(result_of(LEDGER))):
        assert page[HEADS_AT][0] == "序号"


def test_hazards_of_nobody_have_a_page_too() -> None:
    (page,) = pages(notices(result_of(hazards({"整改责任人": "", "整改期限": "2020-06-18"}))))

    assert page[2][0] == "整改责任人：（没有整改责任人）"


@pytest.mark.parametrize(
    ("people", "beyond"),
    [(PAGES, ""), (PAGES + 1, f"第 {PAGES} 页以后没有排版和分页，请先打印前面的。")],
)
def test_more_people_than_pages_are_told_and_not_lost(people: int, beyond: str) -> None:
    names = (f"王{chr(0x4E00 + number)}" for number in range(people))
    rows = ({"隐患编号": f"YH-{at}", "整改责任人": name} for at, name in enumerate(names))

    found = notices(result_of(hazards(*rows)))

    assert (found.people, found.pages) == (people, people)
    assert found.message == f"{people} 位责任人，共 {people} 页。{beyond}"


def test_where_nobody_is_to_be_notified_the_sheet_says_so() -> None:
    found = notices(result())

    assert found == Notices(
        (("没有要通知的隐患：没有逾期、即将到期或没有期限的。", *[None] * 7),),
        0,
        0,
        "没有要通知的隐患：没有逾期、即将到期或没有期限的。",
    )


def test_in_english_the_form_is_english() -> None:
    page = pages(notices(result_of(LEDGER, lang="en")))[0]

    assert page[1][0] == "Notice of hazards"
    assert page[FIRST_LINE][6:] == ("12 days late", "report to 校长 from 2020-06-25")
    assert str(page[FIRST_LINE + LINES][0]).startswith("The earliest deadline was 2020-06-18")
