"""The stock: what the school keeps, what came, what went, and what was counted."""

from houqin.areas.area import Area
from houqin.areas.stock import (
    after_counts,
    balances,
    catalogue,
    counts,
    documents,
    supplies,
    transfers,
)
from houqin.areas.stock.rows import MODELS
from houqin.areas.stock.section import stock_section, supplies_section
from houqin.areas.stock.sentences import SENTENCES
from houqin.problems import Both

AREA = Area(
    "stock",
    Both("物资", "Stock"),
    models=MODELS,
    rules=(
        *catalogue.RULES,
        *balances.RULES,
        *documents.RULES,
        *transfers.RULES,
        *after_counts.RULES,
        *counts.RULES,
        *supplies.RULES,
    ),
    colour="#4F8F4F",
    sections=(stock_section, supplies_section),
    sentences=SENTENCES,
)
