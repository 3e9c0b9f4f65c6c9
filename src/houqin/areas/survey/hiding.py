"""Which groups are not shown, so that no answer can be traced to one of a few people."""

from collections.abc import Hashable, Mapping
from typing import TypeVar

G = TypeVar("G", bound=Hashable)


def hidden(
    counts: Mapping[G, int], least: int, unshown: frozenset[G] = frozenset()
) -> frozenset[G]:
    """Return the groups of a total to hide: the small ones, and others that would tell them.

    Where the total is known, what is not shown can be had by subtraction. So the next
    smallest groups are hidden as well, until all that is hidden together is no small
    group either; of a total that is small itself all is hidden. `unshown` are groups
    that no report has a place for.
    """
    found = {group for group, count in counts.items() if 0 < count < least}
    found |= {group for group in unshown if counts.get(group)}
    if not found:
        return frozenset()
    together = sum(counts[group] for group in found)
    for group in sorted(counts, key=counts.__getitem__):
        if together >= least:
            break
        if group not in found and counts[group]:
            found.add(group)
            together += counts[group]
    return frozenset(found)
