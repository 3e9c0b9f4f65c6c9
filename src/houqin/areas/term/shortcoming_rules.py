"""The rules about shortcomings: who does what about them, by when."""

from collections.abc import Iterator

from houqin.areas.makers import known_in, not_after_as_of, unique
from houqin.areas.school.rows import PersonRow
from houqin.areas.staff import NAMED
from houqin.areas.term.rows import Shortcoming
from houqin.areas.term.shortcomings import Standing, standing
from houqin.book import Book
from houqin.problems import Hit, Severity
from houqin.rules import Rule, book_rule, row_rule

FORM = "问题与改进措施表"
ASKED = ("step", "responsible", "due")

number_is_unique = unique(
    "SHC-01",
    Shortcoming,
    ("number",),
    ("问题序号不重复", "What falls short has a number of its own."),
    source=FORM,
)


@row_rule(
    "SHC-02",
    Shortcoming,
    "存在问题写明改进措施、责任人和期限",
    zh=("问题“{text}”没有写{what}", "请补填"),
    en=("{text!r} says nothing under {what}", "fill it in"),
    source=FORM,
    severity=Severity.WARNING,
)
def is_seen_to(row: Shortcoming, book: Book) -> Iterator[Hit]:  # noqa: ARG001 - all row rules look alike
    """What falls short has a step against it, somebody who takes it, and a day."""
    for field in ASKED:
        is_read = field in vars(row)
        if is_read and row.get(field) is None and not row.get("done"):
            name = row.headings()[field].name
            yield row.hit(field, related=(row.at("text"),), text=row.get("text"), what=name)


@book_rule(
    "SHC-03",
    "改进措施在期限内完成",
    needs=(Shortcoming,),
    zh=("{value} 到期，还没有完成，已逾期 {days} 天", "请尽快完成，完成后填写完成日期"),
    en=(
        "it was due on {value} and is {days} days overdue",
        "do it, and fill in the day it was done",
    ),
    source="逾期 = 未完成且统计日期晚于期限",
    severity=Severity.WARNING,
)
def is_done_by_its_day(book: Book) -> Iterator[Hit]:
    """What is to be done about it is done by its day."""
    rows = book[Shortcoming]
    there = [name for name in ("due", "done") if name == "due" or rows.has(name)]
    for index in rows.judged(*there):
        row = rows[index]
        told_as_to_come = row.get("done") is not None and row.get("done") > book.as_of
        if standing(row, book) is Standing.OVERDUE and not told_as_to_come:
            yield row.hit("due", days=(book.as_of - row.due).days if row.due else 0)


done_by_as_of = not_after_as_of(
    "SHC-04",
    (Shortcoming,),
    ("done",),
    ("完成日期不晚于统计日期", "What is said to be done was done by the as-of date."),
)

responsible_is_known = known_in(
    "SHC-05",
    Shortcoming,
    "responsible",
    PersonRow,
    "name",
    ("存在问题的责任人在人员表中", "Whoever sees to it is on the staff list."),
    **NAMED,
)


RULES: tuple[Rule, ...] = (
    number_is_unique,
    is_seen_to,
    is_done_by_its_day,
    done_by_as_of,
    responsible_is_known,
)
