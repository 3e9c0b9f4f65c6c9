"""Whether everybody does their share of the duty, and not more."""

from collections.abc import Iterator
from decimal import Decimal

from houqin.areas.duty.loads import loads
from houqin.areas.duty.rows import Duty
from houqin.areas.duty.staffing import staff
from houqin.areas.measures import COMPARISONS
from houqin.areas.school.rows import PersonRow
from houqin.book import Book
from houqin.problems import Both, Hit, Severity
from houqin.rules import Rule, book_rule

FAIR = "duty.fair_duties"
MORE, FEWER = Both("多", "more"), Both("少", "fewer")


@book_rule(
    "DUT-20",
    "值班次数与应值次数相近",
    needs=(Duty, PersonRow),
    zh=(
        "{name}排了 {duties} 次，应值 {expected} 次，{more} {by} 次，规定最多相差 {limit} 次",
        "请在后面的排班中调整，或核对值班比例、请假和结转",
    ),
    en=(
        "{name} has {duties} duties, {by} {more_en} than the {expected} expected ({limit} at most)",
        "make it good in what is still to be planned, or check share, leave and carried duties",
    ),
    severity=Severity.WARNING,
    source="学校自定（常见要求：值班次数均衡）",
    settings=(FAIR,),
)
def everybody_does_their_share(book: Book) -> Iterator[Hit]:
    """Nobody's duties differ by more than the limit from what is to be expected of them."""
    book[PersonRow].require("name")
    places = {row.name: row for row in staff(book).values()}
    for load in loads(book):
        setting = book.settings.find(FAIR, load.campus)
        if setting is None or not isinstance(setting.value, Decimal):
            continue
        keeps = COMPARISONS.get(setting.comparator, COMPARISONS["<="])
        if not keeps(abs(load.over), setting.value):
            said = MORE if load.over > 0 else FEWER
            yield places[load.name].hit(
                "name",
                name=load.name,
                duties=load.duties,
                expected=load.expected,
                by=abs(load.over),
                more=said.zh,
                more_en=said.en,
                limit=setting.value,
            )


RULES: tuple[Rule, ...] = (everybody_does_their_share,)
