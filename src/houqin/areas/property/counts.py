"""The rules about what is counted in a room: how many there are, how many are broken, and why."""

from collections.abc import Iterator
from decimal import Decimal

from houqin.areas.makers import not_after_as_of, unique
from houqin.areas.property.rows import PropertyCheck
from houqin.book import Book
from houqin.problems import Hit, Severity
from houqin.rules import Rule, book_rule, row_rule

REGISTER = "班级财产登记表：期初登记、期末核对"
FORM = "校产校具检查表"
THING = ("class_", "date", "item", "room")

line_unique = unique(
    "PRO-01",
    PropertyCheck,
    ("item", "class_", "date", "room", "inspectors"),
    (
        "同一次检查中同一班级同一物品只有一行",
        "In one check each item of a class stands once.",
    ),
    source=FORM,
)

not_in_the_future = not_after_as_of(
    "PRO-02",
    (PropertyCheck,),
    ("date",),
    ("检查日期不晚于统计日期", "No room is checked after the as-of date."),
)


def is_explained(row: PropertyCheck) -> bool:
    """Tell whether a row says why its numbers or points are as they are."""
    return bool(row.get("reason"))


def points(row: PropertyCheck, field: str) -> Decimal:
    """Return the points of a row, 0 where there are none."""
    value: Decimal | None = getattr(row, field) if row.has(field) else None
    return value or Decimal(0)


def differs(row: PropertyCheck) -> int:
    """Return how many more there are than there should be; 0 where that is not known."""
    expected, found = row.get("expected"), row.get("found")
    return 0 if expected is None or found is None else found - expected


@row_rule(
    "PRO-03",
    PropertyCheck,
    "实有数与应有数不同的有扣分或说明",
    zh=("实有 {value}，应有 {expected}，{said}，没有扣分也没有说明", "请复点，或补填扣分和原因"),
    en=(
        "{value} found where {expected} are expected, {said_en}, with neither points nor a reason",
        "count again, or say what became of it",
    ),
    source=REGISTER,
    severity=Severity.WARNING,
)
def difference_is_explained(row: PropertyCheck, book: Book) -> Iterator[Hit]:  # noqa: ARG001
    """Where more or fewer are found than expected, points are taken or the reason is given."""
    expected, found = row.expected, row.found
    if expected is None or found is None or expected == found:
        return
    if not points(row, "deduction") and not is_explained(row):
        more = found - expected
        said = (f"多 {more}", f"{more} too many") if more > 0 else _lacking(-more)
        yield row.hit(
            "found", related=(row.at("expected"),), expected=expected, said=said[0], said_en=said[1]
        )


def _lacking(number: int) -> tuple[str, str]:
    return f"少 {number}", f"{number} too few"


@row_rule(
    "PRO-04",
    PropertyCheck,
    "损坏数不多于实有数",
    zh=("损坏 {value} 多于实有 {found}", "请改正其中一个；丢失的不算损坏"),
    en=("{value} broken, but only {found} are there", "correct one; what is lost is not broken"),
    source="实有 = 完好 + 损坏",
)
def no_more_broken_than_found(row: PropertyCheck, book: Book) -> Iterator[Hit]:  # noqa: ARG001
    """No more are broken than there are."""
    if row.damaged is not None and row.found is not None and row.damaged > row.found:
        yield row.hit("damaged", related=(row.at("found"),), found=row.found)


@row_rule(
    "PRO-05",
    PropertyCheck,
    "有损坏的写明原因，写原因的有损坏数",
    zh=("{said}", "请补填，或改正"),
    en=("{said_en}", "fill it in, or correct it"),
    source=FORM,
)
def damage_has_its_cause(row: PropertyCheck, book: Book) -> Iterator[Hit]:  # noqa: ARG001
    """What is broken has its cause, and a cause has how many are broken."""
    damaged, cause = row.damaged, row.cause
    if damaged and not cause:
        said = {"said": f"损坏 {damaged}，没有写损坏原因", "said_en": f"{damaged} broken, why?"}
        yield row.hit("cause", related=(row.at("damaged"),), **said)
    elif cause and not damaged:
        said = {"said": f"写明{cause}，没有损坏数", "said_en": f"the cause is {cause}, of what?"}
        yield row.hit("damaged", related=(row.at("cause"),), **said)


@book_rule(
    "PRO-06",
    "几位检查人清点同一物品的数量相同",
    needs=(PropertyCheck,),
    zh=("{field}是 {value}，第 {row} 行另一位检查人写的是 {other}", "请复点后改正"),
    en=("{value} here, {other} by another inspector in row {row}", "count again"),
    source=FORM,
    severity=Severity.WARNING,
)
def inspectors_agree(book: Book) -> Iterator[Hit]:
    """Several inspectors of one thing count the same."""
    rows = book[PropertyCheck]
    keys = list(zip(*(rows.column_or_blank(name) for name in THING), strict=True))
    who = rows.column("inspectors")
    for field in ("found", "damaged"):
        values, first = rows.column(field), dict[tuple[object, ...], int]()
        for index in rows.judged("class_", "date", "item", "inspectors", field):
            other = first.setdefault(keys[index], index)
            if who[other] != who[index] and (values[other] or 0) != (values[index] or 0):
                shown = {"field": PropertyCheck.headings()[field].name, "other": values[other]}
                at = (rows.place(other, field),)
                yield rows.hit(index, field, related=at, row=rows.numbers[other], **shown)


RULES: tuple[Rule, ...] = (
    line_unique,
    not_in_the_future,
    difference_is_explained,
    no_more_broken_than_found,
    damage_has_its_cause,
    inspectors_agree,
)
