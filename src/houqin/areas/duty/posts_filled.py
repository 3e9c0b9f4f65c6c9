"""Whether every post is filled: by somebody, by enough, by no more, by those who may."""

from collections.abc import Iterable, Iterator
from datetime import date

from houqin.areas.duty.filling import Filled, filled, planned, told
from houqin.areas.duty.needs import WEEKDAYS, lines
from houqin.areas.duty.rows import Duty, PostRow
from houqin.areas.duty.staffing import has_role, named, staff
from houqin.areas.lines import Lines
from houqin.areas.makers import asking, each_of
from houqin.areas.school.rows import PersonRow
from houqin.book import Book
from houqin.cells.choices import closest
from houqin.cells.text import unspaced
from houqin.problems import Both, Hit, Severity
from houqin.rules import Rule, book_rule

SOURCE = "岗位"
ONE_DAY = Both("在 {day} ", "on {day}")
EACH_WEEK = Both("自 {day} 起每{weekday}", "each week from {day} on")
ALWAYS = Both("自 {day} 起一直", "from {day} on")


@book_rule(
    "DUT-01",
    "每个岗位在该有人的每一天都排了人",
    needs=(PostRow, Duty),
    zh=(
        "{post} {slot} {on}没有排人",
        "请在值班表中补排，不需要这个岗的改正 适用日 或 停用日期",
    ),
    en=(
        "nobody is on {post} {slot} {on_en}",
        "put somebody on the roster, or correct the days of the post",
    ),
    source=SOURCE,
)
def every_post_is_filled(book: Book) -> Iterator[Hit]:
    """Every post has somebody on each day on which it must be filled.

    As long as nobody is on the roster at all, it has not been made yet.
    """
    if not len(book[Duty]):
        return
    rows = book[PostRow]
    on_roster = {each.need.line.index for each in filled(book) if each.indexes}
    told_of = set[tuple[int, int]]()
    for each in filled(book):
        line, weekday = each.need.line, each.need.day.weekday()
        on = _how_often(book, always=line.index not in on_roster)
        cause = (line.index, weekday if on is EACH_WEEK else -1)
        if each.indexes or not each.certain or cause in told_of:
            continue
        if on is not ONE_DAY:
            told_of.add(cause)
        yield rows.hit(
            line.index,
            "post",
            post=line.post,
            slot=line.slot,
            on=on.zh.format(day=each.need.day, weekday=WEEKDAYS[weekday]),
            on_en=on.en.format(day=each.need.day),
        )


@book_rule(
    "DUT-02",
    "岗位上的人不少于规定人数",
    needs=(PostRow, Duty),
    zh=("{post} {slot} 要 {heads} 人，只排了 {count} 人", "请补人，或核对岗位的人数"),
    en=(
        "{post} {slot} takes {heads}, and the roster has {count}",
        "add somebody, or check the number on 岗位",
    ),
    source=SOURCE,
)
def enough_stand_there(book: Book) -> Iterator[Hit]:
    """A post has no fewer people than it takes."""
    for each in filled(book):
        if each.indexes and each.certain and len(each.people) < each.need.line.heads:
            yield _count(book, each, each.indexes[-1])


@book_rule(
    "DUT-03",
    "岗位上的人不多于规定人数",
    needs=(PostRow, Duty),
    zh=("{post} {slot} 只要 {heads} 人，却排了 {count} 人", "请核对是否多排，或改正岗位的人数"),
    en=(
        "{post} {slot} takes {heads}, and the roster has {count}",
        "see whether somebody may be spared, or correct the number on 岗位",
    ),
    severity=Severity.WARNING,
    source=SOURCE,
)
def no_more_stand_there(book: Book) -> Iterator[Hit]:
    """A post has no more people than it takes."""
    for each in filled(book):
        if each.certain and len(each.people) > each.need.line.heads:
            yield _count(book, each, each.indexes[-1])


@book_rule(
    "DUT-04",
    "值班的人有岗位要求的资格",
    needs=(PostRow, Duty, PersonRow),
    zh=("{name}的职务不是{roles}，不能值{post}", "请换人，或核对人员的职务、岗位的资格"),
    en=(
        "{name} is no {roles}, as {post} asks for",
        "choose another, or check the roles on 人员 and the qualification on 岗位",
    ),
    source=SOURCE,
)
def those_there_are_qualified(book: Book) -> Iterator[Hit]:
    """Whoever stands on a post has a role that it asks for."""
    rows, people, name_of = book[Duty], staff(book), named(book)
    fields = [field for field in ("people", "substitute") if rows.has(field)]
    for row in told(book):
        for line in planned(book, row)[:1]:
            for field, name in _names(rows, fields if line.roles else (), row.row):
                person = people.get(name_of(name))
                if person and has_role(person, line.roles) is False:
                    at = (book[PostRow].place(line.index, "qualification"),)
                    roles = "、".join(line.roles)
                    yield rows.hit(
                        row.row, field, related=at, name=name, roles=roles, post=line.post
                    )


