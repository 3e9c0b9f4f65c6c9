"""The ledger of property checks, in the module of its key."""

from houqin.areas.property.rows.property_checks import PropertyCheck
from houqin.rows import SheetRow

__all__ = ["MODELS", "PropertyCheck"]

MODELS: tuple[type[SheetRow], ...] = (PropertyCheck,)
