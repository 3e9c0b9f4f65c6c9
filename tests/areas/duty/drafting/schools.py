"""Invented schools of any size, whose posts are to be filled."""

from datetime import date, timedelta
from decimal import Decimal
from random import Random

from houqin.areas.duty.drafting.facts import DAY, Absence, Duty, Kept, Limits, Need, Person, Task

MONDAY = date(2020, 5, 11)
SLOTS = ((440, 470), (690, 725), (950, 990), (720, 780), (1080, 1860))
CAMPUSES = ("本部", "东园")
ROLES = ("教师", "行政", "保安")


def school(seed: int, people: int, posts: int, days: int) -> Task:
    """Return a school of so many people and posts, some of whose roster stands already."""
    random = Random(seed)  # noqa: S311 - a school, not a secret
    staff = tuple(_person(random, number) for number in range(people))
    plan = [_post(random, number) for number in range(posts)]
    needs = []
    for day in (MONDAY + timedelta(number) for number in range(days)):
        for campus, post, slot, heads, roles in plan:
            needs.append(_need(random, Duty(day, campus, post, *slot), heads, roles, staff))
    names = [person.name for person in staff]
    absences = tuple(_absence(random, name, days) for name in names if random.random() < 0.4)
    before = Duty(MONDAY - timedelta(1), "本部", "夜班", 1080, 1860)
    held = tuple((name, before) for name in names[:1])
    ways = random.choice(({"东园": 45}, {"东园": 45, "本部": 20}, {}))
    limits = Limits(480, 30, ways, {"东园": 600} if seed % 2 else {})
    return Task(tuple(needs), staff, absences, held, limits)


def _person(random: Random, number: int) -> Person:
    return Person(
        f"甲{number:02}",
        frozenset(random.sample(ROLES, random.choice((1, 1, 2)))),
        random.choice((*CAMPUSES, None)),
        joined=MONDAY + timedelta(random.randrange(4)) if random.random() < 0.1 else None,
        left=MONDAY + timedelta(random.randrange(4)) if random.random() < 0.1 else None,
        share=random.choice((Decimal(1), Decimal(1), Decimal(1), Decimal("0.5"), Decimal(0))),
        debt=Decimal(random.choice((0, 0, 0, 1, -1))),
    )


def _post(random: Random, number: int) -> tuple[str, str, tuple[int, int], int, frozenset[str]]:
    roles = random.choice((frozenset(), frozenset(ROLES[:1]), frozenset(ROLES[1:])))
    heads = random.choice((1, 1, 2))
    return random.choice(CAMPUSES), f"岗{number}", random.choice(SLOTS), heads, roles


def _need(
    random: Random, duty: Duty, heads: int, roles: frozenset[str], staff: tuple[Person, ...]
) -> Need:
    there = tuple(person.name for person in staff if random.random() < 0.02)
    kept = random.choice(tuple(Kept)) if random.random() < 0.05 else None
    return Need(duty, heads, roles, there, kept)


def _absence(random: Random, name: str, days: int) -> Absence:
    start = (MONDAY + timedelta(random.randrange(days))).toordinal() * DAY
    return Absence(name, start + random.choice((0, 720)), start + DAY * random.choice((1, 2)))
