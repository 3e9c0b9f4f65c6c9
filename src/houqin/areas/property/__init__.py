"""Property: what is in each class room, what is broken, and how the classes compare."""

from houqin.areas.area import Area
from houqin.areas.property import classes, counts, links, points
from houqin.areas.property.rows import MODELS
from houqin.areas.property.section import section
from houqin.areas.property.sentences import SENTENCES
from houqin.problems import Both

AREA = Area(
    "property",
    Both("校产", "Property"),
    models=MODELS,
    rules=(*counts.RULES, *points.RULES, *classes.RULES, *links.RULES),
    colour="#31859B",
    sections=(section,),
    sentences=SENTENCES,
)
