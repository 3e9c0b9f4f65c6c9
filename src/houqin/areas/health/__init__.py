"""Health: morning and noon checks, absence for illness until the return, clusters."""

from houqin.areas.area import Area
from houqin.areas.health import absences, agreement, checks, clusters, illness, missed
from houqin.areas.health.rows import MODELS
from houqin.areas.health.section import SENTENCES, section
from houqin.problems import Both

AREA = Area(
    "health",
    Both("健康", "Health"),
    models=MODELS,
    rules=(
        *checks.RULES,
        *missed.RULES,
        *agreement.RULES,
        *absences.RULES,
        *illness.RULES,
        *clusters.RULES,
    ),
    colour="#4BACC6",
    sections=(section,),
    sentences=SENTENCES,
)
