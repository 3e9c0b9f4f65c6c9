"""How long a month's roster takes on one core, and how good it is, beside a greedy one.

Prints for each size: seconds of processor time, places filled, how far loads are apart from what
is due (spread), the unfairness that no roster with as many places can undercut, and people away
from home. The greedy roster goes through the days in order and takes whoever is furthest behind.
"""

import heapq
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from houqin.areas.duty.drafting.board import WHOLE, Board, Seats
from houqin.areas.duty.drafting.facts import DAY, Absence, Duty, Limits, Need, Person, Task
from houqin.areas.duty.drafting.filling import seats_of
from houqin.areas.duty.drafting.seating import Seating

SIZES = ((60, 20, 31), (30, 20, 31), (20, 20, 31), (120, 40, 31))  # people, posts, days
FIRST = date(2020, 5, 1)
NIGHT, WHOLE_DAY = (18 * 60, 31 * 60), (7 * 60, 17 * 60)
SLOTS = ((440, 470), (680, 715), (950, 990), (720, 780))
CAMPUSES, FAR = ("本部", "东园"), (3, 4)  # of five posts or people
GUARD, LEADER, TEACHER = "保安", "行政", "班主任"


def school(people: int, posts: int, days: int, seed: int = 1) -> Task:
    """Return a school: a sixth of its staff are guards, a fifth leaders, the rest class teachers."""
    random = Random(seed)  # noqa: S311 - test data
    staff = tuple(_person(random, number, people) for number in range(people))
    calendar = [FIRST + timedelta(number) for number in range(days)]
    needs = tuple(need for day in calendar for need in _needs(day, posts))
    absences = tuple(each for person in staff for each in _leave(random, person, days))
    return Task(needs, staff, absences, (), Limits(480, 30))


def _person(random: Random, number: int, people: int) -> Person:
    role = GUARD if number * 6 < people else LEADER if number * 60 < people * 22 else TEACHER
    campus = CAMPUSES[number % 5 in FAR]
    debt = Decimal(random.choice((0, 0, 0, 1, 2, -1)))
    return Person(f"P{number:03}", frozenset((role,)), campus, debt=debt)


def _needs(day: date, posts: int) -> Iterator[Need]:
    for number in range(posts):
        campus = CAMPUSES[number % 5 in FAR]
        if number % 10 == 0:
            yield Need(Duty(day, campus, f"夜班{number}", *NIGHT), 1, frozenset((GUARD,)))
        elif day.weekday() < 5:  # noqa: PLR2004 - Saturday
            led = number % 7 == 1
            slot = WHOLE_DAY if led else SLOTS[number % 4]
            roles = (LEADER,) if led else (TEACHER, LEADER) if number % 4 else ()
            heads = 1 if led or number % 3 else 2
            yield Need(Duty(day, campus, f"岗{number}", *slot), heads, frozenset(roles))


def _leave(random: Random, person: Person, days: int) -> Iterator[Absence]:
    for _ in range(random.choice((0, 0, 1, 1, 2))):
        start = (FIRST + timedelta(random.randrange(days))).toordinal() * DAY
        yield Absence(person.name, start, start + DAY * random.choice((1, 1, 2, 5)))


def greedy(board: Board) -> Seats:
    """Go through the duties in order, and give each to whoever is furthest behind."""
    seating = Seating(board)
    for need in board.seats:
        able = [seat for seat in board.seats[need] if seating.can_take(seat)]
        able.sort(key=lambda seat: (seating.ahead(seat.person), board.is_away(seat), seat))
        for seat in able[: seating.room(need)]:
            seating.take(seat)
    return seating.seats


def least_unfair(board: Board, heads: int) -> int:
    """Return the unfairness if everybody could take every duty: no roster has less."""
    loads = list(board.ahead.values())
    heapq.heapify(loads)
    for _ in range(heads):
        heapq.heapreplace(loads, loads[0] + WHOLE)
    return sum(load**2 for load in loads)


def told(name: str, board: Board, seats: Seats, seconds: float) -> str:
    """Return one line about a roster."""
    seating = Seating(board, seats)
    ahead = [seating.ahead(person) / WHOLE for person in board.ahead]
    filled, unfair, away = board.cost(seats)
    least = least_unfair(board, len(seats))
    return (
        f"  {name:<7} {seconds:5.2f} s, filled {-filled}/{board.bound}, loads {min(ahead):+.2f} to "
        f"{max(ahead):+.2f}, unfairness {unfair / WHOLE**2:.2f} (at least {least / WHOLE**2:.2f}), "
        f"away {away}"
    )


def main() -> None:
    """Measure some sizes."""
    sizes = [tuple(map(int, each.split("x"))) for each in sys.argv[1:]] or SIZES
    for people, posts, days in sizes:
        board = Board(school(people, posts, days))
        print(f"{people} people, {posts} posts, {days} days: {len(board.task.needs)} duties")
        for name, fill in (("greedy", greedy), ("houqin", seats_of)):
            start = time.process_time()
            seats = fill(Board(board.task))
            print(told(name, board, seats, time.process_time() - start))


if __name__ == "__main__":
    main()
