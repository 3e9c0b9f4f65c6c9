"""The ledgers of purchasing, each in the module of its key."""

from houqin.areas.purchasing.rows.approval_levels import ApprovalLevel
from houqin.areas.purchasing.rows.budgets import Budget
from houqin.areas.purchasing.rows.purchases import Purchase
from houqin.rows import SheetRow

__all__ = ["MODELS", "ApprovalLevel", "Budget", "Purchase"]

MODELS: tuple[type[SheetRow], ...] = (ApprovalLevel, Purchase, Budget)
