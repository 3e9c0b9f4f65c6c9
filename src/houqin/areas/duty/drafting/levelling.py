"""A first draft by hand, as it were: whoever is furthest behind comes first; then exchanges."""

from houqin.areas.duty.drafting.board import WHOLE, Board, Seat, Seats
from houqin.areas.duty.drafting.seating import Seating

Gain = tuple[int, int]  # of fairness, and of people away from home; less is better
NOTHING: Gain = (0, 0)


def dealt(board: Board) -> Seats:
    """Deal the seats out, the needs first that the fewest can take."""
    seating = Seating(board)
    for need in sorted(board.seats, key=lambda number: (len(board.seats[number]), number)):
        able = [seat for seat in board.seats[need] if seating.can_take(seat)]
        able.sort(key=lambda seat: (seating.ahead(seat.person), board.is_away(seat), seat))
        for seat in able[: seating.room(need)]:
            seating.take(seat)
    return seating.seats


def levelled(board: Board, given: Seats) -> Seats:
    """Hand seats on and exchange them as long as that makes the draft fairer or nearer home."""
    seating = Seating(board, given)
    while any([_hand_on(seating), _exchange(seating)]):
        pass
    return seating.seats


def _hand_on(seating: Seating) -> bool:
    """Give each seat to whoever gains most by it; tell whether any was handed on."""
    changed = False
    for seat in sorted(seating.seats):
        found = [
            (gain, other)
            for other in seating.board.seats[seat.need]
            if (gain := _gain(seating, seat, other)) < NOTHING and seating.can_take(other)
        ]
        if found:
            seating.leave(seat)
            seating.take(min(found)[1])
            changed = True
    return changed


def _gain(seating: Seating, seat: Seat, other: Seat) -> Gain:
    """Return what changes when another takes a seat; both loads count by their squares."""
    fairness = seating.ahead(other.person) + WHOLE - seating.ahead(seat.person)
    return fairness, seating.board.is_away(other) - seating.board.is_away(seat)


def _exchange(seating: Seating) -> bool:
    """Let people who are away from home exchange seats; tell whether any did."""
    changed = False
    for seat in sorted(filter(seating.board.is_away, seating.seats)):
        partners = (other for other in sorted(seating.seats) if _is_better(seating, seat, other))
        partner = next(partners, None) if seating.has(seat) else None
        if partner is not None:
            for old in (seat, partner):
                seating.leave(old)
            for new in _crossed(seat, partner):
                seating.take(new)
            changed = True
    return changed


def _crossed(one: Seat, other: Seat) -> tuple[Seat, Seat]:
    return Seat(other.need, one.person), Seat(one.need, other.person)


def _is_better(seating: Seating, one: Seat, other: Seat) -> bool:
    """Tell whether two people can exchange their seats, and fewer are away from home then."""
    if one.person == other.person or one.need == other.need:
        return False
    board, (first, second) = seating.board, _crossed(one, other)
    nearer = board.is_away(first) + board.is_away(second) < 1 + board.is_away(other)
    return (
        nearer
        and {first, second} <= board.possible
        and seating.can_take(first, instead_of=one.need)
        and seating.can_take(second, instead_of=other.need)
    )
