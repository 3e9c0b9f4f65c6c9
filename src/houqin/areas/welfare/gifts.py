"""The rules about what one person was given: what, how much, when, and who signed."""

from collections.abc import Iterator

from houqin.areas.makers import known_in, not_after_as_of, unique
from houqin.areas.school.rows import PersonRow
from houqin.areas.staff import NAMED, on_staff
from houqin.areas.welfare.rows import Gift
from houqin.book import Book
from houqin.cells.text import unspaced
from houqin.problems import Hit, Severity
from houqin.rules import Rule, book_rule, row_rule

FORM = "工会福利发放签收表"
LIMITS = "上级工会经费收支规定和本校工会预算"
SIGNED = "签收用语"
BY_ONESELF, NOT_YET = "本人", "未签"
FOR_ANOTHER = "代"

nobody_is_given_twice = unique(
    "WEL-01",
    Gift,
    ("person", "event"),
    ("一个项目一人只领一次", "Nobody is given anything twice at one event."),
    zh=("“{value}”在这个项目里已经领过，见第 {row} 行", "请删去一行，或改正姓名、项目"),
    en=(
        "{value} was given something at this event already, see row {row}",
        "delete one row, or correct the name or the event",
    ),
    source=FORM,
)


@row_rule(
    "WEL-03",
    Gift,
    "福利由本人签收，代领的在备注写明",
    zh=("“{person}”的签收一栏填的是“{value}”", "请本人补签，代领的在备注写明"),
    en=("what was given to {person} is signed {value!r}", "have it signed, or note who took it"),
    source=FORM,
    severity=Severity.WARNING,
)
def is_signed_for(row: Gift, book: Book) -> Iterator[Hit]:
    """What was given is signed for by the person, or a note says who took it."""
    note = row.note if row.has("note") else None
    words = book.vocabularies.get(SIGNED)
    group = book.group(SIGNED, words.meaning(row.signed)) if words else ""
    if group == BY_ONESELF or unspaced(row.person) in unspaced(row.signed):
        return
    is_explained = group != NOT_YET and (note or (not group and FOR_ANOTHER in row.signed))
    if not is_explained:
        yield row.hit("signed", related=(row.at("person"),), person=row.person)


@book_rule(
    "WEL-04",
    "每人每项福利不超过限额",
    needs=(Gift,),
    zh=("{kind}福利 {value} 元，超过每人限额 {limit} 元", "请核对金额或参数中的限额"),
    en=(
        "{value} yuan is above the limit for one person, {limit}",
        "look at the amount and at 参数",
    ),
    source=LIMITS,
    severity=Severity.WARNING,
    settings=("welfare.each",),
)
def amount_within_limit(book: Book) -> Iterator[Hit]:
    """Nobody is given more at an event than the limit of its kind."""
    rows = book[Gift]
    kinds, amounts, dates = map(rows.column, ("kind", "amount", "date"))
    for index in rows.judged("kind", "amount", "date"):
        kind, amount = kinds[index], amounts[index]
        limit = book.settings.number(f"welfare.each.{kind}", on=dates[index]) if kind else None
        if limit is not None and amount is not None and amount > limit:
            yield rows.hit(index, "amount", kind=kind, limit=limit)


person_is_known = known_in(
    "WEL-07",
    Gift,
    "person",
    PersonRow,
    "name",
    ("领取福利的人在人员表中", "Whoever is given something is on the staff list."),
    **NAMED,
)

on_staff_that_day = on_staff(
    "WEL-08",
    {Gift: (("person", "date"),)},
    ("领取福利的人当天在岗", "Whoever is given something was on the staff on that day."),
)

given_by_as_of = not_after_as_of(
    "WEL-09",
    (Gift,),
    ("date",),
    ("发放日期不晚于统计日期", "What is on record as given was given by the as-of date."),
)


@row_rule(
    "WEL-10",
    Gift,
    "写明发的物品或金额",
    zh=("没有写明“{person}”领了什么", "请补填物品或金额"),
    en=("nothing says what {person} was given", "fill in the goods or the amount"),
    source=FORM,
)
def gift_is_named(row: Gift, book: Book) -> Iterator[Hit]:  # noqa: ARG001 - all row rules look alike
    """A row says which goods were given, or how much money."""
    if row.item is None and not row.amount:
        yield row.hit("item", related=(row.at("amount"),), person=row.get("person"))


RULES: tuple[Rule, ...] = (
    nobody_is_given_twice,
    is_signed_for,
    amount_within_limit,
    person_is_known,
    on_staff_that_day,
    given_by_as_of,
    gift_is_named,
)
