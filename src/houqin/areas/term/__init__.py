"""The term: its goals, set against the figures of the summary, and its shortcomings."""

from houqin.areas.area import Area
from houqin.areas.term import goal_rules, shortcoming_rules
from houqin.areas.term.rows import MODELS
from houqin.areas.term.section import SENTENCES, section
from houqin.areas.term.told import goals_told, shortcomings_told
from houqin.problems import Both

AREA = Area(
    "term",
    Both("工作目标", "Goals"),
    models=MODELS,
    rules=(*goal_rules.RULES, *shortcoming_rules.RULES),
    colour="#5B7083",
    closing=(section,),
    sentences=SENTENCES,
    goals=goals_told,
    shortcomings=shortcomings_told,
)
