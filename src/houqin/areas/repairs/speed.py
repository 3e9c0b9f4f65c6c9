"""The rules about how fast repairs go: none overdue, delays explained, nothing broken again soon."""

from collections.abc import Iterator
from datetime import datetime, time

from houqin.areas.makers import day_of, unique
from houqin.areas.repairs.chase import FIELDS, NAMES, Stage, to_chase
from houqin.areas.repairs.dates import is_before, past
from houqin.areas.repairs.limits import (
    ACCEPT,
    FINISH,
    RESPOND,
    finish_due,
    is_late_response,
    response_hours,
    response_limit,
)
from houqin.areas.repairs.route import is_cancelled, stated, told
from houqin.areas.repairs.rows import Repair
from houqin.book import Book
from houqin.cells.text import unspaced
from houqin.problems import Hit, Severity
from houqin.rules import Rule, book_rule, row_rule

PROMISE = "报修服务承诺：按时受理、按时修好"
REPEAT_DAYS = "repair.repeat_days"

number_unique = unique(
    "REP-01",
    Repair,
    ("number",),
    ("报修单号不重复", "A repair's number is its own."),
    source="维修申报审批单",
)


@book_rule(
    "REP-25",
    "报修按期受理、完成和验收",
    needs=(Repair,),
    zh=("还没有{stage}，{said}", "{step}"),
    en=("it is {stage_en}, {said_en}", "{step_en}"),
    source=PROMISE,
    severity=Severity.WARNING,
    settings=(RESPOND, FINISH, ACCEPT),
)
def nothing_is_overdue(book: Book) -> Iterator[Hit]:
    """A repair is taken on, finished and accepted in time."""
    rows = book[Repair]
    rows.require("finished")
    for each in to_chase(book):
        said = (f"{each.due} 到期，已逾期 {each.days} 天", f"{each.days} days after {each.due}")
        if each.stage is Stage.RESPOND:
            said = (
                f"报修后已过 {each.hours} 小时（休息日不计）",
                f"{each.hours} hours after the report, days off left out",
            )
        name = NAMES[each.stage]
        yield rows.hit(
            each.index,
            FIELDS[each.stage],
            related=(rows.place(each.index, "reported"),),
            stage=name.zh,
            stage_en=name.en,
            said=said[0],
            said_en=said[1],
            step=each.next_step.zh,
            step_en=each.next_step.en,
        )


@row_rule(
    "REP-26",
    Repair,
    "超过时限受理的在备注写明原因",
    zh=("报修后 {hours} 小时才受理，时限 {limit} 小时（休息日不计）", "请在备注写明原因"),
    en=("taken on after {hours} hours where {limit} are allowed", "give the reason as a note"),
    source=PROMISE,
    severity=Severity.WARNING,
    settings=(RESPOND,),
)
def late_response_is_explained(row: Repair, book: Book) -> Iterator[Hit]:
    """A repair that was taken on too late says why."""
    received, limit = past(row, "received", book), response_limit(row, book)
    if received is None or stated(row, "note") or is_before(received, row.reported):
        return
    until = row.received or datetime.combine(day_of(received), time())
    if limit and is_late_response(row, book, until):
        hours = response_hours(row, book, until)
        yield row.hit("received", related=(row.at("reported"),), hours=hours, limit=limit.value)


@row_rule(
    "REP-27",
    Repair,
    "超过期限完成的在备注写明原因",
    zh=("应在 {due} 前完成，实际是 {value}", "请在备注写明原因"),
    en=("it was due on {due} and is finished on {value}", "give the reason as a note"),
    source=PROMISE,
    severity=Severity.WARNING,
    settings=(FINISH,),
)
def late_finish_is_explained(row: Repair, book: Book) -> Iterator[Hit]:
    """A repair that was finished too late says why."""
    finished, due = past(row, "finished", book), finish_due(row, book)
    is_ordered = not is_before(finished or row.reported, row.reported)
    if finished and due and day_of(finished) > due and is_ordered and not stated(row, "note"):
        shown = {"due": due, "value": told(finished)}
        yield row.hit("finished", related=(row.at("reported"),), **shown)


@book_rule(
    "REP-28",
    "同一地点同类故障短期内不重复出现",
    needs=(Repair,),
    zh=("{days} 天内同一地点已有同类报修 {earlier}", "请查明是否没有修好，或需要更换"),
    en=("the same kind was reported here within {days} days: {earlier}", "find out why"),
    source="重复故障",
    severity=Severity.WARNING,
    settings=(REPEAT_DAYS,),
)
def nothing_breaks_again(book: Book) -> Iterator[Hit]:
    """The same kind of fault is not reported again at the same place soon after."""
    rows = book[Repair]
    for index, earlier in repeated(book).items():
        numbers = tuple(rows.key(each) for each in earlier)
        at = tuple(rows.place(each, "place") for each in earlier)
        row = rows[index]
        days = book.settings.number(REPEAT_DAYS, row.get("campus"), row.reported.date())
        yield rows.hit(index, "place", related=at, days=days, earlier=numbers)


def repeated(book: Book) -> dict[int, list[int]]:
    """Return the repairs that repeat earlier ones: the same kind and place within the days of 参数."""
    rows, seen, found = book[Repair], dict[tuple[object, ...], list[int]](), {}
    moments = rows.column("reported")
    able = [i for i in rows.judged("reported", "place", "kind") if _counts(rows[i], book)]
    for index in sorted(able, key=moments.__getitem__):
        row = rows[index]
        like = seen.setdefault((row.get("campus"), unspaced(row.place), row.kind), [])
        earlier = [each for each in like if _is_again(row, rows[each], book)]
        if earlier:
            found[index] = earlier
        like.append(index)
    return dict(sorted(found.items()))


def _counts(row: Repair, book: Book) -> bool:
    return day_of(row.reported) <= book.as_of and not is_cancelled(row, book)


def _is_again(row: Repair, earlier: Repair, book: Book) -> bool:
    """Tell whether something broke again; what is written down twice is told by its number."""
    days = book.settings.number(REPEAT_DAYS, row.get("campus"), row.reported.date())
    same = row.get("number") is not None and row.get("number") == earlier.get("number")
    between = (day_of(row.reported) - day_of(earlier.reported)).days
    return not same and days is not None and 0 < between <= days


RULES: tuple[Rule, ...] = (
    number_unique,
    nothing_is_overdue,
    late_response_is_explained,
    late_finish_is_explained,
    nothing_breaks_again,
)
