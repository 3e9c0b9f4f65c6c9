"""The school itself: its settings, campuses, people, classes, calendar and lists."""

from houqin.areas.area import Area
from houqin.areas.school.rows import MODELS
from houqin.areas.school.rules import RULES
from houqin.problems import Both

AREA = Area("school", Both("学校", "School"), models=MODELS, rules=RULES)
