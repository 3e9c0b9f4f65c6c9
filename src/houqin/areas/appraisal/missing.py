"""The rules about what is missing: whole months, somebody's month, somebody's source."""

from collections.abc import Iterator
from dataclasses import replace

from houqin.areas.appraisal.calendar import in_term, months_due
from houqin.areas.appraisal.marks import marks
from houqin.areas.appraisal.marks import months as months_there
from houqin.areas.appraisal.rows import Appraisal
from houqin.areas.appraisal.weights import WEIGHT, weighted
from houqin.areas.school.rows import PersonRow
from houqin.book import Book
from houqin.cells.choices import closest
from houqin.problems import Hit, Severity
from houqin.rules import Rule, book_rule

POSTS = "考核岗位"
MONTHLY = "后勤人员每月考核"


@book_rule(
    "APR-12",
    "每个月都有考核，有权重的来源都评了",
    needs=(Appraisal,),
    zh=("{months} 没有{what}", "请补登，或核对参数中的权重"),
    en=("there is no {what} for {months}", "enter it, or look at the weights on 参数"),
    source=MONTHLY,
    severity=Severity.WARNING,
    settings=("appraisal.due_days", "appraisal.weight"),
)
def months_are_appraised(book: Book) -> Iterator[Hit]:
    """Every month of the term is appraised, by every source that has a weight."""
    due, there = months_due(book), months_there(book)
    lacking = {"月考核": [month for month in due if month not in there]} if there else {}
    for source in weighted(book):
        had = _months_with(source, book)
        lacking[source] = [month for month in due if month in there - had]
    for what, months in lacking.items():
        if months:
            yield _on_sheet(book, what, months)


def _on_sheet(book: Book, what: str, months: list[str]) -> Hit:
    """Return a hit at no cell; which month is missing is nobody's secret."""
    setting = book.settings.find(f"{WEIGHT}.{what}")
    related = (setting.place,) if setting and setting.place else ()
    hit = book[Appraisal].sheet_hit("month", related=related, what=what, months=tuple(months))
    return replace(hit, private=False)


def _months_with(source: str, book: Book) -> set[str]:
    """Return the months that a source appraised, and those that do not tell, or not of all rows."""
    rows = book[Appraisal]
    pairs = set(zip(rows.column("month"), rows.column_or_blank("source"), strict=True))
    if (None, source) in pairs:
        return months_there(book)
    return {month for month, said in pairs if said in (source, None)}


@book_rule(
    "APR-13",
    "考核岗位上的人每月都有考核",
    needs=(Appraisal, PersonRow),
    zh=("“{name}”没有 {months} 的月考核", "请补登，或核对职务和到岗、离岗日期"),
    en=(
        "there is no appraisal of {name} for {months}",
        "enter it, or look at the person's role and days",
    ),
    source=MONTHLY,
    severity=Severity.WARNING,
    settings=("appraisal.due_days",),
)
def nobody_is_missing(book: Book) -> Iterator[Hit]:
    """Whoever holds a post of the list 考核岗位 all month is appraised for it."""
    for index, months in missing(book).items():
        people = book[PersonRow]
        name = people.column("name")[index]
        yield people.hit(index, "roles", name=name, months=tuple(months))


def missing(book: Book) -> dict[int, list[str]]:
    """Return the rows of 人员 that lack months which others have, and these months."""
    rows, people = book[Appraisal], book[PersonRow]
    had = set(zip(rows.column("person"), rows.column("month"), strict=True))
    # somebody's, but nobody can tell whose or of which month
    open_months, open_names = _beside_none(had), _beside_none({(m, n) for n, m in had})
    open_names |= _misspelt(book)  # told by another rule
    found: dict[int, list[str]] = {}
    for index, month in expected(book):
        name = people.column("name")[index]
        is_open = month in open_months or name in open_names
        if not is_open and (name, month) not in had:
            found.setdefault(index, []).append(month)
    return found


def _beside_none(pairs: set[tuple[str | None, str | None]]) -> set[str | None]:
    return {other for one, other in pairs if one is None}


def _misspelt(book: Book) -> set[str | None]:
    """Return the people of the staff list whom names much like theirs may mean."""
    staff = sorted(map(str, book[PersonRow].known("name")))
    return {closest(name, staff) for name in book[Appraisal].known("person") - set(staff)}


def expected(book: Book) -> Iterator[tuple[int, str]]:
    """Yield who must be appraised for which month: rows of 人员, among the months that are there."""
    posts = book.vocabularies.get(POSTS)
    people = book[PersonRow]
    months = [month for month in months_due(book) if month in months_there(book)]
    roles = people.column("roles")
    for index in people.judged("name", "roles"):
        if posts and any(posts.read(role) in posts.values for role in roles[index] or ()):
            yield from (
                (index, month) for month in months if _all_month(people[index], month, book)
            )


def _all_month(person: PersonRow, month: str, book: Book) -> bool:
    """Tell whether somebody was there all of a month, as far as it lies in the term."""
    first, last = in_term(month, book)
    return (person.get("joined") or first) <= first and last <= (person.get("left") or last)


@book_rule(
    "APR-14",
    "一人一月的考核，有权重的来源都评了",
    needs=(Appraisal,),
    zh=("“{name}”{month} 没有{sources}", "请补登这个来源的考核"),
    en=("{name} has no {sources} for {month}", "enter what that source gave"),
    source="综合得分 = 各来源得分 × 权重",
    severity=Severity.WARNING,
    settings=("appraisal.weight",),
)
def no_source_is_missing(book: Book) -> Iterator[Hit]:
    """A person's month is appraised by every source that appraised others."""
    found: dict[tuple[str, str], dict[str | None, Appraisal]] = {}
    of_month: dict[str, set[str | None]] = {}
    for each in marks(book):
        found.setdefault((each.month, each.person), {})[each.source] = each.rows[0]
        of_month.setdefault(each.month, set()).add(each.source)
    for (month, name), sources in found.items():
        wanted = [each for each in weighted(book) if each in of_month[month]]
        lacking = tuple(each for each in wanted if each not in sources)
        if lacking and None not in sources:
            first = next(iter(sources.values()))
            yield first.hit("source", name=name, month=month, sources=lacking)


RULES: tuple[Rule, ...] = (months_are_appraised, nobody_is_missing, no_source_is_missing)
