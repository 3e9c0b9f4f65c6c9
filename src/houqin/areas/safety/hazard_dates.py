"""The rules about the dates of a hazard: none to come, all in order, extensions approved."""

from collections.abc import Iterator
from datetime import date

from houqin.areas.makers import not_after_as_of, not_before
from houqin.areas.safety.deadlines import first_deadline, if_judged, value
from houqin.areas.safety.rows import Hazard
from houqin.book import Book
from houqin.problems import Hit
from houqin.rules import Rule, row_rule

LEDGER = "安全隐患排查整改台账"
RECKONING = "日期先后"
PRACTICE = "学校安全隐患排查整改销号制度"


not_in_the_future = not_after_as_of(
    "HAZ-02",
    (Hazard,),
    ("found", "finished", "verified"),
    (
        "隐患的发现、完成和验收日期不晚于统计日期",
        "A hazard is not found, put right or accepted after the as-of date.",
    ),
)


def past(row: Hazard, field: str, book: Book) -> date | None:
    """Return a date that may be compared: one after the as-of date is told as such already."""
    day: date | None = value(row, field)
    return day if day and day <= book.as_of else None


def before_found(row: Hazard, book: Book) -> list[str]:
    """Name the dates that lie before the day on which the hazard was found."""
    found = past(row, "found", book)
    days = {field: row.get(field) for field in ("deadline", "finished")}
    return [field for field, day in days.items() if found and day and day < found]


@row_rule(
    "HAZ-03",
    Hazard,
    "发现日期不晚于整改期限和整改完成日期",
    zh=("发现日期 {value} 晚于整改期限 {deadline} 和完成日期 {finished}", "请核对发现日期"),
    en=(
        "found on {value}, after both its deadline {deadline} and its end {finished}",
        "check the day it was found",
    ),
    source=RECKONING,
)
def found_before_both(row: Hazard, book: Book) -> Iterator[Hit]:
    """A hazard is not found after both its deadline and the day it was put right."""
    early = before_found(row, book)
    if len(early) > 1:
        related = [row.at(field) for field in early]
        yield row.hit("found", related=related, deadline=row.deadline, finished=row.finished)


@row_rule(
    "HAZ-04",
    Hazard,
    "整改期限不早于发现日期",
    zh=("整改期限 {value} 早于发现日期 {found}", "请改正其中一个日期"),
    en=("the deadline {value} is before the day it was found, {found}", "correct one of the two"),
    source=LEDGER,
)
def deadline_not_before_found(row: Hazard, book: Book) -> Iterator[Hit]:
    """A deadline is not before the day on which the hazard was found."""
    if before_found(row, book) == ["deadline"]:
        yield row.hit("deadline", related=(row.at("found"),), found=row.found)


@row_rule(
    "HAZ-05",
    Hazard,
    "整改完成日期不早于发现日期",
    zh=("整改完成日期 {value} 早于发现日期 {found}", "请改正其中一个日期"),
    en=("put right on {value}, before it was found on {found}", "correct one of the two dates"),
    source=LEDGER,
)
def finished_not_before_found(row: Hazard, book: Book) -> Iterator[Hit]:
    """A hazard is not put right before it was found."""
    if before_found(row, book) == ["finished"]:
        yield row.hit("finished", related=(row.at("found"),), found=row.found)


@row_rule(
    "HAZ-06",
    Hazard,
    "验收日期不早于整改完成日期",
    zh=("验收日期 {value} 早于整改完成日期 {finished}", "请改正其中一个日期"),
    en=(
        "accepted on {value}, before it was put right on {finished}",
        "correct one of the two dates",
    ),
    source=RECKONING,
)
def verified_not_before_finished(row: Hazard, book: Book) -> Iterator[Hit]:
    """A hazard is not accepted before it was put right."""
    finished, verified = past(row, "finished", book), past(row, "verified", book)
    if finished and verified and verified < finished:
        yield row.hit("verified", related=(row.at("finished"),), finished=finished)


extension_not_before_deadline = not_before(
    "HAZ-07",
    Hazard,
    "extended_to",
    "deadline",
    (
        "延期后的日期不早于原整改期限",
        "A deadline is put off to a later day, not to an earlier one.",
    ),
    zh=("延期至 {value} 早于原整改期限 {earlier}", "请改正其中一个日期"),
    en=("put off to {value}, before the first deadline {earlier}", "correct one of the two dates"),
    source=RECKONING,
)


@row_rule(
    "HAZ-08",
    Hazard,
    "延期要有批准人",
    zh=("整改期限 {deadline} 延期至 {extended_to}，但没有延期批准人", "请补填批准人，或清空延期至"),
    en=(
        "the deadline {deadline} is put off to {extended_to}, but nobody approved it",
        "name who approved it, or clear the new date",
    ),
    source=PRACTICE,
)
def extension_is_approved(row: Hazard, book: Book) -> Iterator[Hit]:
    """Putting off a deadline needs somebody's approval."""
    if row.extended_to and not row.extended_by:
        yield row.hit(
            "extended_by",
            related=(row.at("extended_to"),),
            deadline=if_judged(first_deadline, row, book) or "",
            extended_to=row.extended_to,
        )


RULES: tuple[Rule, ...] = (
    not_in_the_future,
    found_before_both,
    deadline_not_before_found,
    finished_not_before_found,
    verified_not_before_finished,
    extension_not_before_deadline,
    extension_is_approved,
)
