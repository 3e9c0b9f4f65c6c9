"""The action that lists hazards to look after."""

from datetime import date

from tests.areas.drawn import book_of
from tests.areas.safety.drawn import hazards

from houqin.areas.safety.deadlines import Standing
from houqin.areas.safety.overdue import ages, by_responsible, overdue

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
    {"隐患编号": "YH-006", "整改期限": "2020-07-30"},
    {"隐患编号": "YH-007", "整改期限": "2020-06-20", "整改完成日期": "2020-06-20", **DONE},
)


def test_hazards_are_listed_by_class_and_the_longest_overdue_first() -> None:
    listed = [(each.number, each.standing, each.days) for each in overdue(book_of(LEDGER))]

    assert listed == [
        ("YH-005", Standing.OVERDUE, 31),
        ("YH-001", Standing.OVERDUE, 12),
        ("YH-002", Standing.DUE_SOON, 0),
        ("YH-003", Standing.NO_DEADLINE, None),
        ("YH-004", Standing.CLOSED_LATE, 4),
    ]


def test_an_overdue_hazard_tells_what_contract_9_writes() -> None:
    facts = overdue(book_of(LEDGER))[1].facts("zh")

    assert {name: facts[name] for name in CONTRACT_9} == {
        "number": "YH-001",
        "campus": "本部",
        "grade": "一般隐患",
        "responsible": "王小明",
        "found": date(2020, 6, 1),
        "deadline": date(2020, 6, 18),
        "extended_to": None,
        "days": 12,
        "bucket": "8-30",
        "class": "overdue",
        "next_step": "报校长（逾期 7 天起）",
        "cell": "隐患台账!J2",
    }


CONTRACT_9 = (
    "number",
    "campus",
    "grade",
    "responsible",
    "found",
    "deadline",
    "extended_to",
    "days",
    "bucket",
    "class",
    "next_step",
    "cell",
)


def test_an_approved_extension_shows_both_dates_and_points_at_the_later_one() -> None:
    first = overdue(book_of(LEDGER))[0]

    assert (first.deadline, first.extended_to, first.due) == (
        date(2020, 3, 27),
        date(2020, 5, 30),
        date(2020, 5, 30),
    )
    assert (first.cell, first.bucket) == ("隐患台账!L6", "31-90")


def test_an_extension_that_nobody_approved_does_not_count() -> None:
    rows = hazards({"整改期限": "2020-06-18", "延期至": "2020-07-30", "延期批准人": ""})

    (only,) = overdue(book_of(rows))

    assert (only.days, only.due, only.cell) == (12, date(2020, 6, 18), "隐患台账!J2")


def test_a_deadline_that_the_grade_gives_is_shown_at_its_blank_cell() -> None:
    (only,) = overdue(book_of(hazards({"整改期限": ""})))

    assert (only.deadline, only.days, only.cell) == (date(2020, 6, 8), 22, "隐患台账!J2")


def test_the_same_ledger_on_an_earlier_day_has_other_hazards_overdue() -> None:
    listed = [each.number for each in overdue(book_of(LEDGER, as_of="2020-06-07"))]

    # Closed on the 9th, YH-004 is overdue on the 7th; YH-001 is due in eleven days.
    assert listed == ["YH-005", "YH-004", "YH-003"]


def test_what_was_closed_late_before_the_period_is_not_listed() -> None:
    book = book_of(LEDGER, period="2020-06-10..2020-06-30")

    assert "YH-004" not in [each.number for each in overdue(book)]


def test_what_is_due_soon_tells_how_many_days_are_left_and_whether_they_are_few() -> None:
    rows = hazards({"整改期限": "2020-07-02"}, {"隐患编号": "YH-002", "整改期限": "2020-07-06"})

    told = [(each.days_left, each.urgent) for each in overdue(book_of(rows))]

    assert told == [(2, True), (6, False)]


def test_each_person_has_a_list_and_whoever_has_the_most_pressing_hazard_comes_first() -> None:
    charges = by_responsible(overdue(book_of(LEDGER)))

    told = [(each.responsible, [hazard.number for hazard in each.hazards]) for each in charges]
    assert told == [("王小明", ["YH-005", "YH-001", "YH-004"]), ("赵敏", ["YH-002", "YH-003"])]
    assert charges[0].ages == {"31-90": 1, "8-30": 1}
    assert charges[0].counts == {Standing.OVERDUE: 2, Standing.CLOSED_LATE: 1}
    assert charges[0].next_step.words.zh == "报校长（逾期 7 天起）"


def test_ages_count_overdue_hazards_only() -> None:
    assert ages(overdue(book_of(LEDGER))) == {"31-90": 1, "8-30": 1}


def test_a_row_with_cells_that_cannot_be_read_is_still_listed() -> None:
    rows = hazards({"发现日期": "不详", "隐患等级": "很大", "整改期限": "2020-06-18"})

    (only,) = overdue(book_of(rows))

    assert (only.found, only.grade, only.days) == (None, None, 12)


def test_a_workbook_without_a_hazard_ledger_has_none() -> None:
    book = book_of("| 人员 | 姓名 |\n| 2 | 王小明 |\n")

    assert overdue(book) == ()
