"""What a roster is filled from: duties that need people, and people who may take them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

DAY = 24 * 60  # minutes


@dataclass(frozen=True, slots=True, order=True)
class Duty:
    """One slot of one post on one day; minutes count from midnight, past 1440 on the next day."""

    day: date
    campus: str
    post: str
    start: int
    end: int

    @property
    def begins(self) -> int:
        """When it begins, in minutes that go on over midnight."""
        return self.day.toordinal() * DAY + self.start

    @property
    def ends(self) -> int:
        """When it ends, in the same minutes."""
        return self.day.toordinal() * DAY + self.end

    @property
    def is_of_the_night(self) -> bool:
        """Tell whether it goes on after midnight."""
        return self.end > DAY

    @property
    def last_day(self) -> date:
        """The day on which its last minute lies."""
        return self.day + timedelta(days=(self.end - 1) // DAY)


class Kept(StrEnum):
    """Why nobody is added to a duty that lacks people."""

    PINNED = "pinned"
    UNREAD = "unread"  # the roster says something of it that cannot be read


@dataclass(frozen=True, slots=True)
class Need:
    """A duty, how many people it takes, and who stands in the roster already."""

    duty: Duty
    heads: int
    roles: frozenset[str] = frozenset()  # any of them qualifies; none: anybody
    standing: tuple[str, ...] = ()
    kept: Kept | None = None  # stays as it is, even where people are missing
    usual: frozenset[str] = frozenset()  # who take it as a rule, so that it falls to them

    @property
    def missing(self) -> int:
        """How many people are still missing."""
        return max(0, self.heads - len(self.standing))

    @property
    def open(self) -> int:
        """How many people may be added."""
        return 0 if self.kept else self.missing


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who may be on duty."""

    name: str
    roles: frozenset[str] = frozenset()
    campus: str | None = None  # None: at home on every campus
    joined: date | None = None
    left: date | None = None
    share: Decimal = Decimal(1)  # of duty compared with others; 0: none at all
    debt: Decimal = Decimal(0)  # duties owed by the roster as it stands; below 0: too many done

    def is_there(self, duty: Duty) -> bool:
        """Tell whether the person works at the school from the first day of a duty to its last."""
        first, last = duty.day, duty.last_day
        return (self.joined or first) <= first and last <= (self.left or last)

    def is_at_home(self, campus: str) -> bool:
        """Tell whether a campus is the person's own."""
        return self.campus in (None, campus)


@dataclass(frozen=True, slots=True)
class Absence:
    """Leave of a person, in minutes that go on over midnight."""

    person: str
    begins: int
    ends: int

    def touches(self, duty: Duty) -> bool:
        """Tell whether some minute of a duty lies in it."""
        return duty.begins < self.ends and self.begins < duty.ends


@dataclass(frozen=True, slots=True)
class Limits:
    """How far two duties of one person must lie apart, in minutes."""

    rest: int = 0
    travel: int = 0
    travel_of: Mapping[str, int] = field(default_factory=dict)  # where a campus states its own
    rest_at: Mapping[str, int] = field(default_factory=dict)  # and its own rest


@dataclass(frozen=True, slots=True)
class Task:
    """Everything that a draft is made from."""

    needs: tuple[Need, ...]
    people: tuple[Person, ...]
    absences: tuple[Absence, ...] = ()
    held: tuple[tuple[str, Duty], ...] = ()  # what else people do, such as the day before
    limits: Limits = Limits()
