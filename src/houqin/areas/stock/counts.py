"""The rules about what was counted."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from houqin.areas.makers import not_after_as_of
from houqin.areas.stock.counting import Comparison, CountLine, comparisons, counts
from houqin.areas.stock.items import catalogue, catalogue_rows, items_meant, listed
from houqin.areas.stock.ledger import balance, is_sure, stock_ledger
from houqin.areas.stock.moves import ZERO, Account
from houqin.areas.stock.rows import Count, Item, Receipt, StockIssue
from houqin.book import Book
from houqin.problems import Hit, Severity
from houqin.rules import Rule, book_rule, row_rule

FORM = "盘点表：差异数量 = 实盘数量 − 账面数量"
REASONS = "盘盈盘亏查明原因，按程序处理"
TWO_PEOPLE = "盘点表由盘点人和监盘人分别签字"
REGULAR = "存货定期盘点，账实相符"


@book_rule(
    "CNT-01",
    "账面数量等于盘点时的结存",
    needs=(Count, Receipt, StockIssue),
    zh=(
        "账面数量 {value} 不等于按入库、领用算出的盘点时结存 {book}",
        "请核对账面数量，或补录漏记的单据",
    ),
    en=(
        "the book quantity {value} is not the balance at the time of counting, {book}",
        "check the quantity, or enter the documents that are missing",
    ),
    source=FORM,
)
def book_is_the_balance(book: Book) -> Iterator[Hit]:
    """The book quantity of a count is what came less what went before it."""
    rows, typed = book[Count], book[Count].column("book")
    judged = frozenset(rows.judged("book"))
    for line in counts(book).lines:
        if line.is_sure and line.row in judged and not line.is_right(typed[line.row]):
            yield rows.hit(line.row, "book", book=line.book)


@book_rule(
    "CNT-02",
    "差异数量等于实盘数量减账面数量",
    needs=(Count,),
    zh=("差异数量 {value} 不等于实盘 {counted} 减账面 {book}，应为 {variance}", "请改正其中一个数"),
    en=(
        "the variance {value} is not {counted} counted less {book} on the book, {variance}",
        "correct one of the figures",
    ),
    source=FORM,
)
def variance_is_the_difference(book: Book) -> Iterator[Hit]:
    """The variance of a count is the quantity counted less the quantity on the book."""
    rows = book[Count]
    rows.require("variance")
    for row, found in _wrong_variances(book).items():
        counted_at = rows.place(row, _counted_in(book, row))
        shown = {"counted": found.counted, "book": found.book, "variance": found.variance}
        yield rows.hit(row, "variance", related=(counted_at,), **shown)


@book_rule(
    "CNT-03",
    "超出允许差异的写明原因",
    needs=(Count, Receipt, StockIssue),
    zh=(
        "盘点时账面 {book}、实盘 {counted}，差异 {variance} 没有原因（其后又入 {came}、出 {went}）",
        "请复盘，并选择差异原因",
    ),
    en=(
        "no reason for {variance}: book {book} then, {counted} counted ({came} in, {went} out since)",
        "count again and choose the reason",
    ),
    source=REASONS,
    settings=("stock.tolerance",),
)
def variance_has_a_reason(book: Book) -> Iterator[Hit]:
    """A variance above the tolerance of the item's category has a reason."""
    rows, reasons = book[Count], book[Count].column("reason")
    compared = comparisons(book)
    judged = frozenset(rows.judged("reason")).difference(_wrong_variances(book))
    for line in counts(book).lines:
        found = compared.get(line.row) if line.is_sure and line.row in judged else None
        if found is None or reasons[line.row] is not None:
            continue
        allowed = tolerance(book, line, found.book)
        if allowed is not None and abs(found.variance) > allowed:
            yield _without_reason(book, line, found)


def _without_reason(book: Book, line: CountLine, found: Comparison) -> Hit:
    changes = [move.change for move in line.later(book)]
    return book[Count].hit(
        line.row,
        "reason",
        related=(book[Count].place(line.row, _counted_in(book, line.row)),),
        counted=found.counted,
        book=found.book,
        variance=found.variance,
        came=sum((change for change in changes if change > 0), ZERO),
        went=-sum((change for change in changes if change < 0), ZERO),
    )


def tolerance(book: Book, line: CountLine, on_book: Decimal) -> Decimal | None:
    """Return the variance that needs no reason, or None where it is not to be judged.

    参数 grants it to a category, as a share of the book or as a quantity; an item that
    it grants none to has none.
    """
    categories = listed(book, "category")
    if Item in book and line.account.item not in categories:
        return None
    category = categories.get(line.account.item)
    limit = book.settings.find(f"stock.tolerance.{category}", line.account.campus, line.day)
    if limit is None or category is None:
        return ZERO
    if not isinstance(limit.value, Decimal):
        return None
    return limit.value * abs(on_book) if limit.unit == "%" else limit.value


