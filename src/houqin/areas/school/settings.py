"""What must be known of the school before any other sheet is read: limits, lists and days."""

from houqin.areas.school.days import calendar
from houqin.areas.school.limits import settings
from houqin.areas.school.lists import groups, vocabularies

__all__ = ["calendar", "groups", "settings", "vocabularies"]
