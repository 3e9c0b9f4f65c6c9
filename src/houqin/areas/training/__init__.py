"""Training: who needs which training, drills held, safety lessons finished."""

from houqin.areas.area import Area
from houqin.areas.training.rows import MODELS
from houqin.problems import Both

AREA = Area(
    "training",
    Both("培训", "Training"),
    models=MODELS,
    rules=(),
    colour="#9BBB59",
)
