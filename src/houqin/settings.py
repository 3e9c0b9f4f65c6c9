"""The limits and choices of the school, as its sheet 参数 states them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from houqin.problems import Place

SettingValue = Decimal | str | date


@dataclass(frozen=True, slots=True)
class Setting:
    """One limit: its value, for whom and from when it holds, and where it is stated."""

    code: str
    value: SettingValue | None
    unit: str = ""
    comparator: str = ""
    campus: str | None = None
    since: date | None = None
    place: Place | None = None  # None for a default


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings: those of the sheet, and the defaults for what it lacks."""

    stated: Mapping[str, tuple[Setting, ...]]
    defaults: Mapping[str, Setting]

    @classmethod
    def of(cls, stated: Iterable[Setting], defaults: Iterable[Setting]) -> "Settings":
        """Group the rows of the sheet by code."""
        by_code: dict[str, list[Setting]] = {}
        for setting in stated:
            by_code.setdefault(setting.code, []).append(setting)
        grouped = {code: tuple(found) for code, found in by_code.items()}
        return cls(grouped, {setting.code: setting for setting in defaults})

    def find(self, code: str, campus: str | None = None, on: date | None = None) -> Setting | None:
        """Return the setting that holds for a campus on a day.

        A row for the campus goes before one for all; among these the latest that
        began not after the day (contract 6). Without a day the latest row holds.
        """
        rows = [
            row
            for row in self.stated.get(code, ())
            if row.campus in (None, campus) and (on is None or row.since is None or row.since <= on)
        ]
        if not rows:
            return self.defaults.get(code)
        return max(rows, key=lambda row: (row.campus is not None, row.since or date.min))

    def number(
        self, code: str, campus: str | None = None, on: date | None = None
    ) -> Decimal | None:
        """Return a limit as a number, or None where it is blank or unknown."""
        value = self._value(code, campus, on)
        return value if isinstance(value, Decimal) else None

    def text(self, code: str, campus: str | None = None, on: date | None = None) -> str:
        """Return a setting as text, empty where it is blank or unknown."""
        value = self._value(code, campus, on)
        return value if isinstance(value, str) else ""

    def day(self, code: str) -> date | None:
        """Return a setting as a date, or None where it is blank or unknown."""
        value = self._value(code, None, None)
        return value if isinstance(value, date) else None

    def under(self, prefix: str) -> tuple[str, ...]:
        """Return the last parts of all codes that begin with a prefix, such as hazard.days."""
        codes = [*self.stated, *(code for code in self.defaults if code not in self.stated)]
        return tuple(code[len(prefix) + 1 :] for code in codes if code.startswith(prefix + "."))

    def _value(self, code: str, campus: str | None, on: date | None) -> SettingValue | None:
        setting = self.find(code, campus, on)
        return setting.value if setting else None
