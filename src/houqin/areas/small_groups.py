"""What keeps small groups of people from being told, also by subtraction (contract 13)."""

from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

K = TypeVar("K", bound=Hashable)
T = TypeVar("T")
Size = Callable[[Sequence[T]], int]


class Protected(NamedTuple, Generic[K]):
    """Counts of people by group and in all; None is what is hidden."""

    parts: Mapping[K, int | None]
    total: int | None


def hidden(
    counts: Mapping[K, int], least: int, unshown: frozenset[K] = frozenset()
) -> frozenset[K]:
    """Return the groups of a known total to hide: the small ones, and others that tell them.

    `unshown` are groups that no report has a place for.
    """
    return _grown(counts, least, unshown, lambda found: _is_vague(counts, found, least))


def protected(counts: Mapping[K, int], least: int) -> Protected[K]:
    """Hide every small group and what would give it away: other groups, else the total.

    A group of nobody is told.
    """
    out = hidden(counts, least)
    is_told = bool(out) and not _is_vague(counts, out, least)
    parts = {key: None if key in out else count for key, count in counts.items()}
    return Protected(parts, None if is_told else sum(counts.values()))


def merged(
    groups: Mapping[K, Sequence[T]], least: int, size: Size[T] = len
) -> tuple[dict[K, list[T]], list[T]]:
    """Return the groups that are large enough, and all others as one that is, or is empty.

    Where all together are too few, nothing is left. `size` tells how many people there are,
    where one may be in several groups.
    """

    def all_of(keys: Collection[K]) -> list[T]:
        return [each for key in groups if key in keys for each in groups[key]]

    def is_large(keys: Collection[K]) -> bool:
        return size(all_of(keys)) >= least

    sizes = {key: size(each) for key, each in groups.items()}
    out = _grown(sizes, least, frozenset(), is_large)
    if out and not is_large(out):
        return {}, []
    return {key: list(each) for key, each in groups.items() if key not in out}, all_of(out)


def all_large(groups: Mapping[K, Sequence[T]], least: int, size: Size[T] = len) -> bool:
    """Tell whether every group that has anybody is large enough to be shown."""
    return not any(_is_small(size(each), least) for each in groups.values() if each)


def _grown(
    counts: Mapping[K, int],
    least: int,
    unshown: frozenset[K],
    is_safe: Callable[[Collection[K]], bool],
) -> frozenset[K]:
    """Return the small groups and the next smallest, until together they tell none of them.

    What is not shown can be had from the total by subtraction, all of it together.
    """
    out = {key for key, count in counts.items() if _is_small(count, least)}
    out |= {key for key in unshown if counts.get(key)}
    has_small = any(_is_small(counts[key], least) for key in out)
    for key in sorted(counts, key=counts.__getitem__) if has_small else ():
        if is_safe(out):
            break
        if counts[key]:
            out.add(key)
    return frozenset(out)


def _is_small(count: int, least: int) -> bool:
    return 0 < count < least


def _is_vague(counts: Mapping[K, int], keys: Collection[K], least: int) -> bool:
    """Tell whether the sum of groups is of no few people, nor of one in each of them."""
    together = sum(counts[key] for key in keys)
    return together >= least and together > len(keys)
