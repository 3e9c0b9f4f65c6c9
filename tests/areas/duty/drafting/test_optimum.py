"""Small drafts are the best there are: every other way of filling them is tried."""

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations, product

import pytest
from tests.areas.duty.drafting.judge import Turn, together, unfit, why_not
from tests.areas.duty.drafting.judge import standing as standing_in
from tests.areas.duty.drafting.schools import school

from houqin.areas.duty.drafting.draft import drafted
from houqin.areas.duty.drafting.facts import Need, Person, Task

Names = tuple[str, ...]
Cost = tuple[int, int, int]  # heads unfilled, unfairness, people away from home


@pytest.mark.parametrize("seed", range(40))
def test_no_other_way_fills_more_or_is_fairer_or_nearer_home(seed: int) -> None:
    task = school(seed, 4, 2, 2)

    added = [line.added for line in drafted(task).lines]

    assert cost(task, added) == min(cost(task, each) for each in ways(task))


def ways(task: Task) -> Iterator[list[Names]]:
    """Yield every way to fill some of a task without breaking a rule."""
    choices = [list(_choices(task, need)) for need in task.needs]
    for added in product(*choices):
        turns = [
            (n, need.duty) for need, names in zip(task.needs, added, strict=True) for n in names
        ]
        if not any(
            one[0] == other[0] and together(task, one[1], other[1])
            for one, other in combinations(turns, 2)
        ):
            yield list(added)


def _choices(task: Task, need: Need) -> Iterator[Names]:
    turns: list[Turn] = standing_in(task)
    free = [p.name for p in task.people if why_not(task, turns, p, need) == "free"]
    room = 0 if need.kept else max(0, need.heads - len(need.standing))
    for number in range(room + 1):
        yield from combinations(free, number)


def cost(task: Task, added: list[Names]) -> Cost:
    """Return what a way of filling costs: loads count by the square of what they are off."""
    number = Counter(name for names in added for name in names)
    owed = due(task)
    unfair = sum((100 * number[p.name] - round(100 * owed[p.name])) ** 2 for p in task.people)
    homes = {person.name: person.campus for person in task.people}
    away = sum(
        homes[name] not in (None, need.duty.campus)
        for need, names in zip(task.needs, added, strict=True)
        for name in names
    )
    return -number.total(), unfair, away


def due(task: Task) -> dict[str, Fraction]:
    """Share every open duty out among those of its campus who could take it, else among all."""
    found = {person.name: Fraction(person.debt) for person in task.people}
    for need in task.needs:
        room = 0 if need.kept else max(0, need.heads - len(need.standing))
        able: list[Person] = [p for p in task.people if not unfit(task, p, need)]
        sharing = [p for p in able if p.campus in (None, need.duty.campus)] or able
        whole = sum(Fraction(p.share) for p in sharing)
        for person in sharing:
            found[person.name] += room * Fraction(person.share) / whole
    return found
