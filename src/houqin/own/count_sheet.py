"""盘点表: what is to be counted where, for two people who count apart."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from houqin.areas.stock.counting import counts
from houqin.areas.stock.items import catalogue, listed
from houqin.areas.stock.ledger import balance, campuses_of, stock_ledger
from houqin.areas.stock.moves import Account
from houqin.areas.stock.reconcile import named_items
from houqin.book import Book
from houqin.own.heads import note_of_day, said
from houqin.own.layout import OwnColumn, OwnPage, OwnSheet
from houqin.problems import Both
from houqin.result import Result
from houqin.sections import Light, Unit, Value

CATEGORIES, REASONS = "物品类别", "差异原因"  # lists of 清单
COUNT_SHEET = OwnSheet(
    "count_sheet",
    "盘点表",
    (
        OwnColumn(Both("序号", "No."), Unit.COUNT, 7),
        OwnColumn(Both("校区", "Campus"), width=8),
        OwnColumn(Both("物品编号", "Item"), width=11),
        OwnColumn(Both("物品名称", "Name"), width=20),
        OwnColumn(Both("规格型号", "Model"), width=14),
        OwnColumn(Both("单位", "Unit"), width=7),
        OwnColumn(Both("批号", "Batch"), width=12),
        OwnColumn(Both("账面数量", "Book"), Unit.QUANTITY, 11),
        OwnColumn(Both("实盘数量（甲）", "Counted (A)"), Unit.QUANTITY, 12, typed=True),
        OwnColumn(Both("实盘数量（乙）", "Counted (B)"), Unit.QUANTITY, 12, typed=True),
        OwnColumn(Both("差异", "Variance"), Unit.QUANTITY, 9, typed=True),
        OwnColumn(Both("差异原因", "Reason"), width=14, typed=True, list=REASONS),
        OwnColumn(Both("备注", "Note"), width=14, typed=True),
    ),
    Both(
        "点“盘点表”：列出各校区要盘的物品，可选盲盘（不印账面数量）",
        "press 盘点表: what is to be counted at each campus, with or without the book",
    ),
    identity=(1, 2, 6),
    frozen=4,
    row_height=27,  # two lines, and room to write by hand
)


class ToCount(NamedTuple):
    """One line of a count sheet."""

    account: Account
    batch: str | None
    book: Decimal


def count_sheet_page(result: Result, *, blind: bool) -> OwnPage:
    """Return what is to be counted, by campus, category and item; blind, without the book.

    Raises:
        NoColumn: 入库 or 领用 lacks a column without which nothing can be booked.
    """
    book, lines = result.book, to_count(result.book)
    specs = listed(book, "spec")
    rows = tuple(
        _row(book, number, line, specs.get(line.account.item), blind=blind)
        for number, line in enumerate(lines, 1)
    )
    return OwnPage(COUNT_SHEET, _note(result), _verdict(result, lines, blind=blind), rows)


def to_count(book: Book) -> tuple[ToCount, ...]:
    """Return every item at every campus that ever had it, and each batch of it that is left.

    Where a move names no batch nobody can say what is left of each: the item is then
    one line. An item of 物品目录 that was never anywhere is looked for everywhere.
    """
    found = (line for account in _in_order(book) for line in _lines(book, account))
    return tuple(found)


def _in_order(book: Book) -> list[Account]:
    """Sort what is to be counted by campus, category and item."""
    known = {
        each for each in stock_ledger(book).moves if stock_ledger(book).until(each, book.as_of)
    }
    known |= {line.account for line in counts(book).lines}
    seen = {account.item for account in known}
    unseen = (item for item in catalogue(book).by_number if item not in seen)
    known |= {Account(item, campus) for item in unseen for campus in campuses_of(book)}
    vocabulary, of_item = book.vocabularies.get(CATEGORIES), listed(book, "category")
    categories = {name: at for at, name in enumerate(vocabulary.values if vocabulary else ())}
    campuses = {name: at for at, name in enumerate(book.campuses())}
    items = {item: at for at, item in enumerate(named_items(book))}

    def place(account: Account) -> tuple[int, str, int, int]:
        category = categories.get(of_item.get(account.item) or "", len(categories))
        campus = campuses.get(account.campus, len(campuses))
        return campus, account.campus, category, items[account.item]

    return sorted(known, key=place)


def _lines(book: Book, account: Account) -> Iterator[ToCount]:
    moves = stock_ledger(book).until(account, book.as_of)
    batches = dict.fromkeys(move.batch for move in moves)
    if None not in batches:
        left = {each: balance(m for m in moves if m.batch == each) for each in batches}
        there = [ToCount(account, batch, quantity) for batch, quantity in left.items() if quantity]
        if there:
            yield from there
            return
    yield ToCount(account, None, balance(moves))


def _row(
    book: Book, number: int, line: ToCount, spec: str | None, *, blind: bool
) -> tuple[Value, ...]:
    item, campus = line.account
    name, unit = named_items(book)[item]
    on_book = None if blind else line.book
    typed = (None,) * sum(column.typed for column in COUNT_SHEET.columns)
    return (number, campus, item, name, spec, unit or None, line.batch, on_book, *typed)


def _note(result: Result) -> str:
    sign = Both(
        "盘点人甲：＿＿＿＿＿　盘点人乙：＿＿＿＿＿　监盘人：＿＿＿＿＿　盘点日期：＿＿＿＿＿＿",
        "Counted by A: ＿＿＿＿　by B: ＿＿＿＿　supervised by: ＿＿＿＿　on: ＿＿＿＿＿",
    )
    return f"{note_of_day(result)}　　{sign.of(result.lang)}"


def _verdict(result: Result, lines: tuple[ToCount, ...], *, blind: bool) -> str:
    if not lines:
        return said(Light.AMBER, Both("没有要盘的物品。", "Nothing to count.").of(result.lang))
    at: dict[str, int] = {}
    for line in lines:
        at[line.account.campus] = at.get(line.account.campus, 0) + 1
    campuses = "、".join(f"{campus} {count}" for campus, count in at.items())
    sentences = [Both(f"共 {len(lines)} 行：{campuses}。", f"{len(lines)} lines: {campuses}.")]
    if blind:
        sentences.append(Both("盲盘：不印账面数量。", "Blind: the book is not shown."))
    ledger = stock_ledger(result.book)
    doubtful = {line.account for line in lines if not ledger.is_sure(*line.account)}
    if doubtful and not blind:
        sentences.append(
            Both(
                f"其中 {len(doubtful)} 种有单据读不清，账面数量待核对，见问题清单。",
                f"The book of {len(doubtful)} is in doubt: a document could not be read.",
            )
        )
    light = Light.AMBER if doubtful and not blind else Light.NONE
    return said(light, Both("", " ").of(result.lang).join(s.of(result.lang) for s in sentences))
