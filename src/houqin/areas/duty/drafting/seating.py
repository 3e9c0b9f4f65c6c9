"""Who sits where while a draft is being made."""

from collections import defaultdict
from collections.abc import Iterable

from houqin.areas.duty.drafting.board import WHOLE, Board, Seat, Seats


class Seating:
    """The seats given so far."""

    def __init__(self, board: Board, seats: Iterable[Seat] = ()) -> None:
        self.board = board
        self.busy: dict[int, set[int]] = defaultdict(set)  # the needs that each person takes
        self.there: dict[int, set[int]] = defaultdict(set)  # the people on each need
        for seat in seats:
            self.take(seat)

    def take(self, seat: Seat) -> None:
        """Give a seat."""
        self.busy[seat.person].add(seat.need)
        self.there[seat.need].add(seat.person)

    def leave(self, seat: Seat) -> None:
        """Take a seat back."""
        self.busy[seat.person].discard(seat.need)
        self.there[seat.need].discard(seat.person)

    def has(self, seat: Seat) -> bool:
        """Tell whether a seat is given."""
        return seat.person in self.there[seat.need]

    def can_take(self, seat: Seat, instead_of: int | None = None) -> bool:
        """Tell whether a candidate has the time for a need, perhaps instead of another."""
        busy = self.busy[seat.person]
        return seat.need not in busy and busy & self.board.rivals[seat.need] <= {instead_of}

    def room(self, need: int) -> int:
        """Return how many people a need still takes."""
        return self.board.need(need).open - len(self.there[need])

    def ahead(self, person: int) -> int:
        """Return how far somebody's load is above what is due, in parts of a duty."""
        return self.board.ahead[person] + WHOLE * len(self.busy[person])

    @property
    def seats(self) -> Seats:
        """The seats as they are now."""
        return frozenset(
            Seat(need, person) for need, people in self.there.items() for person in people
        )
