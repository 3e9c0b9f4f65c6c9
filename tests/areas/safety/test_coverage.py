"""Plan against records: what fell due, what was done, and the scores."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.areas.drawn import book_of
from tests.areas.safety.drawn import drawn_as
from tests.effort import examples

from houqin.areas.safety.coverage import Marks, coverage, covered, marks, month_of, rate
from houqin.areas.safety.plan import due, patrols

# From Monday 2020-05-11 to Friday 2020-05-22: two weeks of five school days each.
FIRST = date(2020, 5, 11)
TERM = """
| 参数 | 代码                   | 参数         | 值         | 来源     |
|    2 | term.start             | 学期开始日期 | 2020-05-11 | 学校自定 |
|    3 | term.end               | 学期结束日期 | 2020-05-22 | 学校自定 |
|    4 | inspect.month_per_area | 每月检查次数 | 0          | 学校自定 |
| 校区 | 校区 |
|    2 | 本部 |
"""
HEADINGS = ["检查日期", "检查类型", "校区", "检查区域", "检查项目", "检查结果", "检查人"]


def patrol(day: str, **cells: str) -> list[str]:
    said = {"检查日期": day, "检查类型": "日巡视", "校区": "本部", "检查区域": "教学楼"}
    said |= {"检查项目": "校园消防", "检查结果": "正常", "检查人": "张三"}
    return [(said | cells)[heading] for heading in HEADINGS]


def inspections(*lines: list[str]) -> str:
    numbered = ([str(row), *line] for row, line in enumerate(lines, 2))
    return drawn_as([["检查记录", *HEADINGS], *numbered])


PATROLS = inspections(patrol("2020-05-11"), patrol("2020-05-12"), patrol("2020-05-14"))


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        ("2020-05-10", None),
        ("2020-05-11", Decimal(1)),
        ("2020-05-12", Decimal(1)),
        ("2020-05-13", Decimal(2) / 3),
        ("2020-05-14", Decimal(3) / 4),
        ("2020-05-15", Decimal(3) / 5),
        ("2020-05-17", Decimal(3) / 5),  # Sunday
        ("2020-05-18", Decimal(3) / 6),
        ("2020-07-31", Decimal(3) / 10),
    ],
)
def test_rate_is_what_was_done_of_what_was_due_by_the_as_of_date(
    as_of: str, expected: Decimal | None
) -> None:
    assert rate(coverage(book_of(TERM + PATROLS, as_of))) == expected


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("2020-05-11..2020-05-12", Decimal(1)),
        ("2020-05-13..2020-05-14", Decimal(1) / 2),
        ("2020-05-16..2020-05-17", None),
        ("2020-04", None),
        ("2020-05", Decimal(3) / 10),
    ],
)
def test_rate_is_of_the_days_of_the_period(period: str, expected: Decimal | None) -> None:
    assert rate(coverage(book_of(TERM + PATROLS, period=period))) == expected


DAYS = st.integers(0, 20).map(lambda number: FIRST - timedelta(days=3) + timedelta(days=number))


@examples(30)
@given(patrolled=st.lists(DAYS, max_size=12), as_of=DAYS)
def test_later_records_do_not_change_the_rate_of_an_earlier_day(
    patrolled: list[date], as_of: date
) -> None:
    earlier = [day for day in patrolled if day <= as_of]
    books = [
        book_of(TERM + inspections(*(patrol(f"{day}") for day in days)), f"{as_of}")
        for days in (patrolled, earlier)
    ]

    assert rate(coverage(books[0])) == rate(coverage(books[1]))


@examples(40)
@given(
    patrolled=st.lists(st.sampled_from(range(12)), min_size=1, max_size=12, unique=True),
    spoiled=st.lists(
        st.tuples(
            st.integers(0, 11), st.sampled_from(["检查日期", "检查类型", "校区", "检查项目"])
        ),
        max_size=4,
    ),
)
def test_a_cell_that_cannot_be_read_makes_no_patrol_missing(
    patrolled: list[int], spoiled: list[tuple[int, str]]
) -> None:
    lines = [patrol(f"{FIRST + timedelta(days=number)}") for number in patrolled]
    good = _missed(inspections(*lines))
    for index, heading in spoiled:
        lines[index % len(lines)][HEADINGS.index(heading)] = "#N/A"

    assert _missed(inspections(*lines)) <= good


def _missed(drawn: str) -> set[str]:
    book = book_of(TERM + drawn)
    return {each.asked.when for each in covered(book, patrols(book)) if each.missed}


def test_only_the_campus_in_doubt_is_spared() -> None:
    both = TERM.replace("|    2 | 本部 |", "|    2 | 本部 |\n|    3 | 东园 |")
    drawn = inspections(patrol("昨天"), patrol("2020-05-11"), patrol("2020-05-11", 校区="东园"))
    book = book_of(both + drawn, "2020-05-12")

    missed = [(each.asked.campus, each.asked.when) for each in coverage(book) if each.missed]

    assert missed == [("东园", "2020-05-12")]


def days_due(drawn: str, frequency: str, as_of: str = "2020-07-31") -> list[tuple[str, str]]:
    book = book_of(drawn + inspections(), as_of)
    return [(f"{first}", f"{last}") for first, last in due(book, "本部", frequency)]


def term(start: str, end: str, *calendar: tuple[str, str, str]) -> str:
    stated = [["参数", "代码", "参数", "值", "来源"]]
    stated.append(["2", "term.start", "学期开始日期", start, "学校自定"])
    stated.append(["3", "term.end", "学期结束日期", end, "学校自定"])
    days = [["校历", "日期", "类型", "校区"]]
    days += [[str(row), *each] for row, each in enumerate(calendar, 2)]
    return drawn_as(stated) + drawn_as(days)


@pytest.mark.parametrize(
    ("drawn", "frequency", "expected"),
    [
        # Sunday 26 April 2020 was worked for the holiday from 1 to 5 May.
        (
            term("2020-04-26", "2020-05-06"),
            "日",
            ["04-26", "04-27", "04-28", "04-29", "04-30", "05-06"],
        ),
        (term("2020-05-11", "2020-05-13", ("2020-05-12", "停课", "")), "日", ["05-11", "05-13"]),
        (
            term("2020-05-11", "2020-05-13", ("2020-05-12", "休息", "本部")),
            "日",
            ["05-11", "05-13"],
        ),
        (
            term("2020-05-15", "2020-05-17", ("2020-05-16", "上课", "本部")),
            "日",
            ["05-15", "05-16"],
        ),
        (term("2020-05-15", "2020-05-17", ("2020-05-16", "上课", "东园")), "日", ["05-15"]),
    ],
)
def test_days_due_are_school_days(drawn: str, frequency: str, expected: list[str]) -> None:
    assert days_due(drawn, frequency) == [(f"2020-{day}", f"2020-{day}") for day in expected]


@pytest.mark.parametrize(
    ("frequency", "as_of", "expected"),
    [
        ("周", "2020-05-17", [("2020-05-14", "2020-05-17")]),
        ("周", "2020-05-16", []),
        ("周", "2020-07-31", [("2020-05-14", "2020-05-17"), ("2020-05-18", "2020-05-20")]),
        ("月", "2020-05-19", []),
        ("月", "2020-05-20", [("2020-05-14", "2020-05-20")]),
        ("学期", "2020-05-19", []),
        ("学期", "2020-05-20", [("2020-05-14", "2020-05-20")]),
        ("学年", "2020-07-31", []),
        ("", "2020-07-31", []),
    ],
)
def test_a_span_is_due_once_it_is_over(
    frequency: str, as_of: str, expected: list[tuple[str, str]]
) -> None:
    assert days_due(term("2020-05-14", "2020-05-20"), frequency, as_of) == expected


def test_a_month_without_lessons_asks_for_nothing() -> None:
    closed = [(f"2020-04-{day:02}", "停课", "") for day in range(1, 31)]
    drawn = term("2020-03-30", "2020-05-08", *closed)

    assert days_due(drawn, "月") == [("2020-03-30", "2020-03-31"), ("2020-05-01", "2020-05-08")]


def test_a_year_whose_holidays_nobody_knows_asks_for_nothing() -> None:
    assert days_due(term("2099-03-02", "2099-03-06"), "日", "2099-12-31") == []


def test_without_a_term_nothing_is_due() -> None:
    assert coverage(book_of(PATROLS)) == ()


@pytest.mark.parametrize(
    ("found", "score"),
    [
        (Marks(), None),
        (Marks(not_applicable=3), None),
        (Marks(passed=3), Decimal(1)),
        (Marks(failed=2), Decimal(0)),
        (Marks(passed=3, failed=1), Decimal("0.75")),
        (Marks(passed=3, failed=1, not_applicable=96), Decimal("0.75")),
    ],
)
def test_score_leaves_out_what_does_not_apply(found: Marks, score: Decimal | None) -> None:
    assert found.score == score


RESULTS = inspections(
    patrol("2020-05-11"),
    patrol("2020-05-12", 检查结果="不合格"),
    patrol("2020-05-12", 检查结果="不涉及"),
    patrol("2020-06-01", 检查结果="√", 校区="东园"),
    patrol("2020-06-02", 检查结果="看不清"),
    patrol("昨天"),
    patrol("2020-06-30", 检查结果="×"),
    patrol("2020-07-01"),
)


def test_marks_are_counted_by_month_up_to_the_as_of_date() -> None:
    book = book_of(RESULTS, "2020-06-30", "2020-05-01..2020-07-31")

    assert marks(book, month_of) == {"2020-05": Marks(1, 1, 1), "2020-06": Marks(1, 1, 0)}


def test_marks_are_counted_by_campus_in_the_period() -> None:
    book = book_of(RESULTS, "2020-06-30", "2020-06")

    assert marks(book, lambda row: row.campus) == {"东园": Marks(1), "本部": Marks(0, 1)}
