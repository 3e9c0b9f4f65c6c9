"""Nobody can reckon a small group from what is shown: every sum and difference is tried."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st
from tests.effort import examples

from houqin.areas.survey.hiding import hidden

COUNTS = st.dictionaries(st.sampled_from("ABCDEF"), st.integers(0, 25), max_size=6)


def reckonable(counts: dict[str, int], shown: list[str]) -> list[frozenset[str]]:
    """Return all sets of groups that the total and the shown groups tell of together.

    The shown groups and the total are vectors of 0 and 1 over the groups; a sum of some of
    them, or the total less some, is all that gives another vector of 0 and 1.
    """
    some = [frozenset(each) for size in range(len(shown) + 1) for each in combinations(shown, size)]
    return [*some, *(frozenset(counts) - each for each in some)]


@examples(500)
@given(COUNTS, st.integers(0, 12))
def test_no_small_group_can_be_reckoned(counts: dict[str, int], least: int) -> None:
    out = hidden(counts, least)
    shown = [group for group in counts if group not in out]

    if sum(counts.values()) >= least:  # else the total itself is not shown
        numbers = [sum(counts[g] for g in told) for told in reckonable(counts, shown)]
        assert [number for number in numbers if 0 < number < least] == []


@examples(300)
@given(COUNTS, st.integers(0, 12))
def test_no_more_is_hidden_than_must_be(counts: dict[str, int], least: int) -> None:
    """Small groups go; of the others no choice of fewer would do."""
    out = hidden(counts, least)
    small = {group for group, count in counts.items() if 0 < count < least}
    others = [group for group in counts if counts[group] >= max(least, 1)]
    together = sum(counts[group] for group in small)
    enough = [
        len(more)
        for size in range(len(others) + 1)
        for more in combinations(others, size)
        if not small or together + sum(counts[group] for group in more) >= least
    ]

    assert small <= out
    assert len(out - small) == min(enough, default=len(others))


def test_groups_without_a_place_are_hidden_and_hide_others() -> None:
    counts = {"本部": 40, "东园": 20, None: 3}

    assert hidden(counts, 10, frozenset((None,))) == {None, "东园"}
    assert hidden(counts | {None: 10}, 10, frozenset((None,))) == {None}
    assert hidden(counts | {None: 0}, 10, frozenset((None,))) == frozenset()


def test_a_group_of_nobody_hides_nobody() -> None:
    assert hidden({"A": 4, "B": 0, "C": 30, "D": 50}, 10) == {"A", "C"}


def test_two_small_ones_hide_each_other() -> None:
    assert hidden({"A": 4, "B": 7, "C": 30}, 10) == {"A", "B"}
    assert hidden({"A": 4, "B": 5, "C": 30}, 10) == {"A", "B", "C"}
