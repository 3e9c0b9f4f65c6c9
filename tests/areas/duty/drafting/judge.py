"""A judge of drafts, written from the rules in words; it knows nothing of how they are made.

Nobody is in two places at once, nor at another campus before the way there is done; between
duties of two days, and around a night, there is rest;
nobody on leave, away, exempt or without the qualification is put on duty; nobody is put where
somebody pinned the roster, where the roster cannot be read, or where enough are; and each
place that stays empty is one that nobody could take, for just the reasons that are told.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import combinations

from houqin.areas.duty.drafting.draft import Draft
from houqin.areas.duty.drafting.facts import Duty, Need, Person, Task

EPOCH = datetime(1, 1, 1)  # noqa: DTZ001 - a school knows one time zone
Turn = tuple[str, Duty]


def complaints(task: Task, draft: Draft) -> list[str]:
    """Return everything that is wrong with a draft."""
    return [*_about_lines(task, draft), *_about_people(task, draft), *_about_reasons(task, draft)]


def _about_lines(task: Task, draft: Draft) -> Iterator[str]:
    people = {person.name: person for person in task.people}
    if [line.need for line in draft.lines] != list(task.needs):
        yield "the lines are not the needs"
    for line in draft.lines:
        there = [*line.need.standing, *line.added]
        if len(set(there)) < len(there):
            yield f"{there} has somebody twice"
        if line.added and (line.need.kept or len(there) > line.need.heads):
            yield f"{line.added} added where nobody is wanted"
        for name in line.added:
            if fault := unfit(task, people[name], line.need):
                yield f"{name} {fault}"


def _about_people(task: Task, draft: Draft) -> Iterator[str]:
    added = [(name, line.need.duty) for line in draft.lines for name in line.added]
    for one, other in combinations([*standing(task), *added], 2):
        if one[0] == other[0] and (one in added or other in added):
            fault = together(task, one[1], other[1])
            if fault:
                yield f"{one[0]}: {one[1]} and {other[1]}: {fault}"


def _about_reasons(task: Task, draft: Draft) -> Iterator[str]:
    added = [(name, line.need.duty) for line in draft.lines for name in line.added]
    turns = [*standing(task), *added]
    for line in draft.lines:
        missing = line.need.heads - len(line.need.standing) - len(line.added)
        others = [p for p in task.people if p.name not in {*line.need.standing, *line.added}]
        if missing <= 0 or line.need.kept:
            expected: Counter[str] = Counter()
        else:
            expected = Counter(why_not(task, turns, person, line.need) for person in others)
        if expected != Counter({str(bar): count for bar, count in line.bars.items()}):
            yield f"{line.need.duty}: {line.bars} told, {expected} true"
        if expected["free"]:
            yield f"{line.need.duty} is empty, and somebody could take it"


def why_not(task: Task, turns: list[Turn], person: Person, need: Need) -> str:
    """Return the first reason why somebody cannot take a duty, "free" where there is none."""
    fault = unfit(task, person, need)
    if fault:
        return fault
    found = {together(task, duty, need.duty) for name, duty in turns if name == person.name}
    return next(
        (each for each in ("on duty then", "on the way", "resting") if each in found), "free"
    )


def unfit(task: Task, person: Person, need: Need) -> str:
    """Return why somebody is not one to take a duty at all."""
    start, end = hours(need.duty)
    last = (end - timedelta(seconds=1)).date()
    if need.roles and not any(role in need.roles for role in person.roles):
        return "not qualified"
    if person.share == 0:
        return "does no duty"
    if (person.joined and person.joined > start.date()) or (person.left and person.left < last):
        return "not on the staff"
    for absence in task.absences:
        leave = [EPOCH + timedelta(minutes=each - 1440) for each in (absence.begins, absence.ends)]
        if absence.person == person.name and leave[0] < end and start < leave[1]:
            return "on leave"
    return ""


def together(task: Task, one: Duty, other: Duty) -> str:
    """Return why nobody can do two duties; "" where somebody can."""
    (start, end), (later, finish) = sorted((hours(one), hours(other)))
    if later < end:
        return "on duty then"
    free = (later - end) / timedelta(minutes=1)
    limits = task.limits
    ways = [limits.travel_of[c] for c in (one.campus, other.campus) if c in limits.travel_of]
    known = one.campus and other.campus and one.campus != other.campus
    if known and free < (max(ways) if ways else limits.travel):
        return "on the way"
    midnight = datetime.min.time()
    nights = [
        b for a, b in ((start, end), (later, finish)) if b.date() > a.date() and b.time() > midnight
    ]
    if one.day == other.day and not nights:
        return ""
    rest = max(limits.rest_at.get(each, limits.rest) for each in (one.campus, other.campus))
    return "resting" if free < rest else ""


def hours(duty: Duty) -> tuple[datetime, datetime]:
    """Return when a duty begins and ends."""
    midnight = datetime.combine(duty.day, datetime.min.time())
    return midnight + timedelta(minutes=duty.start), midnight + timedelta(minutes=duty.end)


def standing(task: Task) -> list[Turn]:
    """Return who does what before anything is drafted."""
    return [
        *task.held,
        *((name, need.duty) for need in task.needs for name in need.standing),
    ]
