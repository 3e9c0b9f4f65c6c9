"""Parts of a roster that are solved anew fit to what stays."""

from dataclasses import replace
from decimal import Decimal

from tests.areas.duty.drafting.test_drafts import GATE

from houqin.areas.duty.drafting.block import fairest
from houqin.areas.duty.drafting.board import Board, Seat
from houqin.areas.duty.drafting.facts import Need, Person, Task


def test_nobody_is_given_what_clashes_with_a_seat_that_stays() -> None:
    needs = (Need(GATE, 1), Need(replace(GATE, post="食堂"), 1))
    board = Board(Task(needs, (Person("甲", debt=Decimal(9)), Person("乙"))))
    stays = Seat(0, 0)

    found = fairest(board, board.seats[1], frozenset((stays, Seat(1, 1))), 1)

    assert found == {stays, Seat(1, 1)}
    assert fairest(board, board.seats[1], frozenset((stays,)), 1) == {stays, Seat(1, 1)}
