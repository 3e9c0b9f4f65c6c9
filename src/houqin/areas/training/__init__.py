"""Training: who needs which training, drills held, safety lessons finished."""

from houqin.areas.area import Area
from houqin.areas.training import lessons, missed, trainings
from houqin.areas.training.rows import MODELS
from houqin.areas.training.section import SENTENCES, section
from houqin.problems import Both

AREA = Area(
    "training",
    Both("培训", "Training"),
    models=MODELS,
    rules=(*trainings.RULES, *missed.RULES, *lessons.RULES),
    colour="#9BBB59",
    sections=(section,),
    sentences=SENTENCES,
)
