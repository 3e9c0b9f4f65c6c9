"""Health: morning and noon checks, absence for illness until the return, clusters."""

from houqin.areas.area import Area
from houqin.areas.health.rows import MODELS
from houqin.problems import Both

AREA = Area(
    "health",
    Both("健康", "Health"),
    models=MODELS,
    rules=(),
    colour="#4BACC6",
)
