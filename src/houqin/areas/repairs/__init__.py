"""Repairs: from the report of a fault until it is mended, accepted and paid."""

from houqin.areas.area import Area
from houqin.areas.repairs import (
    acceptance,
    approvals,
    dates,
    links,
    materials,
    people,
    prices,
    speed,
)
from houqin.areas.repairs.rows import MODELS
from houqin.areas.repairs.section import section
from houqin.areas.repairs.sentences import SENTENCES
from houqin.problems import Both

AREA = Area(
    "repairs",
    Both("维修", "Repairs"),
    models=MODELS,
    rules=(
        *speed.RULES,
        *dates.RULES,
        *approvals.RULES,
        *prices.RULES,
        *people.RULES,
        *acceptance.RULES,
        *links.RULES,
        *materials.RULES,
    ),
    colour="#8064A2",
    sections=(section,),
    sentences=SENTENCES,
)
