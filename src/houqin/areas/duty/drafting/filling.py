"""Fills a roster: as many heads as can be, then fairly, then near home."""

from collections import defaultdict
from collections.abc import Iterator

from houqin.areas.duty.drafting.block import fairest, fullest, solver
from houqin.areas.duty.drafting.board import Board, Seats
from houqin.areas.duty.drafting.levelling import dealt, levelled
from houqin.areas.duty.drafting.seating import Seating

SMALL = 1000  # seats that are solved as one block
GROUP = 6  # people whose seats are dealt out anew together
WORK, WORK_ON_GAPS = 0.2, 1.0  # how long the solver works on a block, in its own measure of time


def seats_of(board: Board) -> Seats:
    """Return who sits where.

    A small task is solved to the end. A large one is dealt out and levelled by exchanges, and
    the solver takes up what is left: heads that stayed empty, and the people furthest apart.
    """
    solver()  # so that its lack is told whatever the task
    given = dealt(board)
    if len(given) < board.bound:
        given = fullest(board, _around_gaps(board, given), given, WORK_ON_GAPS)
    given = levelled(board, given)
    if len(board.possible) <= SMALL:
        return fairest(board, board.possible, given, WORK_ON_GAPS)
    for group in _groups(board, given):
        given = fairest(board, (s for s in board.possible if s.person in group), given, WORK)
    return given


def _around_gaps(board: Board, given: Seats) -> Seats:
    """Return the seats that may help to fill what is empty: of whoever could take it, and so on."""
    seating = Seating(board, given)
    waiting = [need for need in board.seats if seating.room(need)]
    found = set(waiting)
    while waiting:
        need = waiting.pop()
        for seat in board.seats[need]:
            held = seating.busy[seat.person] & board.rivals[need]
            waiting += held - found
            found |= held
    return frozenset(seat for need in found for seat in board.seats[need])


def _groups(board: Board, given: Seats) -> Iterator[frozenset[int]]:
    """Yield groups of people of the same roles: those furthest ahead with those furthest behind."""
    seating, alike = Seating(board, given), defaultdict(list)
    for who in sorted({seat.person for seat in board.possible}):
        alike[board.person(who).roles].append(who)
    half = GROUP // 2
    for people in alike.values():
        order = sorted(people, key=lambda who: (seating.ahead(who), who))
        while order:
            yield frozenset((*order[:half], *order[-half:]))
            order = order[half:-half]
