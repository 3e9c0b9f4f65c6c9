"""The rules about the dates of a repair: none to come, none missing, all in order."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time

from houqin.areas.makers import day_of, not_after_as_of
from houqin.areas.repairs.route import stated, told
from houqin.areas.repairs.rows import Repair
from houqin.book import Book
from houqin.problems import Hit
from houqin.rules import Rule, row_rule

FORM = "维修申报审批单"
RECKONING = "日期先后"
STEPS = ("reported", "received", "finished", "accepted")

not_in_the_future = not_after_as_of(
    "REP-02",
    (Repair,),
    (*STEPS, "approved", "reimbursed"),
    (
        "报修、审批、受理、完成、验收和报销的日期不晚于统计日期",
        "Nothing about a repair is dated after the as-of date.",
    ),
)


def is_before(later: date, earlier: date) -> bool:
    """Tell whether what should be later is surely before; a date without a time is a whole day."""
    if _has_time(later) and _has_time(earlier):
        return later < earlier
    return day_of(later) < day_of(earlier)


def past(row: Repair, field: str, book: Book) -> date | None:
    """Return a date that may be compared: one after the as-of date is told as such already."""
    moment: date | None = stated(row, field)
    return moment if moment and day_of(moment) <= book.as_of else None


@row_rule(
    "REP-03",
    Repair,
    "报修、受理、完成、验收的时间依次先后",
    zh=("{heading} {value} 与{other} {day} 先后颠倒", "请改正其中一个时间"),
    en=("{value} is out of order with {other} {day}", "correct one of the two"),
    source=RECKONING,
)
def steps_are_in_order(row: Repair, book: Book) -> Iterator[Hit]:
    """A repair is reported, taken on, finished and accepted in this order, and approved after the report."""
    steps = [(field, moment) for field in STEPS if (moment := past(row, field, book))]
    wrong = _out_of_order([moment for _, moment in steps])
    if wrong is not None:
        field, other = (steps[index][0] for index in wrong)
        yield _reversed(row, field, other)
    elif (approved := past(row, "approved", book)) and is_before(approved, row.reported):
        yield _reversed(row, "approved", "reported")


def _out_of_order(moments: Sequence[date]) -> tuple[int, int] | None:
    """Return which moment stands in the wrong order to which: the one that fits none, else the later."""
    bad = next((i for i in range(1, len(moments)) if is_before(moments[i], moments[i - 1])), None)
    if bad is None:
        return None
    fits_without_later = _is_in_order([*moments[:bad], *moments[bad + 1 :]])
    fits_without_earlier = _is_in_order([*moments[: bad - 1], *moments[bad:]])
    return (bad - 1, bad) if fits_without_earlier and not fits_without_later else (bad, bad - 1)


def _is_in_order(moments: Sequence[date]) -> bool:
    return not any(is_before(moments[i], moments[i - 1]) for i in range(1, len(moments)))


def _reversed(row: Repair, field: str, other: str) -> Hit:
    headings = Repair.headings()
    names = {"heading": headings[field].name, "other": headings[other].name}
    names |= {"value": told(row.get(field)), "day": told(row.get(other))}
    return row.hit(field, related=(row.at(other),), **names)


def _has_time(moment: date) -> bool:
    return isinstance(moment, datetime) and moment.time() != time()


@row_rule(
    "REP-04",
    Repair,
    "后一步已填时间的，前一步也有时间",
    zh=("已填{later} {day}，但没有{heading}", "请补填{heading}，或清空{later}"),
    en=("{later} is {day}, but this step before it is blank", "fill it in, or clear {later}"),
    source=FORM,
)
def no_step_is_missing(row: Repair, book: Book) -> Iterator[Hit]:  # noqa: ARG001 - all look alike
    """A repair that has come to a step has the time of the step before."""
    for field, later in (("received", "finished"), ("finished", "accepted")):
        if stated(row, later) and row.has(field) and stated(row, field) is None:
            headings = Repair.headings()
            names = {"heading": headings[field].name, "later": headings[later].name}
            yield row.hit(field, related=(row.at(later),), day=told(row.get(later)), **names)


RULES: tuple[Rule, ...] = (not_in_the_future, steps_are_in_order, no_step_is_missing)
