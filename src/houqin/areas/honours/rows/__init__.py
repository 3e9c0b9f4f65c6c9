"""The ledger of activities and honours."""

from houqin.areas.honours.rows.honours import Honour
from houqin.rows import SheetRow

__all__ = ["MODELS", "Honour"]

MODELS: tuple[type[SheetRow], ...] = (Honour,)
