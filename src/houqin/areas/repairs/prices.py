"""The rules about what a repair costs: three quotes, the lowest, the estimate and the bill."""

from collections.abc import Iterator
from decimal import Decimal

from houqin.areas.repairs.route import (
    OFFERS,
    amount,
    chosen_offer,
    is_bound_by,
    is_cancelled,
    is_own_work,
    is_urgent,
    lowest_offer,
    offers,
    stated,
)
from houqin.areas.repairs.rows import Repair
from houqin.book import Book
from houqin.cells.choices import closest
from houqin.cells.text import fold
from houqin.problems import Hit, Severity
from houqin.rules import Rule, row_rule

THREE = "货比三家：达到金额的维修有三家有效报价"
LOWEST = "比选以最低价成交，不选最低价的说明理由"
BUDGET = "按审批的金额维修"
QUOTES_FROM, QUOTES = "repair.quotes_from", "repair.quotes"


@row_rule(
    "REP-09",
    Repair,
    "达到金额的普通维修有足够的有效报价",
    zh=(
        "{amount} 元的维修只有 {count} 家有效报价，应有 {needed} 家",
        "请补填不同单位的报价，或核对金额",
    ),
    en=(
        "{amount} yuan, but {count} valid quotes where {needed} are asked for",
        "fill in quotes of different firms, or check the amount",
    ),
    source=THREE,
    settings=(QUOTES_FROM, QUOTES),
)
def quotes_are_enough(row: Repair, book: Book) -> Iterator[Hit]:
    """An ordinary repair of a certain amount has so many valid quotes, of different firms."""
    needed = book.settings.number(QUOTES, row.get("campus"), row.reported.date())
    if needed is None or not _needs_quotes(row, book) or not _is_decided(row):
        return
    asked, count = min(int(needed), len(OFFERS)), len(offers(row))
    if count < asked:
        field = _weak_offer(row)
        yield row.hit(
            field, related=(row.at("estimate"),), amount=amount(row), count=count, needed=asked
        )


def _needs_quotes(row: Repair, book: Book) -> bool:
    if is_urgent(row) or is_own_work(row) or is_cancelled(row, book):
        return False
    return is_bound_by(row, QUOTES_FROM, amount(row), book)


def _is_decided(row: Repair) -> bool:
    """Tell whether it is settled who does the work, so that no further quote is to come."""
    return any(stated(row, field) for field in ("supplier", "approved", "finished"))


def _weak_offer(row: Repair) -> str:
    """Name the first quote that is blank, else the one that a firm made twice."""
    blank = (f"quote_{n}" for n in OFFERS if stated(row, f"quote_{n}") is None)
    firms = [fold(stated(row, f"bidder_{n}") or "") for n in OFFERS]
    twice = (f"bidder_{n}" for n in OFFERS if firms[n - 1] in firms[: n - 1])
    return next(blank, None) or next(twice, "quote_1")


@row_rule(
    "REP-10",
    Repair,
    "选定供应商是报价单位之一",
    zh=("“{value}”没有报价", "请核对选定供应商，或补填它的报价"),
    en=("{value} made no quote", "check the firm, or fill in its quote"),
    source=LOWEST,
)
def chosen_has_quoted(row: Repair, book: Book) -> Iterator[Hit]:  # noqa: ARG001 - all look alike
    """The chosen firm is one of those that made a quote."""
    firms = [name for n in OFFERS if (name := stated(row, f"bidder_{n}"))]
    supplier = row.supplier
    if supplier and firms and fold(supplier) not in map(fold, firms):
        meant = closest(supplier, firms)
        more = {"suggest": meant} if meant else {}
        yield row.hit("supplier", related=(row.at("bidder_1"),), **more)


