"""The ledger of the union's welfare."""

from houqin.areas.welfare.rows.welfare import Gift
from houqin.rows import SheetRow

__all__ = ["MODELS", "Gift"]

MODELS: tuple[type[SheetRow], ...] = (Gift,)
