"""Purchasing: who may approve what, every purchase to its reimbursement, and the budgets."""

from houqin.areas.area import Area
from houqin.areas.purchasing import (
    amounts,
    approvals,
    budget_rules,
    closing,
    dates,
    level_rules,
    matching,
    people,
    prices,
    repeats,
)
from houqin.areas.purchasing.rows import MODELS
from houqin.areas.purchasing.section import section
from houqin.areas.purchasing.sentences import SENTENCES
from houqin.problems import Both

AREA = Area(
    "purchasing",
    Both("采购", "Purchasing"),
    models=MODELS,
    rules=(
        *level_rules.RULES,
        *amounts.RULES,
        *dates.RULES,
        *approvals.RULES,
        *people.RULES,
        *matching.RULES,
        *closing.RULES,
        *repeats.RULES,
        *prices.RULES,
        *budget_rules.RULES,
    ),
    colour="#B7791F",
    sections=(section,),
    sentences=SENTENCES,
)
