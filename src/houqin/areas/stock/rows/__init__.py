"""The ledgers of the stock, each in the module of its key."""

from houqin.areas.stock.rows.counts import Count
from houqin.areas.stock.rows.items import Item
from houqin.areas.stock.rows.receipts import Receipt
from houqin.areas.stock.rows.reserve_standards import Reserve
from houqin.areas.stock.rows.stock_issues import StockIssue
from houqin.rows import SheetRow

__all__ = ["MODELS", "Count", "Item", "Receipt", "Reserve", "StockIssue"]

MODELS: tuple[type[SheetRow], ...] = (Item, Receipt, StockIssue, Count, Reserve)