@row_rule(
    "CNT-04",
    Count,
    "监盘人不是盘点人",
    zh=("监盘人 {value} 也是盘点人", "请由另一人监盘，或改正姓名"),
    en=("{value} supervised the count and counted too", "let somebody else supervise"),
    source=TWO_PEOPLE,
)
def supervisor_does_not_count(row: Count, book: Book) -> Iterator[Hit]:  # noqa: ARG001 - all look alike
    """The one who supervises a count is none of those who count."""
    if row.supervisor is not None and row.supervisor in row.counters:
        yield row.hit("supervisor", related=(row.at("counters"),))


@book_rule(
    "CNT-05",
    "一次盘点中同一物品、同一批号只有一行",
    needs=(Count,),
    zh=("“{value}”在同一次盘点的第 {row} 行已有", "请合并为一行，或改正批号"),
    en=("{value} stands in row {row} of the same count already", "keep one row, or mend the batch"),
    source=FORM,
)
def counted_once(book: Book) -> Iterator[Hit]:
    """One count has one line for each item and batch."""
    rows = book[Count]
    items, numbers = items_meant(book, rows.model), rows.column_or_blank("number")
    days, clocks, named, batches, campuses = map(
        rows.column_or_blank, ("date", "time", "item", "batch", "campus")
    )
    first: dict[object, int] = {}
    for row in rows.judged(
        *filter(rows.has, ("number", "date", "time", "campus", "item", "batch"))
    ):
        of_count = days[row], numbers[row] or clocks[row], campuses[row]
        other = first.setdefault((*of_count, items[row], batches[row]), row)
        if other != row and items[row] is not None:
            field = "name" if named[row] is None else "item"
            yield rows.hit(row, field, related=(rows.place(other, field),), row=rows.numbers[other])


not_counted_in_the_future = not_after_as_of(
    "CNT-06",
    (Count,),
    ("date",),
    ("盘点日期不晚于统计日期", "Nothing is counted after the as-of date."),
)


@book_rule(
    "CNT-07",
    "有结存的物品按时盘点",
    needs=(Count, Receipt, StockIssue),
    zh=("{campus}的{name}有结存，已 {days} 天没有盘点", "请安排盘点"),
    en=("{name} at {campus} has not been counted for {days} days", "arrange a count"),
    severity=Severity.WARNING,
    source=REGULAR,
    settings=("stock.count_days",),
)
def stock_is_counted(book: Book) -> Iterator[Hit]:
    """Whatever is in stock is counted again before the interval has passed."""
    late: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for account, days in _days_uncounted(book):
        limit = book.settings.number("stock.count_days", account.campus, book.as_of)
        if limit is not None and days > limit:
            late[account.item].append((days, account.campus))
    for item, found in late.items():
        shown = {"name": listed(book, "name").get(item) or item, "days": max(found)[0]}
        yield _at_item(book, item, shown | {"campus": tuple(campus for _, campus in found)})


def _days_uncounted(book: Book) -> Iterator[tuple[Account, int]]:
    """Yield how long ago the accounts with a balance were counted, or first had one."""
    ledger, counted = stock_ledger(book), counts(book)
    last = {line.account: line.day for line in counted.lines if line.counted is not None}
    for account in ledger.moves:
        moves = ledger.until(account, book.as_of)
        sure = ledger.is_sure(*account) and is_sure(counted.doubtful, *account)
        if sure and balance(moves) > 0:
            yield account, (book.as_of - last.get(account, moves[0].day)).days


def _at_item(book: Book, item: str, shown: Mapping[str, Any]) -> Hit:
    """Return a hit at the item on 物品目录, or on 盘点 where it is not listed."""
    items, found = catalogue_rows(book), catalogue(book).by_number.get(item)
    if items is None or found is None:
        return book[Count].sheet_hit("item", **shown)
    return items.hit(found.row, "item", **shown)


def _wrong_variances(book: Book) -> dict[int, Comparison]:
    """Return the lines whose 差异数量 is not the difference; that of either count will do."""
    rows, found = book[Count], comparisons(book)
    typed, first = rows.column_or_blank("variance"), rows.column_or_blank("counted")
    wrong = {}
    for row in rows.judged("variance") if rows.has("variance") else ():
        if row in found and typed[row] is not None:
            of_first = None if first[row] is None else first[row] - found[row].book
            if typed[row] not in {found[row].variance, of_first}:
                wrong[row] = found[row]
    return wrong


def _counted_in(book: Book, row: int) -> str:
    second = book[Count].column_or_blank("recounted")[row]
    return "counted" if second is None else "recounted"


RULES: tuple[Rule, ...] = (
    book_is_the_balance,
    variance_is_the_difference,
    variance_has_a_reason,
    supervisor_does_not_count,
    counted_once,
    not_counted_in_the_future,
    stock_is_counted,
)
