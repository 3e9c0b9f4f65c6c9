"""Which open repairs are overdue, for what, and what is to be done next."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from houqin.areas.makers import day_of
from houqin.areas.repairs.limits import (
    accept_due,
    finish_due,
    is_late_response,
    response_hours,
    response_limit,
)
from houqin.areas.repairs.route import is_cancelled, stated
from houqin.areas.repairs.rows import Repair
from houqin.book import Book
from houqin.problems import Both, Place
from houqin.rows import NotJudged


class Stage(StrEnum):
    """What a repair waits for, the most pressing first."""

    RESPOND = "respond"
    FINISH = "finish"
    ACCEPT = "accept"


FIELDS = {Stage.RESPOND: "received", Stage.FINISH: "finished", Stage.ACCEPT: "accepted"}
NAMES = {
    Stage.RESPOND: Both("受理", "to be taken on"),
    Stage.FINISH: Both("完成", "to be finished"),
    Stage.ACCEPT: Both("验收", "to be accepted"),
}


@dataclass(frozen=True, slots=True)
class Chased:
    """A repair that somebody must see to, and what is to be done next."""

    number: str | None
    campus: str | None
    place: str | None
    kind: str | None
    description: str | None
    urgency: str | None
    repairer: str | None
    reported: datetime
    stage: Stage
    due: date  # the last day for it
    days: int  # calendar days after it, 0 where hours count
    hours: int | None  # without an answer, those of days off left out
    next_step: Both
    index: int
    at: Place  # the cell that is to be filled in

    def facts(self, lang: str = "zh") -> dict[str, object]:
        """Return what the command writes of it."""
        return {
            "number": self.number,
            "campus": self.campus,
            "place": self.place,
            "kind": self.kind,
            "urgency": self.urgency,
            "stage": self.stage.value,
            "due": self.due,
            "days": self.days,
            "hours": self.hours,
            "next_step": self.next_step.of(lang),
            "cell": str(self.at),
        }


def to_chase(book: Book) -> tuple[Chased, ...]:
    """Return the repairs that are overdue, by what they wait for, the longest overdue first."""
    found = _chased(book) if Repair in book else ()
    return tuple(sorted(found, key=lambda each: (list(Stage).index(each.stage), each.due)))


def _chased(book: Book) -> Iterator[Chased]:
    for index, row in enumerate(book[Repair]):
        try:
            waits = _waits_for(row, book)
        except NotJudged:  # a cell that it rests on is told already
            continue
        if waits:
            yield _told(index, row, book, *waits)


def _waits_for(row: Repair, book: Book) -> tuple[Stage, date] | None:
    """Return what a repair waits for too long, and since which day; None where nothing is late."""
    if is_cancelled(row, book) or day_of(row.reported) > book.as_of or _is_doubtful(row, book):
        return None
    if row.finished:
        due = accept_due(row, book)
        is_accepted = row.accepted or stated(row, "acceptor")
        return (Stage.ACCEPT, due) if due and due < book.as_of and not is_accepted else None
    is_waiting = row.has("received") and stated(row, "received") is None
    if is_waiting and is_late_response(row, book, datetime.combine(book.as_of, time())):
        return Stage.RESPOND, day_of(row.reported)
    due = finish_due(row, book)
    return (Stage.FINISH, due) if due and due < book.as_of else None


def _is_doubtful(row: Repair, book: Book) -> bool:
    """Tell whether another rule tells of the dates or the state that make this one late."""
    moments = (stated(row, field) for field in FIELDS.values())
    is_future = any(day_of(moment) > book.as_of for moment in moments if moment)
    said_done = book.group("维修状态", row.get("status")) in ("完成", "验收")
    unfinished = stated(row, "finished") is None
    return is_future or (unfinished and bool(said_done or stated(row, "accepted")))


def _told(index: int, row: Repair, book: Book, stage: Stage, due: date) -> Chased:
    until = datetime.combine(book.as_of, time())
    hours = int(response_hours(row, book, until)) if stage is Stage.RESPOND else None
    return Chased(
        **{name: row.get(name) for name in AS_WRITTEN},
        stage=stage,
        due=due,
        days=(book.as_of - due).days,
        hours=hours,
        next_step=_next_step(row, book, stage),
        index=index,
        at=row.at(FIELDS[stage]),
    )


AS_WRITTEN = (
    "number",
    "campus",
    "place",
    "kind",
    "description",
    "urgency",
    "repairer",
    "reported",
)


def _next_step(row: Repair, book: Book, stage: Stage) -> Both:
    """Say what is to be done next, and by whom."""
    if stage is Stage.RESPOND:
        limit = response_limit(row, book)
        hours = f"{limit.value:f}" if limit else ""
        return Both(
            f"请总务处马上受理派单（时限 {hours} 小时）",
            f"let the office take it on at once (limit {hours} hours)",
        )
    if stage is Stage.ACCEPT:
        who = row.get("reporter") or "报修人"
        return Both(f"请{who}到场验收并签字", f"let {who} look at it and sign")
    who = row.get("repairer") or row.get("supplier")
    if who is None:
        return Both("请安排维修人，商定完成日期", "find somebody to do it, and agree on a day")
    return Both(f"催{who}完工，告知报修人预计日期", f"press {who}, and tell the reporter the day")
