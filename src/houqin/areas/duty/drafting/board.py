"""A task by numbers: who may take which need, which needs exclude each other, who owes what."""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import NamedTuple

from houqin.areas.duty.drafting.bars import Diary
from houqin.areas.duty.drafting.clashes import clash, reach
from houqin.areas.duty.drafting.facts import Need, Person, Task
from houqin.areas.duty.drafting.shares import dues

WHOLE = 100  # parts of a duty, in which loads are reckoned


class Seat(NamedTuple):
    """A person on a need, by their places in the task."""

    need: int
    person: int


Seats = frozenset[Seat]


class Board:
    """What never changes while a task is filled."""

    def __init__(self, task: Task) -> None:
        self.task = task

    def need(self, number: int) -> Need:
        """Return a need by its place."""
        return self.task.needs[number]

    def person(self, number: int) -> Person:
        """Return a person by the place."""
        return self.task.people[number]

    def is_away(self, seat: Seat) -> bool:
        """Tell whether a seat leads a person to another campus."""
        return not self.person(seat.person).is_at_home(self.need(seat.need).duty.campus)

    @cached_property
    def ahead(self) -> Mapping[int, int]:
        """How far each person is ahead of what is due before any seat is given, in parts of a duty."""
        due = dues(self.task)
        return {
            number: -round(WHOLE * due[person.name])
            for number, person in enumerate(self.task.people)
        }

    @cached_property
    def seats(self) -> Mapping[int, tuple[Seat, ...]]:
        """The seats that may be given of each open need, as far as the roster as it stands goes."""
        diary, people = Diary.of(self.task), tuple(enumerate(self.task.people))
        return {
            number: tuple(
                Seat(number, who) for who, person in people if diary.bar(person, need) is None
            )
            for number, need in enumerate(self.task.needs)
            if need.open
        }

    @cached_property
    def possible(self) -> Seats:
        """All seats that may be given."""
        return frozenset(seat for seats in self.seats.values() for seat in seats)

    def cost(self, seats: Seats) -> tuple[int, int, int]:
        """Return how good a draft is, less is better: heads unfilled, unfairness, people away."""
        number = Counter(seat.person for seat in seats)
        squares = ((ahead + WHOLE * number[who]) ** 2 for who, ahead in self.ahead.items())
        return -len(seats), sum(squares), sum(map(self.is_away, seats))

    @property
    def bound(self) -> int:
        """A number of heads of which nobody can fill more."""
        return sum(min(self.need(need).open, len(seats)) for need, seats in self.seats.items())

    @cached_property
    def rivals(self) -> Mapping[int, frozenset[int]]:
        """Which other open needs nobody can take who takes this one."""
        order = self._in_time(self.seats)
        found: dict[int, set[int]] = {number: set() for number in order}
        far = reach(self.task.limits)
        for place, one in enumerate(order):
            duty = self.need(one).duty
            for other in order[place + 1 :]:
                later = self.need(other).duty
                if later.begins >= duty.ends + far:
                    break  # so do all that come after
                if clash(duty, later, self.task.limits):
                    found[one].add(other)
                    found[other].add(one)
        return {number: frozenset(others) for number, others in found.items()}

    def exclusive(self, needs: Iterable[int]) -> list[list[int]]:
        """Return groups of needs of which a person takes one at most; together they say it all."""
        order = self._in_time(needs)
        told: set[tuple[int, int]] = set()
        groups = []
        for place, one in enumerate(order):
            for other in order[place + 1 :]:
                if other in self.rivals[one] and (one, other) not in told:
                    group = self._group([one, other], order[place + 1 :])
                    told.update((a, b) for a in group for b in group)
                    groups.append(group)
        return groups

    def most(self, needs: Iterable[int]) -> int:
        """Return a number of needs of which nobody can take more."""
        groups: list[list[int]] = []
        for number in self._in_time(needs):
            for group in groups:
                if all(each in self.rivals[number] for each in group):
                    group.append(number)
                    break
            else:
                groups.append([number])
        return len(groups)

    def _in_time(self, needs: Iterable[int]) -> list[int]:
        return sorted(needs, key=lambda number: (self.need(number).duty.begins, number))

    def _group(self, group: list[int], later: Iterable[int]) -> list[int]:
        """Add what excludes all of a group."""
        for number in later:
            if all(number in self.rivals[each] for each in group):
                group.append(number)
        return group
