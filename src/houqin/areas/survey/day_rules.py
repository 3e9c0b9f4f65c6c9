"""The rules of the days on which a survey was answered."""

from collections.abc import Iterator
from datetime import date

from houqin.areas.makers import not_after_as_of
from houqin.areas.survey.results import named_as_earlier
from houqin.areas.survey.rows import Answer, Question
from houqin.book import Book
from houqin.problems import Hit, Severity
from houqin.rules import Rule, book_rule

DAYS = "survey.days"

answered_by_as_of = not_after_as_of(
    "SVY-19",
    (Answer,),
    ("date",),
    ("答卷日期不晚于统计日期", "An answer on record was given by the as-of date."),
)


@book_rule(
    "SVY-20",
    "同一批次的答卷日期相近",
    needs=(Answer,),
    zh=("日期 {value} 离本批次的中间日期 {middle} 超过 {days} 天", "请核对日期或调查批次"),
    en=(
        "{value} is more than {days} days from {middle}, the middle of this survey",
        "check the date, or the survey",
    ),
    source="一次调查在一段时间内做完",
    settings=(DAYS,),
    severity=Severity.WARNING,
)
def days_lie_together(book: Book) -> Iterator[Hit]:
    """The answers of one survey are given within some weeks."""
    most, rows = book.settings.number(DAYS), book[Answer]
    for indexes in _dated(book).values():
        middle = _middle(book, indexes)
        for index in indexes:
            if most is not None and abs((rows.column("date")[index] - middle).days) > most:
                yield rows.hit(index, "date", middle=middle, days=int(most))


@book_rule(
    "SVY-21",
    "本学期的调查在学期内，更早的调查写为某题的上期批次",
    needs=(Question, Answer),
    zh=(
        "批次“{survey}”在 {middle} 前后，不在学期 {start} 至 {end} 内",
        "请核对日期；上一期的调查请写在本期题目的上期批次",
    ),
    en=(
        "the survey {survey} is of about {middle}, not within the term {start} to {end}",
        "check the dates; name a survey of an earlier term under 上期批次",
    ),
    source="学期起止日期（参数）",
    settings=("term.start", "term.end"),
    severity=Severity.WARNING,
)
def survey_is_of_the_term(book: Book) -> Iterator[Hit]:
    """A survey is of this term, or another one is compared with it."""
    start, end = book.settings.day("term.start"), book.settings.day("term.end")
    earlier = named_as_earlier(book)
    if start is None or end is None or start > min(end, book.as_of):
        return  # the term itself is wrong, which is told
    for survey, indexes in _dated(book).items():
        middle = _middle(book, indexes)
        if survey not in earlier and not start <= middle <= end:
            index = next(i for i in indexes if book[Answer].column("date")[i] == middle)
            yield book[Answer].hit(
                index, "date", survey=survey, middle=middle, start=start, end=end
            )


def _dated(book: Book) -> dict[str, list[int]]:
    """Return the rows of each survey that have a day by the as-of date."""
    rows, found = book[Answer], dict[str, list[int]]()
    surveys, days = rows.column("survey"), rows.column("date")
    for index in rows.judged("survey", "date"):
        if days[index] is not None and days[index] <= book.as_of:
            found.setdefault(surveys[index], []).append(index)
    return found


def _middle(book: Book, indexes: list[int]) -> date:
    days: list[date] = sorted(book[Answer].column("date")[index] for index in indexes)
    return days[(len(days) - 1) // 2]


RULES: tuple[Rule, ...] = (answered_by_as_of, days_lie_together, survey_is_of_the_term)
