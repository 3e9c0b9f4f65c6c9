"""Which days are school days and working days: public holidays of China, overridden by 校历."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from houqin.public_holidays import known_years, public_year

ONE_DAY = timedelta(days=1)
SATURDAY = 5


@dataclass(frozen=True, slots=True)
class SchoolCalendar:
    """The days of the sheet 校历 (上课, 休息, 停课) over the public calendar.

    A row for a campus goes before one for the whole school; a day without a row
    is as the State Council's holiday notice has it, with its make-up workdays.
    """

    stated: Mapping[tuple[date, str | None], str] = field(default_factory=dict)
    term: tuple[date, date] | None = None

    def is_working_day(self, day: date, campus: str | None = None) -> bool:
        """Tell whether the office works; it does while lessons are suspended (停课)."""
        kind = self._kind(day, campus)
        return kind != "休息" if kind else _is_public_working_day(day)

    def is_school_day(self, day: date, campus: str | None = None) -> bool:
        """Tell whether lessons are held: a working day within the term, not 停课."""
        kind = self._kind(day, campus)
        if kind:
            return kind == "上课"
        in_term = self.term is None or self.term[0] <= day <= self.term[1]
        return in_term and _is_public_working_day(day)

    def school_days(self, start: date, end: date, campus: str | None = None) -> Iterator[date]:
        """Yield the school days from start to end, both included."""
        return (day for day in days(start, end) if self.is_school_day(day, campus))

    def add_working_days(self, day: date, number: int, campus: str | None = None) -> date:
        """Return the number-th working day after a day."""
        while number > 0:
            day += ONE_DAY
            number -= self.is_working_day(day, campus)
        return day

    def working_days(self, start: date, end: date, campus: str | None = None) -> int:
        """Count the working days after start, up to and including end."""
        return sum(self.is_working_day(day, campus) for day in days(start + ONE_DAY, end))

    def covers(self, year: int) -> bool:
        """Tell whether the public holidays of a year are known, or 校历 names days of it."""
        return year in known_years() or any(day.year == year for day, _ in self.stated)

    def _kind(self, day: date, campus: str | None) -> str | None:
        return self.stated.get((day, campus)) or self.stated.get((day, None))


def days(start: date, end: date) -> Iterator[date]:
    """Yield every day from start to end, both included."""
    return (start + timedelta(days=number) for number in range((end - start).days + 1))


def _is_public_working_day(day: date) -> bool:
    year = public_year(day.year)
    return day in year.made_up or (day.weekday() < SATURDAY and day not in year.free)
