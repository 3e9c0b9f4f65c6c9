"""All areas of the school's work, in the order in which reports show them.

To add one: a package beside these, its `AREA`, and one line here.
"""

from houqin.areas.area import Area
from houqin.areas.health import AREA as HEALTH
from houqin.areas.safety import AREA as SAFETY
from houqin.areas.school import AREA as SCHOOL
from houqin.areas.stock import AREA as STOCK
from houqin.areas.training import AREA as TRAINING
from houqin.reading.rules import RULES as READING
from houqin.rows import SheetRow
from houqin.rules import Rule

AREAS: tuple[Area, ...] = (SCHOOL, SAFETY, STOCK, HEALTH, TRAINING)
TABS = (*AREAS[1:], SCHOOL)  # as the master shows them: what is seldom looked up stands last
MODELS: tuple[type[SheetRow], ...] = tuple(model for area in AREAS for model in area.models)
RULES: tuple[Rule, ...] = tuple(rule for area in AREAS for rule in area.rules)
ALL_RULES: tuple[Rule, ...] = (*READING, *RULES)  # with those that reading itself obeys
