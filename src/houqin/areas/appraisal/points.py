"""The rules about points: what an item is worth, what was taken off, what is left."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from houqin.areas.appraisal.calendar import first_day
from houqin.areas.appraisal.marks import Marks, marks, reckoned
from houqin.areas.appraisal.rows import Appraisal
from houqin.areas.makers import unique
from houqin.book import Book
from houqin.cells.text import unspaced
from houqin.problems import Hit, Severity
from houqin.rows import Unread
from houqin.rules import Rule, book_rule, row_rule

FORM = "月考核表"
FULL = "appraisal.full"

item_is_marked_once = unique(
    "APR-01",
    Appraisal,
    ("item", "person", "month", "source"),
    (
        "一人一月的一个项目，每个来源只评一次",
        "An item of a person's month is marked once by each source.",
    ),
    source=FORM,
)


@book_rule(
    "APR-04",
    "一人一月一个来源的标准分合计等于标准总分",
    needs=(Appraisal,),
    zh=("各项标准分合计 {sum} 分，应为 {full} 分", "请核对各项标准分，补上缺的项目"),
    en=(
        "the items are worth {sum} points together and not {full}",
        "look at what each is worth, and add the items that are missing",
    ),
    source="各项标准分之和 = 参数 月考核标准总分",
    settings=(FULL,),
)
def items_add_up(book: Book) -> Iterator[Hit]:
    """What the items of a person's month are worth adds up to the whole."""
    for each in marks(book):
        whole = whole_of(each, book)
        if whole is not None and each.full not in (None, whole):
            first, *others = each.rows
            at = tuple(row.at("full") for row in others)
            yield first.hit("full", related=at, sum=each.full, full=whole)


@row_rule(
    "APR-05",
    Appraisal,
    "扣分不超过这一项的标准分",
    zh=("扣分 {value} 超过标准分 {full}", "请改正扣分或标准分"),
    en=("{value} points are taken off an item worth {full}", "correct one of the two"),
    source="0 ≤ 扣分 ≤ 标准分",
)
def deducted_within_full(row: Appraisal, book: Book) -> Iterator[Hit]:  # noqa: ARG001 - all row rules look alike
    """No more points are taken off than an item is worth."""
    if row.deducted and row.deducted > row.full:
        yield row.hit("deducted", related=(row.at("full"),), full=row.full)


@row_rule(
    "APR-06",
    Appraisal,
    "扣分、加分写明原因",
    zh=("{what} {points} 分，没有写原因", "请补填扣分或加分的原因"),
    en=("points were taken off or added, {points}, and nothing says why", "fill in the reason"),
    source=FORM,
)
def change_has_reason(row: Appraisal, book: Book) -> Iterator[Hit]:  # noqa: ARG001 - all row rules look alike
    """Whoever takes points off or adds some says why."""
    if row.reason is not None:
        return
    for field, what in (("deducted", "扣"), ("added", "加")):
        if points := _points(row, field):
            yield row.hit("reason", related=(row.at(field),), what=what, points=points)
            return


@row_rule(
    "APR-07",
    Appraisal,
    "得分等于标准分减扣分加加分",
    zh=("得分 {value} 与标准分 − 扣分 + 加分 = {score} 不符", "请改正其中一个"),
    en=("the score {value} is not what is left, {score}", "correct the score or the points"),
    source="得分 = 标准分 − 扣分 + 加分",
)
def score_is_what_is_left(row: Appraisal, book: Book) -> Iterator[Hit]:  # noqa: ARG001 - all row rules look alike
    """The score is what the item is worth, less the points off, with those added."""
    left, off = reckoned(row), row.get("deducted") or 0
    if row.score is None or left is None or off > row.full:  # told by another rule
        return
    if row.score != left:
        yield row.hit("score", related=(row.at("full"),), score=left)


@book_rule(
    "APR-11",
    "同一岗位的同一项目标准分相同",
    needs=(Appraisal,),
    zh=("“{item}”的标准分 {value} 与同岗位其他人的 {usual} 不同", "请核对标准分"),
    en=(
        "{item} is worth {value} here and {usual} for others of the post",
        "look at what it is worth",
    ),
    source="同岗同标准",
    severity=Severity.WARNING,
)
def post_has_one_standard(book: Book) -> Iterator[Hit]:
    """An item is worth the same for everybody of a post in a month."""
    sound = [each for each in marks(book) if _is_sound(each, book)]
    usual = _usual(sound)
    for each in sound:
        found = (row for row in each.rows if row.get("full") != usual.get(_item(row)))
        if odd := next(found, None):
            values = {"item": odd.get("item"), "usual": usual[_item(odd)]}
            yield odd.hit("full", **values)


def whole_of(each: Marks, book: Book) -> Decimal | None:
    """Return what all items of a month must be worth together, as 参数 states it."""
    return book.settings.number(FULL, each.rows[0].get("campus"), first_day(each.month))


def _is_sound(each: Marks, book: Book) -> bool:
    """Tell whether the items add up; where they do not, that is told instead."""
    return each.full is not None and whole_of(each, book) in (None, each.full)


def _usual(found: list[Marks]) -> dict[tuple[str | None, ...], Decimal]:
    """Return what each item of a post is mostly worth in a month, by what stands first in a tie."""
    counts: dict[tuple[str | None, ...], Counter[Decimal]] = {}
    for row in (row for each in found for row in each.rows):
        counts.setdefault(_item(row), Counter())[row.full] += 1
    return {item: count.most_common(1)[0][0] for item, count in counts.items()}


def _item(row: Appraisal) -> tuple[str | None, ...]:
    name = unspaced(row.get("item") or "")
    return row.get("month"), row.get("post"), row.get("source"), name


def _points(row: Appraisal, field: str) -> Decimal | None:
    """Return points, None without such a column; a cell that could not be read is not judged."""
    if row.has(field) and field not in vars(row):
        raise Unread(field)
    found: Decimal | None = row.get(field)
    return found


RULES: tuple[Rule, ...] = (
    item_is_marked_once,
    items_add_up,
    deducted_within_full,
    change_has_reason,
    score_is_what_is_left,
    post_has_one_standard,
)
