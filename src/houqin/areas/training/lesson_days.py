"""The rules of when a topic is due, and how many pupils must have finished it then."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from houqin.areas.measures import COMPARISONS
from houqin.areas.training.rows import SafetyLesson
from houqin.book import Book
from houqin.problems import Hit, Severity
from houqin.rules import Rule, book_rule, row_rule

RATE = "lesson.rate"
PLATFORM = "安全教育平台班级完成情况"


@row_rule(
    "LSN-10",
    SafetyLesson,
    "到截止日期达到要求的完成率",
    zh=("{due} 已截止，完成率 {rate}，没有达到 {limit}", "请提醒班主任督促未完成的学生"),
    en=("due on {due}, {rate} finished, and not {limit}", "remind the form teacher"),
    severity=Severity.WARNING,
    source="参数 安全教育完成率",
    settings=(RATE,),
)
def lessons_are_finished_in_time(row: SafetyLesson, book: Book) -> Iterator[Hit]:
    """As many pupils as 参数 asks for have finished a topic when it is due."""
    if row.due >= book.as_of or row.completed > row.pupils:
        return
    rate = Decimal(row.completed) / row.pupils
    if is_below(rate, row.get("campus"), row.due, book):
        limit = book.settings.number(RATE, row.get("campus"), row.due)
        shown = {"due": row.due, "rate": f"{rate:.1%}", "limit": f"{limit:.0%}"}
        yield row.hit("completed", related=(row.at("due"),), **shown)


def is_below(rate: Decimal, campus: str | None, day: date | None, book: Book) -> bool:
    """Tell whether a rate does not reach what 参数 asks for, if it asks for any."""
    limit = book.settings.find(RATE, campus, day)
    if limit is None or limit.value is None:
        return False
    return not COMPARISONS.get(limit.comparator, COMPARISONS[">="])(rate, limit.value)


@book_rule(
    "LSN-11",
    "同一专题的截止日期相同",
    needs=(SafetyLesson,),
    zh=("截止日期 {value} 与同一专题第 {row} 行的 {first} 不同", "请改正其中一行"),
    en=("{value} differs from {first} in row {row} of the same topic", "correct one of the two"),
    source=PLATFORM,
)
def topic_has_one_day(book: Book) -> Iterator[Hit]:
    """A topic is due on one day for all classes; whoever differs from most is told."""
    rows = book[SafetyLesson]
    topics, days = rows.column("topic"), rows.column("due")
    by_topic: dict[str, list[int]] = defaultdict(list)
    for index in rows.judged("topic", "due"):
        by_topic[topics[index]].append(index)
    for indexes in by_topic.values():
        told = [days[index] for index in indexes]
        usual = max(dict.fromkeys(told), key=told.count)
        first = indexes[told.index(usual)]
        for index in (each for each in indexes if days[each] != usual):
            at = (rows.place(first, "due"),)
            yield rows.hit(index, "due", related=at, first=usual, row=rows.numbers[first])


RULES: tuple[Rule, ...] = (lessons_are_finished_in_time, topic_has_one_day)
