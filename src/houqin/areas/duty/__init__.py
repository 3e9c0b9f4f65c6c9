"""Duty: which posts must be filled, who stands there, who is on leave, who came to the gate."""

from houqin.areas.area import Area
from houqin.areas.duty import (
    clashes,
    fairness,
    leave_rules,
    people_rules,
    plan,
    posts_filled,
    signatures,
    visitors,
)
from houqin.areas.duty.rows import MODELS
from houqin.areas.duty.section import SENTENCES, section
from houqin.problems import Both

AREA = Area(
    "duty",
    Both("值班", "Duty"),
    models=MODELS,
    rules=(
        *plan.RULES,
        *posts_filled.RULES,
        *clashes.RULES,
        *people_rules.RULES,
        *signatures.RULES,
        *fairness.RULES,
        *leave_rules.RULES,
        *visitors.RULES,
    ),
    colour="#8064A2",
    sections=(section,),
    sentences=SENTENCES,
)
