"""The ledgers that say what the school is, each in the module of its key."""

from houqin.areas.school.rows.calendar import CalendarRow
from houqin.areas.school.rows.campuses import CampusRow
from houqin.areas.school.rows.classes import ClassRow
from houqin.areas.school.rows.lists import ListRow
from houqin.areas.school.rows.people import PersonRow
from houqin.areas.school.rows.settings import SettingRow
from houqin.rows import SheetRow

__all__ = ["MODELS", "CalendarRow", "CampusRow", "ClassRow", "ListRow", "PersonRow", "SettingRow"]

MODELS: tuple[type[SheetRow], ...] = (
    SettingRow,
    CampusRow,
    PersonRow,
    ClassRow,
    CalendarRow,
    ListRow,
)
