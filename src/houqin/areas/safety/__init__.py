"""Safety: what is inspected and how, hazards until they are closed, fire equipment."""

from houqin.areas.area import Area
from houqin.areas.safety import equipment, hazards, inspections
from houqin.areas.safety.rows import MODELS
from houqin.areas.safety.section import section
from houqin.areas.safety.sentences import SENTENCES
from houqin.problems import Both

AREA = Area(
    "safety",
    Both("安全", "Safety"),
    models=MODELS,
    rules=(*inspections.RULES, *hazards.RULES, *equipment.RULES),
    colour="#C0504D",
    sections=(section,),
    sentences=SENTENCES,
)