@book_rule(
    "DUT-05",
    "值班表的岗位和时段在岗位表中",
    needs=(PostRow, Duty),
    zh=("{campus}没有岗位“{what}”", "请改正，或先在 岗位 中登记"),
    en=("{campus} has no post {what}", "correct it, or enter it on 岗位 first"),
    source=SOURCE,
)
def post_is_in_the_plan(book: Book) -> Iterator[Hit]:
    """Post and time of the roster stand on the sheet 岗位."""
    rows, known = book[Duty], lines(book)
    posts = sorted({line.post for line in known})
    unclear = _unclear_posts(book)
    for row in told(book) if posts else ():
        if not (row.campus and row.post and row.slot) or planned(book, row):
            continue
        name = unspaced(row.post)
        times = [str(each.slot) for each in known if each.key[:2] == (row.campus, name)]
        if times:
            what, meant = f"{row.post} {row.slot}", "、".join(times)
            yield rows.hit(row.row, "slot", campus=row.campus, what=what, suggest=meant)
        elif name not in unclear:
            like = asking(closest(row.post, posts))
            yield rows.hit(row.row, "post", campus=row.campus, what=row.post, **like)


@book_rule(
    "DUT-06",
    "岗位不需要人的日子不排班",
    needs=(PostRow, Duty),
    zh=("{post}在 {value}（{weekday}）不需要人", "请核对日期，或改正岗位的 星期、适用日"),
    en=(
        "{post} needs nobody on {value} ({weekday})",
        "check the date, or correct the days of the post on 岗位",
    ),
    severity=Severity.WARNING,
    source="岗位 星期、适用日；校历",
)
def the_post_is_needed_that_day(book: Book) -> Iterator[Hit]:
    """Nobody is on duty on a day of the term on which the post need not be filled."""
    rows = book[Duty]
    first, last = book.calendar.term or (date.min, date.max)
    for row in told(book):
        if row.day is None or not first <= row.day <= last:
            continue
        found = planned(book, row)
        if found and not any(each.is_needed(row.day, book.calendar) for each in found):
            at = tuple(book[PostRow].place(line.index, "post") for line in found)
            weekday = WEEKDAYS[row.day.weekday()]
            yield rows.hit(row.row, "date", related=at, post=row.post, weekday=weekday)


@book_rule(
    "DUT-07",
    "须带班的岗位写明带班领导",
    needs=(PostRow, Duty),
    zh=("{post} {slot} 没有写带班领导", "请补上当天带班的人"),
    en=("{post} {slot} has no leader", "enter who leads that day"),
    source="岗位 须带班（常见规定：每天每校区一名带班领导）",
)
def a_leader_is_named(book: Book) -> Iterator[Hit]:
    """A duty that must be led names its leader."""
    rows = book[Duty]
    leaders = rows.column("leader")
    unread = rows.unread.get("leader", ())
    for each in filled(book):
        line = each.need.line
        named_by = [index for index in each.indexes if leaders[index] or index in unread]
        if line.led and each.indexes and not named_by:
            yield rows.hit(each.indexes[0], "leader", post=line.post, slot=line.slot)


def _how_often(book: Book, *, always: bool) -> Both:
    """Tell how often one cause leaves a post empty: every day, each week, or on one day."""
    if always:
        return ALWAYS
    return EACH_WEEK if book[Duty].table.repeats else ONE_DAY


def _names(rows: Lines, fields: Iterable[str], index: int) -> Iterator[tuple[str, str]]:
    """Yield each person whom a row names, with the field."""
    return ((field, name) for field in fields for name in each_of(rows.column(field)[index]))


def _unclear_posts(book: Book) -> frozenset[str]:
    """Return the posts of lines that cannot be read in full, which may be the ones meant."""
    named_there = {unspaced(post) for post in book[PostRow].column("post") if post}
    return frozenset(named_there - {unspaced(line.post) for line in lines(book)})


def _count(book: Book, each: Filled, index: int) -> Hit:
    line = each.need.line
    return book[Duty].hit(
        index,
        "people",
        related=(book[PostRow].place(line.index, "heads"),),
        post=line.post,
        slot=line.slot,
        heads=line.heads,
        count=len(each.people),
    )


RULES: tuple[Rule, ...] = (
    every_post_is_filled,
    enough_stand_there,
    no_more_stand_there,
    those_there_are_qualified,
    post_is_in_the_plan,
    the_post_is_needed_that_day,
    a_leader_is_named,
)
