"""The welfare part of the summary: sums of events, of nobody alone."""

from decimal import Decimal

import duckdb
from tests.areas.drawn import book_of

from houqin.areas.welfare.events import usual
from houqin.areas.welfare.section import section
from houqin.master.demo import clean_term
from houqin.sections import Section, Value

HEADINGS = "| 福利发放 | 项目 | 类别 | 日期 | 姓名 | 物品 | 金额 | 签收 |"
NAMES = ("李安", "赵宁", "钱禾", "孙立", "周一", "吴二")


def event(name: str, kind: str, day: str, people: tuple[str, ...], amount: str) -> list[str]:
    return [f"{name} | {kind} | {day} | {each} | 水果 | {amount} | {each} |" for each in people]


def part(*events: list[str], period: str = "") -> Section:
    lines = [line for each in events for line in each]
    rows = [f"| {number} | {line}" for number, line in enumerate(lines, 2)]
    found = section(book_of("\n".join([HEADINGS, *rows]) + "\n", period=period))
    assert found is not None
    return found


def figures(of: Section) -> dict[str, Value]:
    return {each.key.partition(".")[2]: each.total for each in of.figures}


FESTIVAL = event("端午节福利", "节日", "2020-06-23", NAMES, "100")
EXAM = event("助考慰问", "助考", "2020-06-22", NAMES[:5], "50")
VISIT = event("住院慰问", "慰问", "2020-05-20", ("李安",), "500")


def test_events_are_counted_and_summed() -> None:
    found = part(FESTIVAL, EXAM)

    assert figures(found) == {"events": 2, "people": 11, "amount": Decimal(850), "unsigned": 0}
    assert [row[0::4] for row in found.tables[1].rows] == [
        ("端午节福利", Decimal(600)),
        ("助考慰问", Decimal(250)),
    ]


def test_what_one_person_was_given_cannot_be_had_by_subtraction() -> None:
    found = part(FESTIVAL, EXAM, VISIT)

    assert figures(found)["amount"] == 1350
    assert [(row[0], *row[3:]) for row in found.tables[1].rows] == [
        ("端午节福利", 6, Decimal(600)),
        ("其他项目", 6, Decimal(750)),
    ]
    assert "住院" not in repr(found)


def test_one_visit_alone_shows_no_sum() -> None:
    found = part(VISIT)

    assert figures(found) == {"events": 1, "people": 1, "amount": None, "unsigned": 0}
    assert found.tables[1].rows == ()
    assert "500" not in repr(found)


def test_what_was_given_outside_the_period_does_not_count() -> None:
    assert figures(part(FESTIVAL, EXAM, VISIT, period="2020-05"))["people"] == 1


def test_nobody_is_named() -> None:
    assert not [name for name in NAMES if name in repr(part(FESTIVAL, EXAM, VISIT))]


def test_what_is_usual_comes_most_often_and_first() -> None:
    assert usual(["乙", "甲", None, "甲"]) == "甲"
    assert usual(["乙", "甲"]) == "乙"
    assert usual([None]) is None


def test_the_demo_term_agrees_with_sql() -> None:
    rows = clean_term()["welfare"]
    connection = duckdb.connect()
    connection.execute("create table w(event text, date date, person text, amount decimal(9, 2))")
    connection.executemany(
        "insert into w values (?, ?, ?, ?)",
        [[row[name] for name in ("event", "date", "person", "amount")] for row in rows],
    )
    wanted = connection.execute(
        "select count(distinct event), count(*), sum(amount) from w"
    ).fetchone()
    lines = [
        f"{row['event']} | {row['kind']} | {row['date']} | {row['person']} "
        f"| {row['item'] or ''} | {row['amount']} | {row['signed']} |"
        for row in rows
    ]

    found = figures(part(lines))
    assert (found["events"], found["people"], found["amount"]) == wanted
