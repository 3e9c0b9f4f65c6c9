"""How much duty falls to each person: a duty is owed by all who could take it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal

from houqin.areas.duty.drafting.bars import Diary
from houqin.areas.duty.drafting.facts import Need, Person, Task


def dues(task: Task) -> Mapping[str, Decimal]:
    """Return how many more duties each person should do: the open ones shared out, and debts.

    An open duty falls to those who take it as a rule, else to those of its campus, else to
    all; each time only to those who are qualified, there and not on leave, in proportion to
    their share.
    """
    diary = Diary.of(task)
    open_to: dict[tuple[str, ...], int] = defaultdict(int)
    for need in task.needs:
        if need.open:
            open_to[_owing(need, task.people, diary)] += need.open
    found = {person.name: person.debt for person in task.people}
    shares = {person.name: person.share for person in task.people}
    for names, number in open_to.items():
        whole = sum(shares[name] for name in names)
        for name in names:
            found[name] += number * shares[name] / whole
    return found


def _owing(need: Need, people: Iterable[Person], diary: Diary) -> tuple[str, ...]:
    able = [person for person in people if diary.lasting_bar(person, need) is None]
    usual = [person for person in able if person.name in need.usual]
    at_home = [person for person in able if person.is_at_home(need.duty.campus)]
    return tuple(person.name for person in usual or at_home or able)
