"""Whether duties were served: signed after them, not before, by those whose duty it was."""

from collections.abc import Iterator
from datetime import datetime, time
from functools import lru_cache

from houqin.areas.duty.moments import span
from houqin.areas.duty.needs import WEEKDAYS
from houqin.areas.duty.rows import Duty
from houqin.areas.duty.staffing import named, staff
from houqin.areas.lines import Lines
from houqin.areas.makers import not_after_as_of
from houqin.areas.school.rows import PersonRow
from houqin.book import Book
from houqin.cells.doubts import Doubt
from houqin.cells.people import read_people
from houqin.cells.text import unspaced
from houqin.problems import Hit, Severity
from houqin.rules import Rule, book_rule, row_rule

ABSENT = "未到岗用语"
SIGNED = "常见规定：值班后填写记录并签名"


@book_rule(
    "DUT-15",
    "值完班签到",
    needs=(Duty,),
    zh=("{day} 的{post}已过，没有签到", "请补签；没有人到岗的请填“未到”"),
    en=(
        "the duty on {post} of {day} is over and not signed",
        "have it signed, or write 未到 if nobody came",
    ),
    severity=Severity.WARNING,
    source=SIGNED,
    settings=("as_of",),
)
def past_duty_is_signed(book: Book) -> Iterator[Hit]:
    """A duty that is over by the as-of day is signed, on a roster that is signed at all."""
    rows = book[Duty]
    signed = rows.column("served")
    if not any(signed):
        return
    for index in rows.judged("date", "slot", "served"):
        day, slot = rows.column("date")[index], rows.column("slot")[index]
        if not signed[index] and span(day, slot).end <= datetime.combine(book.as_of, time()):
            post = rows.column_or_blank("post")[index]
            yield rows.hit(index, "served", day=day, post=post)


@row_rule(
    "DUT-16",
    Duty,
    "没到岗的写明替岗",
    zh=("签到写着“{value}”，却没有替岗的人", "请写明谁替岗，没人替的请按制度处理"),
    en=(
        "the signature says {value}, and nobody stood in",
        "enter who stood in; if nobody did, see what is to be done",
    ),
    severity=Severity.WARNING,
    source="常见规定：缺岗自行请人代值",
)
def absence_has_a_substitute(row: Duty, book: Book) -> Iterator[Hit]:
    """For a duty to which nobody came somebody stood in."""
    if row.served and says_absent(row.served, book) and not row.get("substitute"):
        yield row.hit("served", related=(row.at("people"),))


def _is_signed(rows: Lines, index: int, book: Book) -> bool:
    served = rows.column_or_blank("served")[index]
    return bool(served) and not says_absent(served, book)


not_signed_before = not_after_as_of(
    "DUT-17",
    (Duty,),
    ("date",),
    ("还没到的值班不先签到", "A duty is not signed before its day."),
    applies=_is_signed,
    zh=("{value} 的值班晚于统计日期 {as_of}，却已签到", "请核对日期、签到或统计日期"),
    en=(
        "the duty of {value} is after the as-of date {as_of} and signed already",
        "check the date, the signature or the as-of date",
    ),
)


@row_rule(
    "DUT-18",
    Duty,
    "签到的是当班的人",
    zh=("“{name}”签到，却不在这一行值班", "请核对签到，替岗的写在 替岗"),
    en=(
        "{name} signed and is not on this duty",
        "check the signature; whoever stood in belongs under 替岗",
    ),
    severity=Severity.WARNING,
    source=SIGNED,
    needs=(PersonRow,),
)
def signed_by_those_there(row: Duty, book: Book) -> Iterator[Hit]:
    """Whoever signed is one of the people of the duty, its leader or its substitute."""
    names = read_people(row.served) if row.served else ()
    if isinstance(names, Doubt) or says_absent(row.served or "", book):
        return
    name_of = named(book)
    others = [getattr(row, field) for field in ("leader", "substitute") if row.has(field)]
    there = {name_of(name) for name in (*row.people, *others) if name}
    for name in names:
        if name_of(name) not in there and name_of(name) in staff(book):
            yield row.hit("served", related=(row.at("people"),), name=name)


@row_rule(
    "DUT-19",
    Duty,
    "写的星期与日期一致",
    zh=("{date} 是{right}，不是{value}", "请改正日期或星期"),
    en=("{date} is no {value} but a {right}", "correct the date or the weekday"),
    source="按常理",
)
def weekday_is_that_of_the_date(row: Duty, book: Book) -> Iterator[Hit]:  # noqa: ARG001 - all row rules look alike
    """The weekday written beside a date is that of the date."""
    right = WEEKDAYS[row.date.weekday()]
    if row.weekday in WEEKDAYS and row.weekday != right:
        yield row.hit("weekday", related=(row.at("date"),), date=row.date, right=right)


def says_absent(served: str, book: Book) -> bool:
    """Tell whether a signature says that nobody came."""
    return unspaced(served) in _words_for_absent(book)


@lru_cache(maxsize=1)
def _words_for_absent(book: Book) -> frozenset[str]:
    vocabulary = book.vocabularies.get(ABSENT)
    return frozenset(map(unspaced, vocabulary.values)) if vocabulary else frozenset()


RULES: tuple[Rule, ...] = (
    past_duty_is_signed,
    absence_has_a_substitute,
    not_signed_before,
    signed_by_those_there,
    weekday_is_that_of_the_date,
)
