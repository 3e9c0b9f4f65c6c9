"""The figures of the summary about repairs."""

from collections.abc import Callable, Sequence
from decimal import ROUND_HALF_UP, Decimal

from houqin.areas.measures import Measure, share
from houqin.areas.repairs.facts import RepairFacts, known
from houqin.cells.money import to_cents
from houqin.problems import Both
from houqin.sections import Unit

ONE_PLACE = Decimal("0.1")
Facts = Sequence[RepairFacts]


def _mean(values: Sequence[Decimal | int]) -> Decimal | None:
    if not values:
        return None
    total = sum(map(Decimal, values), Decimal(0))
    return (total / len(values)).quantize(ONE_PLACE, ROUND_HALF_UP)


def _count(is_one: Callable[[RepairFacts], object]) -> Callable[[Facts], int]:
    return lambda facts: sum(bool(is_one(each)) for each in facts)


def _money(of: Callable[[RepairFacts], Decimal | None]) -> Callable[[Facts], Decimal]:
    """Return what adds up an amount of the repairs finished in the period, as far as it is known."""
    return lambda facts: to_cents(
        sum(known(of(each) for each in facts if each.was_finished), Decimal(0))
    )


def _finished_of_reported(facts: Facts) -> Decimal | None:
    reported = [each for each in facts if each.was_reported]
    return share(sum(each.finished is not None for each in reported), len(reported))


def _in_time(facts: Facts) -> Decimal | None:
    """Return how many of those taken on, or waiting too long for it, were taken on in time."""
    judged = known(each.is_late_response for each in facts if each.was_reported)
    return share(judged.count(False), len(judged))


def _finished_in_time(facts: Facts) -> Decimal | None:
    judged = known(each.is_late_finish for each in facts if each.was_finished)
    return share(judged.count(False), len(judged))


def _hours(facts: Facts) -> Decimal | None:
    return _mean(known(each.hours for each in facts if each.was_reported))


def _days(facts: Facts) -> Decimal | None:
    return _mean(known(each.days for each in facts if each.was_finished))


def _own_share(facts: Facts) -> Decimal | None:
    who = known(each.in_house for each in facts if each.was_finished)
    return share(who.count(True), len(who))


def _rating(facts: Facts) -> Decimal | None:
    return _mean(known(each.rating for each in facts if each.was_finished))