@row_rule(
    "REP-11",
    Repair,
    "没有选最低报价的写明理由",
    zh=("选定的 {chosen} 元高于最低报价 {lowest} 元，没有写选定理由", "请补填理由"),
    en=(
        "{chosen} yuan was chosen, the lowest quote is {lowest}, and no reason is given",
        "give the reason",
    ),
    source=LOWEST,
)
def higher_quote_has_a_reason(row: Repair, book: Book) -> Iterator[Hit]:  # noqa: ARG001
    """Where the lowest quote was not chosen there is a reason."""
    lowest = lowest_offer(row)
    chosen = chosen_offer(row)
    if chosen is None and not any(offer.firm for offer in offers(row)):
        chosen = stated(row, "cost")  # nobody says whose quote it is: the bill does
    if lowest is not None and chosen is not None and chosen > lowest and not row.reason:
        yield row.hit("reason", related=(row.at("supplier"),), chosen=chosen, lowest=lowest)


@row_rule(
    "REP-12",
    Repair,
    "选定的报价不超过预算金额",
    zh=("选定的报价 {chosen} 元超过预算 {value} 元", "请调整预算并重新审批，或核对报价"),
    en=("the chosen quote of {chosen} yuan is above this", "have it approved again, or check it"),
    source=BUDGET,
    severity=Severity.WARNING,
)
def quote_is_within_estimate(row: Repair, book: Book) -> Iterator[Hit]:  # noqa: ARG001
    """The chosen quote is not above the estimate that was approved."""
    chosen, estimate = chosen_offer(row), row.estimate
    if chosen is not None and estimate is not None and chosen > estimate:
        yield row.hit("estimate", related=(row.at("supplier"),), chosen=chosen)


@row_rule(
    "REP-13",
    Repair,
    "实际费用不超过选定的报价，没有报价的不超过预算",
    zh=("实际费用 {value} 超过{bound} {most} 元", "请核对费用，超支的补办审批"),
    en=("the cost {value} is above {bound_en}, {most} yuan", "check it, or have it approved"),
    source=BUDGET,
    severity=Severity.WARNING,
)
def cost_is_within_quote(row: Repair, book: Book) -> Iterator[Hit]:  # noqa: ARG001
    """A repair costs no more than the chosen quote, or than the estimate where there is none."""
    cost, (bound, bound_en, most) = row.cost, _bound(row)
    if cost is not None and most is not None and cost > most:
        yield row.hit("cost", bound=bound, bound_en=bound_en, most=most)


def _bound(row: Repair) -> tuple[str, str, Decimal | None]:
    chosen = lowest_offer(row) if is_own_work(row) else chosen_offer(row)
    if chosen is not None:
        return "报价", "the quote", chosen
    return "预算", "the estimate", stated(row, "estimate")


@row_rule(
    "REP-14",
    Repair,
    "校内维修没有供应商和发票",
    zh=("校内维修填了{field}“{value}”", "请核对是否校内维修"),
    en=("the school's own work has {value} as {field}", "check whether it was its own work"),
    source="校内维修只领用库存耗材",
    severity=Severity.WARNING,
)
def own_work_has_no_firm(row: Repair, book: Book) -> Iterator[Hit]:  # noqa: ARG001 - all look alike
    """The school's own work has neither a chosen firm nor an invoice."""
    if row.in_house:
        filled = (field for field in ("supplier", "invoice") if stated(row, field))
        for field in list(filled)[:1]:
            name = Repair.headings()[field].name
            yield row.hit(field, related=(row.at("in_house"),), field=name)


@row_rule(
    "REP-20",
    Repair,
    "审批过的外修有预算金额",
    zh=("{approved} 已审批，但没有预算金额", "请补填审批的金额"),
    en=("approved on {approved}, but for no amount", "fill in the amount that was approved"),
    source="维修申报审批单",
    severity=Severity.WARNING,
)
def approved_for_an_amount(row: Repair, book: Book) -> Iterator[Hit]:  # noqa: ARG001
    """What a firm was approved to mend was approved for an amount."""
    if row.in_house is False and row.approved and row.estimate is None:
        yield row.hit("estimate", related=(row.at("approved"),), approved=row.approved)


RULES: tuple[Rule, ...] = (
    quotes_are_enough,
    chosen_has_quoted,
    higher_quote_has_a_reason,
    quote_is_within_estimate,
    cost_is_within_quote,
    own_work_has_no_firm,
    approved_for_an_amount,
)
