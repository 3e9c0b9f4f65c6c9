"""What must be true of the sheet 岗位: the plan that the roster is judged by."""

from collections.abc import Iterator
from datetime import date
from itertools import combinations

from houqin.areas.duty.moments import span
from houqin.areas.duty.needs import Line, lines
from houqin.areas.duty.rows import PostRow
from houqin.areas.duty.staffing import has_role, share_of, staff
from houqin.areas.makers import not_before
from houqin.areas.school.rows import PersonRow
from houqin.areas.staff import is_on_staff
from houqin.book import Book
from houqin.cells.text import unspaced
from houqin.problems import Hit, Severity
from houqin.rules import Rule, book_rule

SOURCE = "岗位"
ANY_DAY = date(2020, 1, 1)  # only the times of day are compared


@book_rule(
    "POS-01",
    "同一岗位同一天的时段不重叠",
    needs=(PostRow,),
    zh=("{post}的时段 {value} 与第 {row} 行重叠", "请改正时段，或删去多余的一行"),
    en=(
        "the time {value} of {post} overlaps that of row {row}",
        "correct the time, or delete one of the two rows",
    ),
    source="按常理",
)
def times_of_a_post_do_not_overlap(book: Book) -> Iterator[Hit]:
    """The times of one post on one day do not overlap."""
    rows, told = book[PostRow], set[int]()
    for first, second in combinations(lines(book), 2):
        if second.index not in told and _meet(first, second):
            told.add(second.index)
            at = (rows.place(first.index, "slot"),)
            row = rows.row_number(first.index)
            yield rows.hit(second.index, "slot", related=at, post=second.post, row=row)


ends_after_it_began = not_before(
    "POS-02",
    PostRow,
    "until",
    "since",
    ("岗位的停用日期不早于启用日期", "No post ends before it began."),
    source="按常理",
)


@book_rule(
    "POS-03",
    "有资格的人够岗位所需",
    needs=(PostRow, PersonRow),
    zh=(
        "{post}需要 {heads} 名{roles}，本校区在岗的只有 {count} 人",
        "请核对资格和人数，或补上人员的职务",
    ),
    en=(
        "{post} takes {heads} of {roles}, and the campus has {count}",
        "check role and number, or enter the roles on 人员",
    ),
    severity=Severity.WARNING,
    source=SOURCE,
)
def enough_are_qualified(book: Book) -> Iterator[Hit]:
    """The campus has as many people of the role as the post takes."""
    rows, people = book[PostRow], staff(book)
    if not any(person.get("roles") for person in people.values()):
        return
    for line in lines(book):
        able = [
            name
            for name, person in people.items()
            if has_role(person, line.roles)
            and person.get("campus") in (None, line.campus)
            and share_of(person) > 0
            and is_on_staff(person, book.as_of)
        ]
        if line.roles and len(able) < line.heads and line.since <= book.as_of <= line.until:
            yield rows.hit(
                line.index,
                "qualification",
                post=line.post,
                heads=line.heads,
                roles="、".join(line.roles),
                count=len(able),
            )


def _meet(one: Line, other: Line) -> bool:
    """Tell whether two lines ask for one post at one time of the same day."""
    day = max(one.since, other.since)
    return (
        (one.campus, unspaced(one.post)) == (other.campus, unspaced(other.post))
        and day <= min(one.until, other.until)
        and bool(one.weekdays & other.weekdays)
        and _days_meet(one.days, other.days)
        and span(ANY_DAY, one.slot).overlap(span(ANY_DAY, other.slot)) > 0
    )


def _days_meet(one: str, other: str) -> bool:
    """Tell whether a day can be of two kinds; a school day and a working day is no day off."""
    return "休息日" not in (one, other) or {one, other} <= {"休息日", "每天"}


RULES: tuple[Rule, ...] = (
    times_of_a_post_do_not_overlap,
    ends_after_it_began,
    enough_are_qualified,
)
