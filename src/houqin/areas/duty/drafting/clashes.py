"""Which two duties one person cannot both do."""

from enum import StrEnum

from houqin.areas.duty.drafting.facts import Duty, Limits


class Clash(StrEnum):
    """Why two duties of one person do not go together; the gravest reason first."""

    OVERLAP = "overlap"
    TRAVEL = "travel"
    REST = "rest"


def clash(one: Duty, other: Duty, limits: Limits) -> Clash | None:
    """Return why one person cannot do both; None where that can be done.

    Duties that touch do not overlap. Those of one day are a day's work and need no rest
    between them; a night does, even where the next duty is at the same post: the check lets
    people stay on, but nobody is asked to.
    """
    first, second = (one, other) if one.begins <= other.begins else (other, one)
    apart = second.begins - first.ends
    if apart < 0:
        return Clash.OVERLAP
    if apart < way(first.campus, second.campus, limits):
        return Clash.TRAVEL
    return Clash.REST if apart < rest(first, second, limits) else None


def way(one: str, other: str, limits: Limits) -> int:
    """Return how many minutes the way from campus to campus takes; "" is one nobody can read."""
    if one == other or not (one and other):
        return 0
    stated = [limits.travel_of[each] for each in (one, other) if each in limits.travel_of]
    return max(stated, default=limits.travel)


def rest(one: Duty, other: Duty, limits: Limits) -> int:
    """Return how many minutes of rest are due between two duties."""
    if one.day == other.day and not (one.is_of_the_night or other.is_of_the_night):
        return 0
    return max(limits.rest_at.get(each.campus, limits.rest) for each in (one, other))


def reach(limits: Limits) -> int:
    """Return how many minutes apart two duties never clash."""
    most = (limits.rest, limits.travel, *limits.rest_at.values(), *limits.travel_of.values())
    return max(most)
