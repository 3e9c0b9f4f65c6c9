from dataclasses import asdict, fields, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from tests.areas.drawn import book_of
from tests.areas.stock import drawn
from tests.areas.stock.drawn import ITEMS, Count, Issue, Receipt, book_with, database, on
from tests.effort import examples

from houqin.areas.stock import reconcile as reconciling
from houqin.areas.stock.adjustments import Adjustment, adjustments
from houqin.areas.stock.ledger import stock_ledger
from houqin.areas.stock.reconcile import LatestCount, Line, State, Total, reconcile
from houqin.rows import NoColumn

PERIOD = "2020-05-11..2020-06-10"
START, END = on(10), on(40)
COLUMNS = (
    "opening", "received", "transferred_in", "returned", "gains",
    "issued", "transferred_out", "returned_out", "scrapped", "losses", "book",
)  # fmt: skip

LINES = """
select item, campus,
  sum(case when day >= $start and kind <> '期初' then 0
      when sheet = 'in' then quantity else -quantity end),
  sum(case when day >= $start and kind in ('采购', '捐赠') then quantity else 0 end),
  sum(case when day >= $start and kind = '调入' then quantity else 0 end),
  sum(case when day >= $start and kind = '退库' then quantity else 0 end),
  sum(case when day >= $start and kind = '盘盈' then quantity else 0 end),
  sum(case when day >= $start and kind = '领用' then quantity else 0 end),
  sum(case when day >= $start and kind = '调出' then quantity else 0 end),
  sum(case when day >= $start and kind = '退货' then quantity else 0 end),
  sum(case when day >= $start and kind = '报废' then quantity else 0 end),
  sum(case when day >= $start and kind = '盘亏' then quantity else 0 end),
  sum(case when sheet = 'in' then quantity else -quantity end)
from moves where day <= $end group by item, campus
"""

COUNTED = """
with latest as (
  select *, row_number() over (partition by item, campus order by day desc, line desc) as nth
  from counts
)
select l.item, l.campus, l.day, l.counted,
  (select coalesce(sum(case when sheet = 'in' then quantity else -quantity end), 0) from moves m
   where m.item = l.item and m.campus = l.campus and m.day <= l.day),
  (select sum(cast(round(quantity * price, 2) as decimal(18, 2))) from moves m
   where m.item = l.item and m.campus = l.campus and m.day <= l.day and m.price is not null),
  (select sum(quantity) from moves m
   where m.item = l.item and m.campus = l.campus and m.day <= l.day and m.price is not null)
from latest l where nth = 1
"""


