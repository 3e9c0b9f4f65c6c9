"""The ledgers of safety, each in the module of its key."""

from houqin.areas.safety.rows.equipment import Equipment
from houqin.areas.safety.rows.hazards import Hazard
from houqin.areas.safety.rows.inspections import Inspection
from houqin.areas.safety.rows.standards import Standard
from houqin.rows import SheetRow

__all__ = ["MODELS", "Equipment", "Hazard", "Inspection", "Standard"]

MODELS: tuple[type[SheetRow], ...] = (Standard, Inspection, Hazard, Equipment)
