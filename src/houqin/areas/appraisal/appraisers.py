"""The rules about people and months: who is appraised, by whom, and when."""

from collections.abc import Iterator
from itertools import chain

from houqin.areas.appraisal.calendar import days_of, first_day
from houqin.areas.appraisal.rows import Appraisal
from houqin.areas.makers import UNKNOWN_EN, UNKNOWN_ZH, told_once, unknown
from houqin.areas.school.rows import PersonRow
from houqin.areas.staff import AWAY_EN, AWAY_ZH, NAMED
from houqin.areas.terms import has_begun, in_term
from houqin.book import Book
from houqin.problems import Hit, Severity
from houqin.rules import Rule, book_rule, row_rule

ONESELF = "自评"


month_has_begun = has_begun(
    "APR-02",
    Appraisal,
    "month",
    ("考核月份不晚于统计日期", "A month that is appraised has begun by the as-of date."),
    span=days_of,
)
month_lies_in_term = in_term(
    "APR-03",
    Appraisal,
    "month",
    ("考核月份在学期之内", "A month that is appraised lies in the term, in part at least."),
    span=days_of,
)


@row_rule(
    "APR-08",
    Appraisal,
    "自评由本人，其他来源由别人考核",
    zh=("“{value}”考核“{person}”，来源写的是“{source}”", "自评填本人，其他来源填考核他的人"),
    en=(
        "{value} appraises {person}, and the source is {source}",
        "let people appraise themselves for 自评 only, and others for the rest",
    ),
    source="考核人与被考核人分开，自评除外",
)
def appraiser_fits_source(row: Appraisal, book: Book) -> Iterator[Hit]:  # noqa: ARG001 - all row rules look alike
    """People appraise themselves for 自评, and are appraised by others for the rest."""
    source = row.source if row.has("source") else None
    if (row.appraiser == row.person) != (source == ONESELF):
        at = (row.at("person"),)
        yield row.hit("appraiser", related=at, person=row.person, source=source)


@book_rule(
    "APR-09",
    "考核人和被考核人在人员表中",
    needs=(Appraisal, PersonRow),
    zh=UNKNOWN_ZH,
    en=UNKNOWN_EN,
    **NAMED,
)
def people_are_known(book: Book) -> Iterator[Hit]:
    """Whoever appraises or is appraised is on the staff list; a name is told once."""
    rows, people = book[Appraisal], book[PersonRow]
    hits = (unknown(rows, field, people, "name") for field in ("person", "appraiser"))
    yield from told_once(chain.from_iterable(hits))


@book_rule(
    "APR-10",
    "被考核人当月在岗",
    needs=(Appraisal, PersonRow),
    zh=AWAY_ZH,
    en=AWAY_EN,
    source="人员 到岗日期、离岗日期",
    severity=Severity.WARNING,
)
def person_was_there(book: Book) -> Iterator[Hit]:
    """Whoever is appraised was on the staff in that month, for a day at least."""
    rows = book[Appraisal]
    names, months = rows.column("person"), rows.column("month")
    staff: dict[str, list[PersonRow]] = {}
    for person in book[PersonRow]:
        staff.setdefault(person.get("name"), []).append(person)
    told = set[tuple[str, str]]()
    for index in rows.judged("person", "month"):
        name, month = names[index], months[index]
        was_told = (name, month) in told or first_day(month) > book.as_of
        if not was_told and name in staff and not _any_there(staff[name], month):
            told.add((name, month))
            yield rows.hit(index, "person", name=name, day=month)


def _any_there(people: list[PersonRow], month: str) -> bool:
    first, last = days_of(month)
    return any(
        (person.get("joined") or first) <= last and first <= (person.get("left") or last)
        for person in people
    )


RULES: tuple[Rule, ...] = (
    month_has_begun,
    month_lies_in_term,
    appraiser_fits_source,
    people_are_known,
    person_was_there,
)
