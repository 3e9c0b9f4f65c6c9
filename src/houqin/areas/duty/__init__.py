"""Duty: which posts must be filled, who stands there, who is on leave, who came to the gate."""

from houqin.areas.area import Area
from houqin.areas.duty.rows import MODELS
from houqin.problems import Both

AREA = Area("duty", Both("值班", "Duty"), models=MODELS, rules=(), colour="#8064A2")
