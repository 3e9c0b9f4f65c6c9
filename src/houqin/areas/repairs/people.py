"""The rules about the people of a repair: who reports, approves, mends and accepts."""

import re
from collections.abc import Iterator

from houqin.areas.makers import UNKNOWN_EN, UNKNOWN_ZH, asking
from houqin.areas.repairs.route import is_own_work, stated, told
from houqin.areas.repairs.rows import Repair
from houqin.areas.school.rows import PersonRow
from houqin.areas.staff import NAMED, bare, on_staff, roles
from houqin.book import Book
from houqin.cells.choices import closest
from houqin.problems import Hit
from houqin.rules import Rule, row_rule

OWN_PEOPLE = ("reporter", "approver", "repairer", "acceptor")
CLASS_OR_GROUP = re.compile(r"[班级组室处部办]$")  # not a person: a class, an office


def is_same(one: str | None, others: str | None, book: Book) -> bool:
    """Tell whether a person is one of others, perhaps with a role after the name."""
    if not one or not others:
        return False
    known = roles(book)
    return any(bare(one, known) == bare(name, known) for name in names_in(others))


def names_in(text: str) -> tuple[str, ...]:
    """Return the names in a cell that may hold several."""
    return tuple(part for part in re.split(r"[、,;，；/]", text) if part)


@row_rule(
    "REP-15",
    Repair,
    "完成的维修写明由谁维修",
    zh=("{finished} 已完成，但没有维修人和维修单位", "请补填维修人或选定供应商"),
    en=("finished on {finished}, but nobody is named who did it", "name the person or the firm"),
    source="维修申报审批单",
)
def repairer_is_named(row: Repair, book: Book) -> Iterator[Hit]:  # noqa: ARG001 - all look alike
    """A repair that is done names the person or the firm who did it."""
    if row.finished and row.repairer is None and stated(row, "supplier") is None:
        yield row.hit("repairer", related=(row.at("finished"),), finished=told(row.finished))


@row_rule(
    "REP-16",
    Repair,
    "验收人不是维修人",
    zh=("验收人“{value}”就是维修人“{repairer}”", "请由报修人或另一人验收并改填"),
    en=("{value} accepted the work of the same person, {repairer}", "let somebody else accept it"),
    source="维修与验收分开",
)
def acceptor_is_another(row: Repair, book: Book) -> Iterator[Hit]:
    """Whoever accepts a repair did not do it."""
    if is_same(row.acceptor, row.repairer, book):
        yield row.hit("acceptor", related=(row.at("repairer"),), repairer=row.repairer)


@row_rule(
    "REP-21",
    Repair,
    "报修人、审批人、校内维修人和验收人在人员表中",
    needs=(PersonRow,),
    zh=UNKNOWN_ZH,
    en=UNKNOWN_EN,
    **NAMED,
)
def people_are_known(row: Repair, book: Book) -> Iterator[Hit]:
    """The school's people whom a repair names are on the staff list."""
    people = book[PersonRow]
    listed, known_roles = people.known("name"), roles(book)
    places = {*people.column_or_blank("department")}
    for field in OWN_PEOPLE if listed else ():
        for name in names_in(row.get(field) or "") if _is_ours(row, field) else ():
            if not {name, bare(name, known_roles)} & (listed | places) and not _is_group(name):
                meant = asking(closest(name, sorted(listed)))
                yield row.hit(field, name=name, sheet=people.sheet, **meant)


def _is_ours(row: Repair, field: str) -> bool:
    """Tell whether a field names somebody of the school: a firm's people are not on its list."""
    return field != "repairer" or is_own_work(row)


def _is_group(name: str) -> bool:
    return CLASS_OR_GROUP.search(name) is not None


people_are_on_staff = on_staff(
    "REP-22",
    {
        Repair: (
            ("reporter", "reported"),
            ("approver", "approved"),
            ("repairer", "finished"),
            ("acceptor", "accepted"),
        )
    },
    (
        "报修、审批、维修和验收的人当天在岗",
        "Who reports, approves, does and accepts a repair is on the staff on that day.",
    ),
)


RULES: tuple[Rule, ...] = (
    repairer_is_named,
    acceptor_is_another,
    people_are_known,
    people_are_on_staff,
)
