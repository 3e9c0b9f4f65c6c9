"""The draft of a roster: who goes where, and for each place that stays empty, why."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from houqin.areas.duty.drafting.bars import Bar, Diary
from houqin.areas.duty.drafting.board import Board
from houqin.areas.duty.drafting.facts import Need, Person, Task
from houqin.areas.duty.drafting.filling import seats_of
from houqin.areas.duty.drafting.shares import dues


@dataclass(frozen=True, slots=True)
class Line:
    """One duty of a draft."""

    need: Need
    added: tuple[str, ...] = ()
    bars: Mapping[Bar, int] = field(default_factory=dict)  # what keeps how many others from it

    @property
    def missing(self) -> int:
        """How many people are still missing."""
        return self.need.missing - len(self.added)


@dataclass(frozen=True, slots=True)
class Balance:
    """How many duties a draft gives somebody, and how many it should have given."""

    name: str
    added: int
    due: Decimal

    @property
    def over(self) -> Decimal:
        """How many duties more than due; below 0 fewer."""
        return self.added - self.due


@dataclass(frozen=True, slots=True)
class Draft:
    """Who goes where, in the order of the needs, and what it makes of each person's load."""

    lines: tuple[Line, ...]
    balances: tuple[Balance, ...]

    @property
    def wanted(self) -> int:
        """How many people were to be added."""
        return sum(line.need.open for line in self.lines)

    @property
    def added(self) -> int:
        """How many people are added."""
        return sum(len(line.added) for line in self.lines)


def drafted(task: Task) -> Draft:
    """Fill what can be filled; the same task always gives the same draft.

    Raises:
        Refused: OR-Tools is not installed.
    """
    board = Board(task)
    people = task.people
    seats = sorted(seats_of(board)) if board.seats else []
    given: dict[int, list[Person]] = {}
    for seat in seats:
        given.setdefault(seat.need, []).append(people[seat.person])
    added = {number: tuple(each.name for each in found) for number, found in given.items()}
    diary = Diary.of(
        task, ((name, task.needs[number].duty) for number, names in added.items() for name in names)
    )
    lines = tuple(
        _line(need, added.get(number, ()), people, diary) for number, need in enumerate(task.needs)
    )
    number_of = Counter(name for names in added.values() for name in names)
    due = dues(task)
    balances = tuple(
        Balance(each.name, number_of[each.name], due[each.name])
        for each in people
        if due[each.name] or number_of[each.name]
    )
    return Draft(lines, balances)


def _line(need: Need, added: tuple[str, ...], people: Sequence[Person], diary: Diary) -> Line:
    if need.kept or need.missing == len(added):
        return Line(need, added)
    there = {*need.standing, *added}
    bars = Counter(diary.bar(person, need) for person in people if person.name not in there)
    return Line(need, added, {bar: bars[bar] for bar in Bar if bars[bar]})
