"""The rules about the end of a repair: accepted, paid, rated, and its state as the dates have it."""

from collections.abc import Iterator
from itertools import chain

from houqin.areas.makers import unique
from houqin.areas.repairs.dates import FORM, past
from houqin.areas.repairs.route import stated, told
from houqin.areas.repairs.rows import Repair
from houqin.book import Book
from houqin.problems import Hit, Severity
from houqin.rules import Rule, row_rule

STATES = "维修状态"
PAID = "验收签字后报销"
# What the dates of a repair say, and the groups of its state that agree with it.
BY_LATEST = (
    ("accepted", ("完成", "验收")),
    ("finished", ("完成",)),
    ("received", ("维修中",)),
    ("reported", ("待受理",)),
)
CANCELLED = "取消"


@row_rule(
    "REP-17",
    Repair,
    "验收有验收人和验收日期",
    zh=("已填{other}，但没有{field}", "请补填，或清空{other}"),
    en=("{other} is filled in, but this is blank", "fill it in, or clear {other}"),
    source=FORM,
)
def acceptance_is_whole(row: Repair, book: Book) -> Iterator[Hit]:  # noqa: ARG001 - all look alike
    """An acceptance has the one who accepted and the day."""
    pair = ("acceptor", "accepted")
    for field, other in (pair, pair[::-1]):
        if getattr(row, other) and getattr(row, field) is None:
            headings = Repair.headings()
            names = {"field": headings[field].name, "other": headings[other].name}
            yield row.hit(field, related=(row.at(other),), **names)


@row_rule(
    "REP-18",
    Repair,
    "验收之后才收发票和报销",
    zh=("已填{field}“{value}”，但{said}", "请先验收，或核对日期"),
    en=("{field} is {value}, but {said_en}", "have it accepted first, or check the dates"),
    source=PAID,
)
def paid_after_acceptance(row: Repair, book: Book) -> Iterator[Hit]:
    """A repair is invoiced and reimbursed only after it was accepted."""
    accepted, reimbursed = row.accepted, past(row, "reimbursed", book)
    field = "reimbursed" if reimbursed else "invoice"
    if not accepted and not stated(row, "acceptor") and stated(row, field):
        yield _too_early(row, field, "还没有验收", "it is not accepted yet")
    elif accepted and reimbursed and reimbursed < accepted:
        yield _too_early(row, field, f"验收日期是 {accepted}", f"it was accepted on {accepted}")


def _too_early(row: Repair, field: str, said: str, said_en: str) -> Hit:
    name = Repair.headings()[field].name
    return row.hit(field, related=(row.at("accepted"),), field=name, said=said, said_en=said_en)


@row_rule(
    "REP-19",
    Repair,
    "报销的维修有发票号和实际费用",
    zh=("{reimbursed} 已报销，但没有{field}", "请补填，或清空报销日期"),
    en=("reimbursed on {reimbursed}, but this is blank", "fill it in, or clear the day"),
    source=PAID,
)
def paid_with_papers(row: Repair, book: Book) -> Iterator[Hit]:  # noqa: ARG001 - all look alike
    """A repair that was reimbursed has its invoice and its cost."""
    for field in ("invoice", "cost"):
        if row.reimbursed and row.has(field) and stated(row, field) is None:
            name = Repair.headings()[field].name
            yield row.hit(
                field, related=(row.at("reimbursed"),), field=name, reimbursed=row.reimbursed
            )


invoice_stands_once = unique(
    "REP-37",
    Repair,
    ("invoice",),
    (
        "一张发票只报销一次维修",
        "An invoice is for one repair.",
    ),
    zh=("发票“{value}”与第 {row} 行相同", "请核对是否重复报销；合开的发票请在问题清单中说明"),
    en=("the invoice {value} stands in row {row} already", "check that it is not paid twice"),
    source="发票不重复报销",
    severity=Severity.WARNING,
)


@row_rule(
    "REP-23",
    Repair,
    "维修状态与时间一致",
    zh=("状态是“{value}”，但{said}", "请改选“{choose}”，或补填、改正时间"),
    en=("the state is {value}, but {said_en}", "choose {choose}, or correct the dates"),
    source=FORM,
)
def state_agrees_with_dates(row: Repair, book: Book) -> Iterator[Hit]:
    """The state of a repair is what its dates say."""
    group = book.group(STATES, row.status)
    field, groups = _by_dates(row)
    if not group or group in groups or (group == CANCELLED and field in ("received", "reported")):
        return
    name = Repair.headings()[field].name
    day = told(row.get(field))
    said = (f"已填{name} {day}", f"{name} is {day}")
    if field == "reported":
        said = ("还没有受理时间", "nobody has taken it on")
    elif _is_further(group, groups):
        said = (f"{name}之后没有时间", f"nothing is dated after {name}")
    choose = _choices(book, groups)
    yield row.hit("status", related=(row.at(field),), said=said[0], said_en=said[1], choose=choose)


def _by_dates(row: Repair) -> tuple[str, tuple[str, ...]]:
    """Return the latest step that has a date, and the groups of a state that agree with it.

    A step whose column is not there may have been taken.
    """
    place = next(i for i, (field, _) in enumerate(BY_LATEST) if _is_taken(row, field))
    field, groups = BY_LATEST[place]
    unknown = [each for name, each in BY_LATEST[:place] if not row.has(name)]
    return field, (*groups, *chain.from_iterable(unknown))


def _is_taken(row: Repair, field: str) -> bool:
    return field == "reported" or stated(row, field) is not None


def _is_further(group: str, groups: tuple[str, ...]) -> bool:
    """Tell whether a state says more than the dates do."""
    order = ("待受理", "维修中", "完成", "验收")
    return group in order and order.index(group) > max(map(order.index, groups))


def _choices(book: Book, groups: tuple[str, ...]) -> str:
    vocabulary = book.vocabularies.get(STATES)
    states = vocabulary.values if vocabulary else ()
    return " / ".join(state for state in states if book.group(STATES, state) in groups)


@row_rule(
    "REP-24",
    Repair,
    "验收之后才评价",
    zh=("已填评价“{value}”，但还没有验收", "请先验收，或清空评价"),
    en=("rated {value}, but not accepted yet", "have it accepted first, or clear the rating"),
    source="验收后由报修人评价",
)
def rated_after_acceptance(row: Repair, book: Book) -> Iterator[Hit]:  # noqa: ARG001
    """A repair is rated only after it was accepted."""
    if row.rating is not None and not row.accepted and not stated(row, "acceptor"):
        yield row.hit("rating", related=(row.at("accepted"),))


RULES: tuple[Rule, ...] = (
    acceptance_is_whole,
    paid_after_acceptance,
    paid_with_papers,
    invoice_stands_once,
    state_agrees_with_dates,
    rated_after_acceptance,
)
