"""Solves a part of a roster with CP-SAT: some seats are free, all others stay as they are given."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from houqin.areas.duty.drafting.board import WHOLE, Board, Seat, Seats
from houqin.areas.duty.drafting.seating import Seating
from houqin.errors import Refused

SEED = 2020


def fullest(board: Board, free: Iterable[Seat], given: Seats, work: float) -> Seats:
    """Deal the free seats out anew so that as many heads as possible are filled."""
    block = _Block(board, free, given)
    block.model.maximize(sum(block.taken.values()))
    return block.solved(work)


def fairest(board: Board, free: Iterable[Seat], given: Seats, work: float) -> Seats:
    """Deal the free seats out anew: no fewer, more fairly, and then with fewer away from home.

    What is unfair grows with the square of how far a load is from what is due.
    """
    block = _Block(board, free, given)
    block.level()
    return min(given, block.solved(work), key=board.cost)


def solver() -> Any:
    """Return CP-SAT.

    Raises:
        Refused: OR-Tools is not installed.
    """
    try:
        from ortools.sat.python import cp_model
    except ImportError:
        raise Refused("no_solver") from None
    return cp_model


class _Block:
    """The model of one part."""

    def __init__(self, board: Board, free: Iterable[Seat], given: Seats) -> None:
        cp_model = solver()
        free = sorted(free)
        self.board, self.given, self.model = board, given, cp_model.CpModel()
        self.kept = Seating(board, given.difference(free))
        self.taken = {
            seat: self.model.new_bool_var("") for seat in free if self.kept.can_take(seat)
        }
        self._room()
        self._no_clash()
        self._no_fewer()

    def _room(self) -> None:
        found: dict[int, list[Any]] = defaultdict(list)
        for seat, var in self.taken.items():
            found[seat.need].append(var)
        for need, variables in found.items():
            self.model.add(sum(variables) <= self.kept.room(need))

    def _no_clash(self) -> None:
        for variables in self._by_person().values():
            for group in self.board.exclusive(variables):
                self.model.add_at_most_one(variables[need] for need in group)

    def _no_fewer(self) -> None:
        for seat, var in self.taken.items():
            self.model.add_hint(var, seat in self.given)
        self.model.add(sum(self.taken.values()) >= len(self.given) - len(self.kept.seats))

    def level(self) -> None:
        """Ask for loads as near as possible to what is due, and then for few away from home."""
        squares = [
            self._square(self.kept.ahead(person), self.board.most(variables), variables.values())
            for person, variables in self._by_person().items()
        ]
        away = sum(var for seat, var in self.taken.items() if self.board.is_away(seat))
        self.model.minimize((len(self.taken) + 1) * sum(squares) + away)

    def _square(self, ahead: int, most: int, variables: Iterable[Any]) -> Any:
        """Return a variable that is the square of a load, exact at each number of duties."""
        number = sum(variables)
        square = self.model.new_int_var(0, max(ahead**2, (ahead + WHOLE * most) ** 2), "")
        for count in range(most):
            before, after = ((ahead + WHOLE * each) ** 2 for each in (count, count + 1))
            self.model.add(square >= before + (after - before) * (number - count))
        return square

    def _by_person(self) -> Mapping[int, Mapping[int, Any]]:
        found: dict[int, dict[int, Any]] = defaultdict(dict)
        for seat, var in self.taken.items():
            found[seat.person][seat.need] = var
        return found

    def solved(self, work: float) -> Seats:
        """Return the best seats found with so much work, else those that were given."""
        cp_model = solver()
        found = cp_model.CpSolver()
        found.parameters.num_workers = 1
        found.parameters.random_seed = SEED
        found.parameters.max_deterministic_time = work
        if found.solve(self.model) not in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
            return self.given
        seats = (seat for seat, var in self.taken.items() if found.boolean_value(var))
        return self.kept.seats.union(seats)
