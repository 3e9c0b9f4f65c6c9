"""What keeps small groups of people from being told, also by subtraction (contract 13)."""

from collections.abc import Hashable, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

K = TypeVar("K", bound=Hashable)
ENOUGH = 2  # groups hidden together: of one alone the total tells the size


class Protected(NamedTuple, Generic[K]):
    """Counts of people by group and in all; None is what is hidden."""

    parts: Mapping[K, int | None]
    total: int | None


def protected(counts: Mapping[K, int], least: int) -> Protected[K]:
    """Hide every group of fewer people than the limit, and what would give it away.

    A group of nobody is told. Where the hidden groups could be had from the total, the
    smallest other group is hidden too, and where there is none, the total.
    """
    total = sum(counts.values())
    hidden = {key for key, count in counts.items() if 0 < count < least}
    others = sorted((count, order) for order, (key, count) in enumerate(counts.items()) if count)
    keys = list(counts)
    for _, order in others:
        if hidden and not _is_vague([counts[key] for key in hidden], least):
            hidden.add(keys[order])
    is_told = hidden and not _is_vague([counts[key] for key in hidden], least)
    gives_away = bool(is_told) or 0 < total < least
    if gives_away:
        hidden = {key for key, count in counts.items() if count}
    parts = {key: None if key in hidden else count for key, count in counts.items()}
    return Protected(parts, None if gives_away else total)


def _is_vague(hidden: Sequence[int], least: int) -> bool:
    """Tell whether the sum of hidden groups tells none of them; each has somebody."""
    return len(hidden) >= ENOUGH and sum(hidden) >= least and sum(hidden) > len(hidden)
