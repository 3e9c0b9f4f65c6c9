"""The ledger of repairs, in the module of its key."""

from houqin.areas.repairs.rows.repairs import Repair
from houqin.rows import SheetRow

__all__ = ["MODELS", "Repair"]

MODELS: tuple[type[SheetRow], ...] = (Repair,)
