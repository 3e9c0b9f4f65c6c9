"""Groups too small to be shown, also where they could be had by subtraction."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

K = TypeVar("K")
T = TypeVar("T")
Size = Callable[[Sequence[T]], int]


def merged(
    groups: Mapping[K, Sequence[T]], least: int, size: Size[T] = len
) -> tuple[dict[K, list[T]], list[T]]:
    """Return the groups that are large enough, and all others as one that is, or is empty.

    The smallest of the large groups join the others until these are large enough, so that
    none of them can be had from the total. Where all together are too few, nothing is left.
    """
    order = sorted(groups, key=lambda key: size(groups[key]))
    shown = {key: list(groups[key]) for key in groups}
    others: list[T] = []
    for key in order:
        is_large = size(groups[key]) >= least
        if is_large and (not others or size(others) >= least):
            break
        others += shown.pop(key)
    is_hidden = others and size(others) < least
    return ({}, []) if is_hidden else (shown, others)


def all_large(groups: Mapping[K, Sequence[T]], least: int, size: Size[T] = len) -> bool:
    """Tell whether every group that has anybody is large enough to be shown."""
    return all(not each or size(each) >= least for each in groups.values())
