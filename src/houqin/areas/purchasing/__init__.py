"""Purchasing: who may approve what, every purchase to its reimbursement, and the budgets."""

from houqin.areas.area import Area
from houqin.areas.purchasing.rows import MODELS
from houqin.problems import Both

AREA = Area(
    "purchasing",
    Both("采购", "Purchasing"),
    models=MODELS,
    rules=(),
    colour="#B7791F",
)
