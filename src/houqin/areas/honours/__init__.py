"""Activities, talks and honours: a list that feeds the term summary."""

from houqin.areas.area import Area
from houqin.areas.honours import titles
from houqin.areas.honours.rows import MODELS
from houqin.areas.honours.section import SENTENCES, section
from houqin.problems import Both

AREA = Area(
    "honours",
    Both("活动荣誉", "Honours"),
    models=MODELS,
    rules=titles.RULES,
    colour="#D9A400",
    sections=(section,),
    sentences=SENTENCES,
)
