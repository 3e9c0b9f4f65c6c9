"""All areas of the school's work, in the order in which reports show them.

To add one: a package beside these, its `AREA`, and one line here.
"""

from houqin.areas.appraisal import AREA as APPRAISAL
from houqin.areas.area import Area
from houqin.areas.duty import AREA as DUTY
from houqin.areas.health import AREA as HEALTH
from houqin.areas.honours import AREA as HONOURS
from houqin.areas.property import AREA as PROPERTY
from houqin.areas.purchasing import AREA as PURCHASING
from houqin.areas.repairs import AREA as REPAIRS
from houqin.areas.safety import AREA as SAFETY
from houqin.areas.school import AREA as SCHOOL
from houqin.areas.stock import AREA as STOCK
from houqin.areas.survey import AREA as SURVEY
from houqin.areas.term import AREA as TERM
from houqin.areas.training import AREA as TRAINING
from houqin.areas.welfare import AREA as WELFARE
from houqin.reading.rules import RULES as READING
from houqin.rows import SheetRow
from houqin.rules import Rule

AREAS: tuple[Area, ...] = (
    SCHOOL,
    SAFETY,
    STOCK,
    PURCHASING,
    DUTY,
    SURVEY,
    REPAIRS,
    HEALTH,
    TRAINING,
    APPRAISAL,
    PROPERTY,
    WELFARE,
    HONOURS,
    TERM,
)
TABS = (*AREAS[1:], SCHOOL)  # as the master shows them: what is seldom looked up stands last
MODELS: tuple[type[SheetRow], ...] = tuple(model for area in AREAS for model in area.models)
RULES: tuple[Rule, ...] = tuple(rule for area in AREAS for rule in area.rules)
ALL_RULES: tuple[Rule, ...] = (*READING, *RULES)  # with those that reading itself obeys
