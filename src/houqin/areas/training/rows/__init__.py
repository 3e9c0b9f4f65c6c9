"""The ledgers of training, each in the module of its key."""

from houqin.areas.training.rows.safety_lessons import SafetyLesson
from houqin.areas.training.rows.training_needs import TrainingNeed
from houqin.areas.training.rows.trainings import Training
from houqin.rows import SheetRow

__all__ = ["MODELS", "SafetyLesson", "Training", "TrainingNeed"]

MODELS: tuple[type[SheetRow], ...] = (TrainingNeed, Training, SafetyLesson)
