"""Surveys: how satisfied pupils, staff and families are, and how sure one can be of it."""

from houqin.areas.area import Area
from houqin.areas.survey import answer_rules, day_rules, question_rules, return_rules, sheet_rules
from houqin.areas.survey.rows import MODELS
from houqin.areas.survey.section import section
from houqin.areas.survey.sentences import SENTENCES
from houqin.problems import Both

AREA = Area(
    "survey",
    Both("满意度", "Satisfaction"),
    models=MODELS,
    rules=(
        *question_rules.RULES,
        *answer_rules.RULES,
        *sheet_rules.RULES,
        *day_rules.RULES,
        *return_rules.RULES,
    ),
    colour="#B7A42C",
    sections=(section,),
    sentences=SENTENCES,
)