REPAIRS: tuple[Measure[RepairFacts], ...] = (
    Measure(
        "repairs.reported",
        Both("报修", "Repairs reported"),
        Unit.COUNT,
        _count(lambda each: each.was_reported),
        Both(
            "维修：报修时间在统计期间内的行数，已取消的不计",
            "维修: rows whose 报修时间 is in the period, those called off left out",
        ),
    ),
    Measure(
        "repairs.urgent",
        Both("其中紧急", "Of these urgent"),
        Unit.COUNT,
        _count(lambda each: each.was_reported and each.is_urgent),
        Both(
            "维修：期间内报修、紧急程度为紧急的行数",
            "维修: rows reported in the period whose 紧急程度 is 紧急",
        ),
    ),
    Measure(
        "repairs.finished",
        Both("已修好", "Finished"),
        Unit.COUNT,
        _count(lambda each: each.was_finished),
        Both("维修：完成时间在统计期间内的行数", "维修: rows whose 完成时间 is in the period"),
    ),
    Measure(
        "repairs.finished_rate",
        Both("修复率", "Finished, of those reported"),
        Unit.RATE,
        _finished_of_reported,
        Both(
            "维修：期间内报修的，到统计日期已完成 ÷ 报修",
            "维修: of the repairs reported in the period, finished by the as-of date ÷ reported",
        ),
    ),
    Measure(
        "repairs.respond_rate",
        Both("及时受理率", "Taken on in time"),
        Unit.RATE,
        _in_time,
        Both(
            "维修：期间内报修的，在参数“报修受理时限”内受理 ÷（已受理 + 超过时限未受理）；休息日的小时不计",
            "维修: of the repairs reported in the period, taken on within repair.respond_hours of "
            "参数 ÷ (taken on + waiting longer than that); hours of days off left out",
        ),
        "repair.respond_rate",
    ),
    Measure(
        "repairs.hours_to_respond",
        Both("平均受理用时（小时）", "Mean hours until taken on"),
        Unit.QUANTITY,
        _hours,
        Both(
            "维修：期间内报修并已受理的，（受理时间 − 报修时间）的小时之和 ÷ 件数；休息日的小时不计",
            "维修: hours from 报修时间 to 受理时间 ÷ repairs, days off left out",
        ),
    ),
    Measure(
        "repairs.finish_rate",
        Both("及时完成率", "Finished in time"),
        Unit.RATE,
        _finished_in_time,
        Both(
            "维修：期间内完成的，在参数“报修完成时限”内完成 ÷ 完成",
            "维修: of the repairs finished in the period, within repair.finish_days of 参数 ÷ finished",
        ),
        "repair.finish_rate",
    ),
    Measure(
        "repairs.days_to_finish",
        Both("平均维修用时", "Mean days until finished"),
        Unit.DAYS,
        _days,
        Both(
            "维修：期间内完成的，（完成日期 − 报修日期）的天数之和 ÷ 件数",
            "维修: of the repairs finished in the period, days from 报修时间 to 完成时间 ÷ repairs",
        ),
    ),
    Measure(
        "repairs.overdue",
        Both("逾期未办", "Overdue"),
        Unit.COUNT,
        _count(lambda each: each.is_overdue),
        Both(
            "维修：到统计日期超过时限还没有受理、完成或验收的行数",
            "维修: rows that on the as-of date are overdue to be taken on, finished or accepted",
        ),
        "repair.most_overdue",
    ),
    Measure(
        "repairs.repeated",
        Both("重复故障", "Broken again"),
        Unit.COUNT,
        _count(lambda each: each.was_reported and each.is_repeat),
        Both(
            "维修：期间内报修，且同校区、同地点、同类型在参数“重复故障认定天数”之内已报修过的行数",
            "维修: rows reported in the period whose kind was reported at the same place "
            "within repair.repeat_days of 参数 before",
        ),
    ),
    Measure(
        "repairs.cost",
        Both("维修费用", "Cost of repairs"),
        Unit.MONEY,
        _money(lambda each: each.cost),
        Both(
            "维修：期间内完成的，实际费用之和；校内维修没有填的取所写领用单按当日加权平均单价的金额",
            "维修: 实际费用 of the repairs finished in the period; of the school's own work without "
            "one, the worth of the stock issues that it names",
        ),
    ),
    Measure(
        "repairs.cost_outside",
        Both("其中外修", "Of this paid to firms"),
        Unit.MONEY,
        _money(lambda each: None if each.in_house else each.cost),
        Both(
            "维修：期间内完成、校内维修不是“是”的，实际费用之和",
            "维修: 实际费用 of the repairs finished in the period that the school did not do itself",
        ),
    ),
    Measure(
        "repairs.own_share",
        Both("校内维修占比", "Done by the school itself"),
        Unit.RATE,
        _own_share,
        Both(
            "维修：期间内完成的，校内维修为“是” ÷ 写明是否校内维修的",
            "维修: of the repairs finished in the period, 校内维修 yes ÷ those that say yes or no",
        ),
    ),
    Measure(
        "repairs.saved",
        Both("校内维修节约", "Saved by own work"),
        Unit.MONEY,
        _money(lambda each: each.saved),
        Both(
            "维修：期间内完成的校内维修，（最低有效报价，没有报价的用预算金额）− 材料费（实际费用，"
            "没有填的取领用单金额）之和；没有报价也没有预算的不计",
            "维修: of the school's own work finished in the period, lowest valid quote (estimate "
            "where there is none) − materials (实际费用, else the worth of the stock issues); "
            "left out where there is neither quote nor estimate",
        ),
    ),
    Measure(
        "repairs.rating",
        Both("平均评价（满分 5）", "Mean rating (of 5)"),
        Unit.QUANTITY,
        _rating,
        Both(
            "维修：期间内完成并有评价的，评价之和 ÷ 件数",
            "维修: sum of 评价 of the repairs finished in the period ÷ repairs rated",
        ),
    ),
)
