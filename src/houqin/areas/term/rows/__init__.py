"""The ledgers of the term: its goals, and what still falls short."""

from houqin.areas.term.rows.goals import Goal
from houqin.areas.term.rows.shortcomings import Shortcoming
from houqin.rows import SheetRow

__all__ = ["MODELS", "Goal", "Shortcoming"]

MODELS: tuple[type[SheetRow], ...] = (Goal, Shortcoming)
