"""The ledger of the monthly appraisal."""

from houqin.areas.appraisal.rows.appraisals import Appraisal
from houqin.rows import SheetRow

__all__ = ["MODELS", "Appraisal"]

MODELS: tuple[type[SheetRow], ...] = (Appraisal,)
