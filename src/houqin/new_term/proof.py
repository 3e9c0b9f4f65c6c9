"""The proof that nothing got lost between two terms: both books are read, and compared."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from houqin.areas import MODELS
from houqin.book import Book
from houqin.cells.writing import written
from houqin.master.term import Row, Term
from houqin.new_term.carrying import Way, carry_of
from houqin.new_term.closing import Closing, closing_of
from houqin.new_term.next_settings import row_of
from houqin.problems import Both
from houqin.rows import SheetRow


@dataclass(frozen=True, slots=True)
class Proven:
    """One thing that is the same in both books, or is not."""

    what: Both
    before: str  # in this term's book
    after: str  # in the next term's
    equal: bool


def proof_of(old: Closing, new: Book, term: Term) -> tuple[Proven, ...]:
    """Compare the closing of the old book with the opening of the new one, and all carried rows."""
    opening = closing_of(new)
    return (*_stock(old, opening), *_going_on(old, opening), *_rows(new, term))


def _stock(old: Closing, new: Closing) -> Iterator[Proven]:
    kept = {account: left for account, left in old.balances.items() if left > 0}
    if not kept and not new.balances:
        return
    yield _same(Both("结存（物品×校区）", "balances (item × campus)"), kept, new.balances)
    yield _same(
        Both("结存（按批号和有效期）", "balances (by batch and expiry)"), old.batches, new.batches
    )
    for campus in dict.fromkeys((*old.worth, *new.worth)):
        before, after = (each.worth.get(campus, Decimal(0)) for each in (old, new))
        name = Both(f"库存金额（{campus}）", f"worth of the stock ({campus})")
        yield Proven(name, f"{before:,.2f}", f"{after:,.2f}", before == after)


def _same(what: Both, before: Mapping[Any, Decimal], after: Mapping[Any, Decimal]) -> Proven:
    """Compare quantities one by one; shown are how many there are, and their sum."""
    return Proven(what, _sum(before), _sum(after), before == after)


def _sum(quantities: Mapping[Any, Decimal]) -> str:
    return f"{len(quantities)} / {written(sum(quantities.values()))}"


def _going_on(old: Closing, new: Closing) -> Iterator[Proven]:
    for model in MODELS:
        before = old.going_on.get(model.ledger.key)
        if before is not None and model.ledger.key != "people":
            after = new.going_on.get(model.ledger.key)
            ledger = model.ledger
            name = Both(f"{ledger.title}（未了结）", f"{ledger.en} (not closed)")
            count = 0 if after is None else after.total()
            yield Proven(name, str(before.total()), str(count), before == after)


def _rows(new: Book, term: Term) -> Iterator[Proven]:
    """Compare every cell of the rows that go over with what is read of it."""
    for model in MODELS:
        if carry_of(model).way in (Way.ALL, Way.SOME) and model.ledger.key in term:
            asked = [_cells(row, model) for row in term[model.ledger.key]]
            rows = new.rows.get(model)
            read = (
                [] if rows is None else [_cells(row_of(rows, i), model) for i in range(len(rows))]
            )
            name = Both(f"{model.ledger.title}（逐格）", f"{model.ledger.en} (cell by cell)")
            yield Proven(name, str(len(asked)), str(len(read)), asked == read)


def _cells(row: Row, model: type[SheetRow]) -> tuple[str, ...]:
    return tuple(written(row.get(field)) for field in model.model_fields)
