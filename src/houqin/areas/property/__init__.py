"""Property: what is in each class room, what is broken, and how the classes compare."""

from houqin.areas.area import Area
from houqin.areas.property.rows import MODELS
from houqin.problems import Both

AREA = Area(
    "property",
    Both("校产", "Property"),
    models=MODELS,
    rules=(),
    colour="#31859B",
)
