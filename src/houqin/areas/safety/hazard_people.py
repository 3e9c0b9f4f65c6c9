"""The rules about the people of a hazard: who is responsible, who accepts, who approves."""

from collections.abc import Iterator

from houqin.areas.makers import UNKNOWN_EN, UNKNOWN_ZH, asking
from houqin.areas.safety.rows import Hazard
from houqin.areas.school.rows import PersonRow
from houqin.areas.staff import NAMED, SHORTEST, bare, on_staff, roles
from houqin.book import Book
from houqin.cells.choices import closest
from houqin.problems import Both, Hit, Words
from houqin.rules import Rule, row_rule


@row_rule(
    "HAZ-16",
    Hazard,
    "验收人不是整改责任人本人",
    zh=("验收人“{value}”就是整改责任人“{responsible}”", "请由另一人验收并改填"),
    en=(
        "{value} accepted the work of the same person, {responsible}",
        "let somebody else accept it",
    ),
    source="整改与验收分开",
)
def verifier_is_another(row: Hazard, book: Book) -> Iterator[Hit]:
    """Whoever accepts the work is not the person responsible for it."""
    verifier, responsible = row.verifier, row.responsible
    if verifier and responsible and _is_same(verifier, responsible, book):
        yield row.hit("verifier", related=(row.at("responsible"),), responsible=responsible)


def _is_same(one: str, other: str, book: Book) -> bool:
    """Tell whether two names are one person's, perhaps with a role after them."""
    if one[:SHORTEST] != other[:SHORTEST]:
        return False
    return bare(one, known := roles(book)) == bare(other, known)


def _on_staff_list(code: str, field: str, title: tuple[str, str]) -> Rule:
    """Make the rule that a person, or a department, stands on the staff list."""

    def check(book: Book) -> Iterator[Hit]:
        rows, people = book[Hazard], book[PersonRow]
        known = {*people.known("name"), *people.column_or_blank("department")} - {None}
        column, known_roles = rows.column(field), roles(book)
        for index in rows.judged(field) if known else ():
            name = column[index]
            if name and not {name, bare(name, known_roles)} & known:
                meant = asking(closest(name, sorted(known)))
                yield rows.hit(index, field, name=name, sheet=people.sheet, **meant)

    words = (Words(*UNKNOWN_ZH), Words(*UNKNOWN_EN))
    return Rule(code, Both(*title), *words, needs=(Hazard, PersonRow), check=check, **NAMED)


responsible_is_known = _on_staff_list(
    "HAZ-17",
    "responsible",
    ("整改责任人在人员表中", "Whoever is responsible for a hazard is on the staff list."),
)
verifier_is_known = _on_staff_list(
    "HAZ-18",
    "verifier",
    ("验收人在人员表中", "Whoever accepts the work is on the staff list."),
)
approver_is_known = _on_staff_list(
    "HAZ-19",
    "extended_by",
    ("延期批准人在人员表中", "Whoever approves a later deadline is on the staff list."),
)


on_staff_at_the_time = on_staff(
    "HAZ-20",
    {Hazard: (("responsible", "found"), ("verifier", "verified"))},
    (
        "整改责任人和验收人当时在岗",
        "Who is responsible or accepts the work is on the staff on that day.",
    ),
)


RULES: tuple[Rule, ...] = (
    verifier_is_another,
    responsible_is_known,
    verifier_is_known,
    approver_is_known,
    on_staff_at_the_time,
)
