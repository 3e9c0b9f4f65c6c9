"""The tables of the summary about repairs."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from houqin.areas.measures import campuses
from houqin.areas.repairs.chase import NAMES, to_chase
from houqin.areas.repairs.facts import RepairFacts, known
from houqin.areas.repairs.rows import MODELS
from houqin.areas.tallies import TOTAL, by_campus, by_month, in_order
from houqin.book import Book
from houqin.cells.money import to_cents
from houqin.problems import Both
from houqin.sections import SectionTable, Unit, Value

KIND = Both("维修类型", "Kind")
ONE_PLACE = Decimal("0.1")
Facts = Sequence[RepairFacts]


def repairs_by_kind(facts: Facts, book: Book) -> SectionTable:
    """Return how many repairs of each kind were reported in the period, at each campus."""
    reported = [each for each in facts if each.was_reported]
    return by_campus(
        "repairs_by_kind",
        Both("报修（类型 × 校区）", "Repairs by kind and campus"),
        KIND,
        {kind: [each for each in reported if each.kind == kind] for kind in _kinds(reported, book)},
        campuses(book, MODELS),
    )


def turnaround(facts: Facts, book: Book) -> SectionTable:
    """Return how long repairs took, by kind and in all."""
    done = [each for each in facts if each.was_finished]
    return SectionTable(
        "repairs_turnaround",
        Both("维修用时", "How long repairs took"),
        (
            KIND,
            Both("完成", "Finished"),
            Both("平均天数", "Mean days"),
            Both("最长天数", "Most days"),
            Both("超时完成", "Finished late"),
        ),
        (Unit.TEXT, Unit.COUNT, Unit.QUANTITY, Unit.COUNT, Unit.COUNT),
        tuple((name, *_spans(theirs)) for name, theirs in _groups(done, book)),
    )


def _spans(facts: Facts) -> tuple[Value, ...]:
    days = known(each.days for each in facts)
    mean = (Decimal(sum(days)) / len(days)).quantize(ONE_PLACE, ROUND_HALF_UP) if days else None
    return (
        len(facts),
        mean,
        max(days, default=None),
        sum(bool(each.is_late_finish) for each in facts),
    )


def costs(facts: Facts, book: Book) -> SectionTable:
    """Return what repairs cost and what own work saved, by kind and in all."""
    done = [each for each in facts if each.was_finished]
    return SectionTable(
        "repairs_costs",
        Both("维修费用与节约", "Cost and savings"),
        (
            KIND,
            Both("校内维修（件）", "Own work"),
            Both("材料费", "Materials"),
            Both("外修（件）", "By firms"),
            Both("外修费用", "Paid to firms"),
            Both("校内维修节约", "Saved by own work"),
        ),
        (Unit.TEXT, Unit.COUNT, Unit.MONEY, Unit.COUNT, Unit.MONEY, Unit.MONEY),
        tuple((name, *_spent(theirs)) for name, theirs in _groups(done, book)),
    )


def _spent(facts: Facts) -> tuple[Value, ...]:
    own = [each for each in facts if each.in_house]
    firms = [each for each in facts if not each.in_house]
    saved = _sum([each.saved for each in own])
    return (
        len(own),
        _sum([each.cost for each in own]),
        len(firms),
        _sum([each.cost for each in firms]),
        saved,
    )


def _sum(amounts: Sequence[Decimal | None]) -> Decimal:
    return to_cents(sum(known(amounts), Decimal(0)))


def _kinds(facts: Facts, book: Book) -> list[str | None]:
    return in_order((each.kind for each in facts), "维修类型", book)


def _groups(facts: Facts, book: Book) -> list[tuple[str | None, Facts]]:
    """Return repairs by kind, and all of them under the word for total."""
    groups: list[tuple[str | None, Facts]] = [
        (kind, [each for each in facts if each.kind == kind]) for kind in _kinds(facts, book)
    ]
    return [*groups, (TOTAL.zh, facts)] if groups else []


def chase_list(book: Book) -> SectionTable:
    """Return the overdue repairs with what is to be done next."""
    return SectionTable(
        "repairs_overdue",
        Both("逾期维修", "Overdue repairs"),
        (
            Both("报修单号", "Number"),
            Both("校区", "Campus"),
            Both("地点", "Place"),
            KIND,
            Both("待办", "Waits"),
            Both("到期", "Due"),
            Both("逾期天数", "Days overdue"),
            Both("下一步", "Next step"),
        ),
        (*[Unit.TEXT] * 5, Unit.DATE, Unit.DAYS, Unit.TEXT),
        tuple(
            (
                each.number,
                each.campus,
                each.place,
                each.kind,
                NAMES[each.stage].zh,
                each.due,
                each.days,
                each.next_step.zh,
            )
            for each in to_chase(book)
        ),
    )


def repairs_by_month(facts: Facts, book: Book) -> SectionTable:
    """Return how many repairs were reported, finished and accepted in each month."""
    series = (
        ("reported", Both("报修", "Reported")),
        ("finished", Both("完成", "Finished")),
        ("accepted", Both("验收", "Accepted")),
    )
    return by_month(
        "repairs_by_month",
        Both("各月维修", "Repairs by month"),
        [
            (heading, [day for each in facts if (day := getattr(each, field)) in book.period])
            for field, heading in series
        ],
        book,
    )
