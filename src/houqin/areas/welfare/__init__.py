"""The union's welfare: festival gifts, visits, and who signed for them."""

from houqin.areas.area import Area
from houqin.areas.welfare import gifts, shares
from houqin.areas.welfare.rows import MODELS
from houqin.areas.welfare.section import SENTENCES, section
from houqin.problems import Both

AREA = Area(
    "welfare",
    Both("福利慰问", "Welfare"),
    models=MODELS,
    rules=(*gifts.RULES, *shares.RULES),
    colour="#C77D9B",
    sections=(section,),
    sentences=SENTENCES,
)
