"""The monthly appraisal of logistics staff: points, sources, months."""

from houqin.areas.appraisal import appraisers, missing, points, weights
from houqin.areas.appraisal.rows import MODELS
from houqin.areas.appraisal.section import SENTENCES, section
from houqin.areas.area import Area
from houqin.problems import Both

AREA = Area(
    "appraisal",
    Both("月考核", "Appraisal"),
    models=MODELS,
    rules=(*points.RULES, *appraisers.RULES, *missing.RULES, *weights.RULES),
    colour="#7F6BB0",
    sections=(section,),
    sentences=SENTENCES,
)