def worth(quantity: Decimal, amount: Decimal | str, per: Decimal | int) -> Decimal:
    """Round half up in whole numbers, so that no division comes before the rounding."""
    cents = abs(Fraction(quantity) * Fraction(amount) / Fraction(per)) * 100
    rounded = Decimal((2 * cents + 1) // 2) / 100
    return -rounded if quantity < 0 else rounded


@examples(30)
@given(drawn.receipts, drawn.issues)
def test_every_column_of_every_line_is_that_of_duckdb_and_they_add_up(
    receipts: list[Receipt], issues: list[Issue]
) -> None:
    found = reconcile(book_with(receipts, issues, period=PERIOD))
    told = database(receipts, issues).execute(LINES, {"start": START, "end": END}).fetchall()

    ours = {
        (line.item, line.campus): tuple(getattr(line, column) for column in COLUMNS)
        for line in found.lines
    }
    assert ours == {(item, campus): tuple(columns) for item, campus, *columns in told}
    assert found.proof


@examples(30)
@given(drawn.receipts, drawn.issues, drawn.counts)
def test_the_latest_count_of_every_line_is_that_of_duckdb(
    receipts: list[Receipt], issues: list[Issue], counts: list[Count]
) -> None:
    found = reconcile(book_with(receipts, issues, counts))
    told = database(receipts, issues, counts).execute(COUNTED).fetchall()

    expected = {}
    for item, campus, day, counted, on_book, amount, quantity in told:
        stated = (ITEMS[item][1], 1) if ITEMS[item][1] else None
        cost = stated if quantity is None else (amount, quantity)
        variance = None if counted is None else counted - on_book
        value = None if cost is None or variance is None else worth(variance, *cost)
        expected[item, campus] = (day, on_book, counted, variance, value)
    ours = {
        (line.item, line.campus): (c.date, c.book, c.counted, c.variance, c.value)
        for line in found.lines
        if (c := line.count).date
    }
    assert ours == expected


def test_the_proof_fails_when_a_move_gets_lost_on_the_way(monkeypatch: pytest.MonkeyPatch) -> None:
    book = book_with([Receipt(on(day), "本部", "A-1", Decimal(10)) for day in (0, 1)])
    whole = stock_ledger(book)
    moves = {account: found[1:] for account, found in whole.moves.items()}
    monkeypatch.setattr(reconciling, "stock_ledger", lambda _: replace(whole, moves=moves))

    found = reconcile(book)

    assert ([line.book for line in found.lines], found.proof) == ([Decimal(10)], False)


def test_a_line_has_the_fields_of_the_json_form_in_its_order() -> None:
    names = [each.name for each in fields(Line)]

    assert names == [
        "item", "name", "unit", "campus", *COLUMNS, "count", "state", "sure"
    ]  # fmt: skip
    assert [each.name for each in fields(LatestCount)] == [
        "number", "date", "book", "counted", "variance", "price", "value", "reason"
    ]  # fmt: skip


def test_a_whole_line_by_hand() -> None:
    book = book_with(
        [
            Receipt(on(0), "本部", "A-1", Decimal(100), price="1.10"),
            Receipt(on(10), "本部", "A-1", Decimal(7), kind="期初"),
            Receipt(on(20), "本部", "A-1", Decimal(50), kind="捐赠", price="2"),
        ],
        [
            Issue(on(5), "本部", "A-1", Decimal(30)),
            Issue(on(25), "本部", "A-1", Decimal(9)),
            Issue(on(26), "本部", "A-1", Decimal(4), kind="报废"),
        ],
        [
            Count(on(22), "本部", "A-1", counted="127", reason="丢失"),
            Count(on(30), "东园", "B-2"),
        ],
        period=PERIOD,
    )

    found = reconcile(book)

    masks, soap = found.lines
    assert asdict(masks) == {
        "item": "A-1",
        "name": "口罩",
        "unit": "个",
        "campus": "本部",
        "opening": Decimal(77),  # 100 - 30 before the period, and 7 of 期初 within
        "received": Decimal(50),
        "transferred_in": Decimal(0),
        "returned": Decimal(0),
        "gains": Decimal(0),
        "issued": Decimal(9),
        "transferred_out": Decimal(0),
        "returned_out": Decimal(0),
        "scrapped": Decimal(4),
        "losses": Decimal(0),
        "book": Decimal(114),
        "count": {
            "number": "PD-2",
            "date": on(22),
            "book": Decimal(127),
            "counted": Decimal(127),
            "variance": Decimal(0),
            "price": Decimal("1.40"),  # (110 + 100) / 150
            "value": Decimal("0.00"),
            "reason": "丢失",
        },
        "state": State.AGREES,
        "sure": True,
    }
    assert (soap.campus, soap.book, soap.state) == ("东园", Decimal(0), State.NOT_COUNTED)
    assert soap.count == LatestCount("PD-3", on(30), Decimal(0))
    assert found.totals == (Total("本部", Decimal("0.00")), Total("东园", Decimal("0.00")))


def test_zero_counted_is_counted_and_its_value_goes_into_the_total_of_the_campus() -> None:
    book = book_with(
        [Receipt(on(0), "本部", each, Decimal(10)) for each in ITEMS],
        counts=[Count(on(1), "本部", each, counted="0") for each in ITEMS],
    )

    found = reconcile(book)

    assert [line.state for line in found.lines] == [State.DIFFERS] * 3
    assert [line.count.value for line in found.lines] == [
        Decimal("-12.50"),
        Decimal("-30.00"),
        None,
    ]
    assert found.totals == (Total("本部", Decimal("-42.50")),)


@pytest.mark.parametrize(
    ("issued_from", "counted", "book", "total"),
    [
        ("A1", ("7", "20"), 27, 27),
        ("A1", ("7", ""), 7, 7),
        ("", ("7", "20"), 27, 27),
        ("", ("7", ""), 27, None),
    ],
    ids=[
        "each batch by its own book",
        "only one of two batches counted",
        "unbatched issues: all batches together",
        "unbatched issues and not all counted: nobody can say",
    ],
)
def test_the_batches_of_one_count_are_put_together(
    issued_from: str, counted: tuple[str, str], book: int, total: int | None
) -> None:
    batches = [
        Receipt(on(0), "本部", "A-1", Decimal(q), batch=b) for b, q in (("A1", 10), ("A2", 20))
    ]
    issue = Issue(on(1), "本部", "A-1", Decimal(3), batch=issued_from)
    drawing = [
        Count(on(2), "本部", "A-1", counted=c, batch=b)
        for b, c in zip(("A1", "A2"), counted, strict=True)
    ]
    workbook = book_with(batches, [issue], drawing, one_count=True)

    count = reconcile(workbook).lines[0].count

    assert count.book == book
    assert count.counted == total


def test_lines_that_cannot_be_booked_are_left_out_counted_and_do_not_break_the_proof() -> None:
    book = book_of("""
| 入库 | 单据编号 | 日期 | 校区 | 物品名称 | 单位 | 数量 | 验收人 | 保管员 |
| 2 | RK-1 | 2020-05-01 | 本部 | 口罩 | 个 | 10 | 张三 | 李四 |
| 3 | RK-2 | 若干 | 本部 | 口罩 | 个 | 5 | 张三 | 李四 |
| 4 | RK-3 | 2020-05-02 | 本部 | 香皂 | 块 | 若干 | 张三 | 李四 |
""")

    found = reconcile(book)

    assert [(line.name, line.book, line.sure) for line in found.lines] == [
        ("口罩", Decimal(10), False)
    ]
    assert (found.left_out, found.proof) == (2, True)


def test_without_a_column_that_books_nothing_is_reconciled() -> None:
    book = book_of("""
| 入库 | 单据编号 | 日期 | 校区 | 物品名称 | 单位 | 验收人 | 保管员 |
| 2 | RK-1 | 2020-05-01 | 本部 | 口罩 | 个 | 张三 | 李四 |
""")

    with pytest.raises(NoColumn):
        reconcile(book)


def test_adjustments_are_proposed_for_what_is_not_posted_yet() -> None:
    book = book_of("""
| 入库 | 单据编号 | 日期 | 校区 | 入库类型 | 物品名称 | 单位 | 数量 | 验收人 | 保管员 | 备注 |
| 2 | RK-1 | 2020-05-01 | 本部 | | 口罩 | 个 | 10 | 张三 | 李四 | |
| 3 | RK-2 | 2020-05-01 | 本部 | | 香皂 | 块 | 10 | 张三 | 李四 | |
| 4 | RK-3 | 2020-05-01 | 本部 | | 毛巾 | 条 | 10 | 张三 | 李四 | |
| 5 | PY-1 | 2020-05-06 | 本部 | 盘盈 | 毛巾 | 条 | 2 | 张三 | 李四 | 见 PD-1 |
| 6 | PY-2 | 2020-05-06 | 本部 | 盘盈 | 香皂 | 块 | 9 | 张三 | 李四 | 见 PD-12 |
| 盘点 | 盘点单号 | 盘点日期 | 校区 | 物品名称 | 单位 | 实盘数量 | 盘点人 |
| 2 | PD-1 | 2020-05-05 | 本部 | 口罩 | 个 | 7 | 赵六 |
| 3 | PD-1 | 2020-05-05 | 本部 | 香皂 | 块 | 11 | 赵六 |
| 4 | PD-1 | 2020-05-05 | 本部 | 毛巾 | 条 | 12 | 赵六 |
""")

    proposed = adjustments(book)

    assert proposed == (
        Adjustment("盘亏", "本部", "口罩", "口罩", "个", None, Decimal(3), "PD-1"),
        Adjustment("盘盈", "本部", "香皂", "香皂", "块", None, Decimal(1), "PD-1"),
    )


@pytest.mark.parametrize(
    ("period", "day", "state"),
    [("2020-05", date(2020, 5, 20), State.AGREES), ("", date(2020, 6, 10), State.DIFFERS)],
)
def test_the_count_of_a_line_is_the_latest_up_to_the_end_of_the_period(
    period: str, day: date, state: State
) -> None:
    came = Receipt(date(2020, 5, 2), "本部", "A-1", Decimal(10))
    may = Count(date(2020, 5, 20), "本部", "A-1", counted="10")
    june = Count(date(2020, 6, 10), "本部", "A-1", counted="9")

    (line,) = reconcile(book_with([came], counts=[may, june], period=period)).lines

    assert (line.count.date, line.state) == (day, state)
