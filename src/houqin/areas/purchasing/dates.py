"""The rules about the dates of a purchase: none to come, and all in order."""

from collections.abc import Iterator

from houqin.areas.makers import not_after_as_of
from houqin.areas.purchasing.requests import Request, request_rule
from houqin.areas.purchasing.rows import Purchase
from houqin.areas.purchasing.steps import STEPS, STOCKED, before, day_of, place_of
from houqin.areas.stock.rows import Receipt
from houqin.book import Book
from houqin.problems import Hit
from houqin.rules import Rule

ORDER = "采购流程：申请—审批—采购—验收入库—校长审阅—报销"
DAYS = ("requested", "approved", "ordered", "accepted", "principal_read", "reimbursed")

not_in_the_future = not_after_as_of(
    "BUY-06",
    (Purchase,),
    DAYS,
    (
        "采购的各个日期不晚于统计日期",
        "No step of a purchase is taken after the as-of date.",
    ),
)


def _too_early(step: str, field: str, request: Request, book: Book) -> Iterator[Hit]:
    """Yield the lines on which a step comes before the last one that was taken before it."""
    told = set[tuple[object, ...]]()
    for line in request.lines:
        if step == field:
            getattr(line, field)  # a column that is not there leaves the rule out
        day = day_of(step, line, request, book)
        earlier = before(step, line, request, book) if day else None
        if day and earlier and day < earlier[1] and (day, *earlier) not in told:
            told.add((day, *earlier))
            at = (place_of(earlier[0], line, request, book),)
            shown = {"day": day, "step": STEPS[earlier[0]].zh, "earlier": earlier[1]}
            yield line.hit(field, related=at, step_en=STEPS[earlier[0]].en, **shown)


@request_rule(
    "BUY-07",
    "审批日期不早于申请日期",
    zh=("审批日期 {day} 早于{step} {earlier}", "请改正其中一个日期"),
    en=("approved on {day}, before {step_en}, {earlier}", "correct one of the two dates"),
    source=ORDER,
)
def approved_after_request(request: Request, book: Book) -> Iterator[Hit]:
    """A request is not approved before it is made."""
    return _too_early("approved", "approved", request, book)


@request_rule(
    "BUY-08",
    "先审批，后采购",
    zh=("采购日期 {day} 早于{step} {earlier}", "请核对日期；确属先买后批的，按本校规定补办"),
    en=(
        "bought on {day}, before {step_en}, {earlier}",
        "check the dates; if it was bought first, make the approval up as the school has it",
    ),
    source=ORDER,
)
def bought_after_approval(request: Request, book: Book) -> Iterator[Hit]:
    """Nothing is bought before it is approved."""
    return _too_early("ordered", "ordered", request, book)


@request_rule(
    "BUY-09",
    "验收日期不早于采购日期",
    zh=("验收日期 {day} 早于{step} {earlier}", "请改正其中一个日期"),
    en=("accepted on {day}, before {step_en}, {earlier}", "correct one of the two dates"),
    source=ORDER,
)
def accepted_after_buying(request: Request, book: Book) -> Iterator[Hit]:
    """Goods are not accepted before they are bought."""
    return _too_early("accepted", "accepted", request, book)


@request_rule(
    "BUY-10",
    "先验收，后入库",
    needs=(Receipt,),
    zh=("入库日期 {day} 早于{step} {earlier}", "请核对入库单号和两个日期"),
    en=(
        "it came into the stock on {day}, before {step_en}, {earlier}",
        "check the number of the receipt and both dates",
    ),
    source=ORDER,
)
def stocked_after_acceptance(request: Request, book: Book) -> Iterator[Hit]:
    """Goods do not come into the stock before they are accepted."""
    return _too_early(STOCKED, "receipt", request, book)


@request_rule(
    "BUY-11",
    "校长审阅在验收入库之后",
    zh=("校长审阅日期 {day} 早于{step} {earlier}", "请改正其中一个日期"),
    en=("the principal read it on {day}, before {step_en}, {earlier}", "correct one of the two"),
    source=ORDER,
)
def read_after_acceptance(request: Request, book: Book) -> Iterator[Hit]:
    """The principal reads approval and acceptance when the goods are accepted and in the stock."""
    return _too_early("principal_read", "principal_read", request, book)


@request_rule(
    "BUY-12",
    "报销在校长审阅之后",
    zh=("报销日期 {day} 早于{step} {earlier}", "请改正其中一个日期"),
    en=("reimbursed on {day}, before {step_en}, {earlier}", "correct one of the two dates"),
    source=ORDER,
)
def reimbursed_after_reading(request: Request, book: Book) -> Iterator[Hit]:
    """Nothing is reimbursed before the principal has read approval and acceptance."""
    return _too_early("reimbursed", "reimbursed", request, book)


RULES: tuple[Rule, ...] = (
    not_in_the_future,
    approved_after_request,
    bought_after_approval,
    accepted_after_buying,
    stocked_after_acceptance,
    read_after_acceptance,
    reimbursed_after_reading,
)
