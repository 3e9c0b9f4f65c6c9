"""The school itself: its settings, campuses, people, classes, calendar and lists."""

from houqin.areas.area import Area
from houqin.areas.school import day_rules, list_rules, people_rules, setting_rules
from houqin.areas.school.rows import MODELS
from houqin.areas.school.section import section
from houqin.areas.school.sentences import SENTENCES
from houqin.problems import Both

AREA = Area(
    "school",
    Both("学校", "School"),
    models=MODELS,
    rules=(*setting_rules.RULES, *people_rules.RULES, *day_rules.RULES, *list_rules.RULES),
    colour="#7F7F7F",
    sections=(section,),
    sentences=SENTENCES,
)
