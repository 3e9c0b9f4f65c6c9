"""The ledgers of health, each in the module of its key."""

from houqin.areas.health.rows.diseases import DiseaseRow
from houqin.areas.health.rows.health_checks import HealthCheck
from houqin.areas.health.rows.sick_absences import SickAbsence
from houqin.rows import SheetRow

__all__ = ["MODELS", "DiseaseRow", "HealthCheck", "SickAbsence"]

MODELS: tuple[type[SheetRow], ...] = (HealthCheck, SickAbsence, DiseaseRow)
