"""What the summary tells of hazards: figures, tables and charts."""

from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal

from houqin.areas.measures import Measure, campuses, share
from houqin.areas.safety.deadlines import Standing
from houqin.areas.safety.hazard_facts import HazardFacts, hazard_facts
from houqin.areas.safety.hazard_tables import ageing, hazards_by_month, open_by_grade, overdue_list
from houqin.areas.safety.rows import MODELS, Hazard
from houqin.book import Book
from houqin.problems import Both
from houqin.sections import Chart, Section, Unit

CLOSED_RATE = "hazard.closed_rate"
MOST_OVERDUE = "hazard.most_overdue"
ONE_PLACE = Decimal("0.1")


def _found(facts: Sequence[HazardFacts]) -> int:
    return sum(each.was_found for each in facts)


def _done(facts: Sequence[HazardFacts]) -> int:
    return sum(each.was_found and not each.is_open for each in facts)


def _closed(facts: Sequence[HazardFacts]) -> int:
    return sum(each.was_found and each.is_closed for each in facts)


def _done_of_due(facts: Sequence[HazardFacts]) -> Decimal | None:
    return share(_done(facts), sum(each.was_found and each.is_due for each in facts))


def _done_of_all(facts: Sequence[HazardFacts]) -> Decimal | None:
    return share(_done(facts), _found(facts))


def _overdue(facts: Sequence[HazardFacts]) -> int:
    return sum(each.standing is Standing.OVERDUE for each in facts)


def _due_soon(facts: Sequence[HazardFacts]) -> int:
    return sum(each.standing is Standing.DUE_SOON for each in facts)


def _no_deadline(facts: Sequence[HazardFacts]) -> int:
    return sum(each.standing is Standing.NO_DEADLINE for each in facts)


def _closed_late(facts: Sequence[HazardFacts]) -> int:
    return sum(each.was_finished and each.standing is Standing.CLOSED_LATE for each in facts)


def _mean_days(facts: Sequence[HazardFacts]) -> Decimal | None:
    spans = [
        (each.finished - each.found).days
        for each in facts
        if each.was_finished and each.found and each.finished and each.found <= each.finished
    ]
    mean = share(sum(spans), len(spans))
    return mean.quantize(ONE_PLACE, ROUND_HALF_UP) if mean is not None else None


def _repeated(facts: Sequence[HazardFacts]) -> int:
    return sum(each.was_found and each.is_repeat for each in facts)


HAZARDS = (
    Measure(
        "hazards.found",
        Both("发现隐患", "Hazards found"),
        Unit.COUNT,
        _found,
        Both(
            "隐患台账：发现日期在统计期间内的行数", "隐患台账: rows whose 发现日期 is in the period"
        ),
    ),
    Measure(
        "hazards.done",
        Both("已整改", "Put right"),
        Unit.COUNT,
        _done,
        Both(
            "隐患台账：期间内发现、到统计日期已整改完成的行数",
            "隐患台账: rows found in the period and put right by the as-of date",
        ),
    ),
    Measure(
        "hazards.closed",
        Both("已销号", "Closed"),
        Unit.COUNT,
        _closed,
        Both(
            "隐患台账：期间内发现、到统计日期已销号的行数",
            "隐患台账: rows found in the period and closed by the as-of date",
        ),
    ),
    Measure(
        "hazards.closed_rate",
        Both("整改率（不含未到期）", "Put right, of those due"),
        Unit.RATE,
        _done_of_due,
        Both(
            "隐患台账：期间内发现的隐患，已整改 ÷ 应整改；应整改 = 已整改 + 逾期未整改 + 无期限未整改，未到期的不计",
            "隐患台账: of the hazards found in the period, put right ÷ due; "
            "due = put right + overdue + open without a deadline, not those whose deadline is to come",
        ),
        CLOSED_RATE,
    ),
    Measure(
        "hazards.closed_rate_all",
        Both("整改率（含未到期）", "Put right, of all"),
        Unit.RATE,
        _done_of_all,
        Both(
            "隐患台账：期间内发现的隐患，已整改 ÷ 发现，未到期的也计入",
            "隐患台账: of the hazards found in the period, put right ÷ found, those not yet due included",
        ),
    ),
    Measure(
        "hazards.overdue",
        Both("逾期未整改", "Overdue"),
        Unit.COUNT,
        _overdue,
        Both(
            "隐患台账：到统计日期未整改，且整改期限（经批准延期的按延期至）早于统计日期的行数",
            "隐患台账: rows open on the as-of date whose 整改期限 (延期至 if approved) is before it",
        ),
        MOST_OVERDUE,
    ),
    Measure(
        "hazards.due_soon",
        Both("即将到期", "Due soon"),
        Unit.COUNT,
        _due_soon,
        Both(
            "隐患台账：到统计日期未整改，且在参数“隐患到期提醒提前天数”之内到期的行数",
            "隐患台账: rows open on the as-of date and due within hazard.due_soon_days of 参数",
        ),
    ),
    Measure(
        "hazards.no_deadline",
        Both("无整改期限", "Without a deadline"),
        Unit.COUNT,
        _no_deadline,
        Both(
            "隐患台账：到统计日期未整改，没有填整改期限，参数也没有该等级天数的行数",
            "隐患台账: rows open on the as-of date without 整改期限 or days for their grade on 参数",
        ),
    ),
    Measure(
        "hazards.closed_late",
        Both("逾期整改完成", "Put right late"),
        Unit.COUNT,
        _closed_late,
        Both(
            "隐患台账：整改完成日期在期间内，且晚于整改期限的行数",
            "隐患台账: rows whose 整改完成日期 is in the period and after their deadline",
        ),
    ),
    Measure(
        "hazards.days_to_finish",
        Both("平均整改用时", "Mean days to put right"),
        Unit.DAYS,
        _mean_days,
        Both(
            "隐患台账：期间内整改完成的隐患，（整改完成日期 − 发现日期）的天数之和 ÷ 件数",
            "隐患台账: of the hazards put right in the period, days from 发现日期 to 整改完成日期 ÷ hazards",
        ),
    ),
    Measure(
        "hazards.repeated",
        Both("重复隐患", "Found again"),
        Unit.COUNT,
        _repeated,
        Both(
            "隐患台账：期间内发现，且同校区、同位置、同类别在参数“重复隐患认定天数”之内已发现过的行数",
            "隐患台账: rows found in the period whose kind was found at the same place "
            "within hazard.repeat_days of 参数 before",
        ),
    ),
)


def hazard_part(book: Book) -> Section:
    """Return the part of the summary that 隐患台账 gives."""
    facts, where = hazard_facts(book), campuses(book, MODELS)
    tables = (
        open_by_grade(facts, book),
        overdue_list(book),
        ageing(book),
        hazards_by_month(facts, book),
    )
    return Section(
        "hazards",
        Both("隐患", "Hazards"),
        tuple(measure.figure(facts, where, book) for measure in HAZARDS),
        tables,
        (
            Chart(tables[3].title, "column", tables[3].key, 0, (1, 2, 3)),
            Chart(tables[2].title, "bar", tables[2].key, 0, (len(tables[2].headings) - 1,)),
        ),
        tuple(_undated(facts, book)),
    )


def _undated(facts: Sequence[HazardFacts], book: Book) -> Iterator[Both]:
    """Say how many hazards are in no period because their day cannot be read."""
    number = sum(each.found is None for each in facts)
    if number:
        sheet = book[Hazard].sheet
        yield Both(
            f"{sheet}有 {number} 行的发现日期没有读出，未计入期间",
            f"{number} rows of {sheet} have no readable 发现日期 and are counted in no period",
        )
