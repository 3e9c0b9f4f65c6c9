"""The ledgers of surveys, each in the module of its key."""

from houqin.areas.survey.rows.survey_answers import Answer
from houqin.areas.survey.rows.survey_questions import Question
from houqin.rows import SheetRow

__all__ = ["MODELS", "Answer", "Question"]

MODELS: tuple[type[SheetRow], ...] = (Question, Answer)
