"""No small group is told, and none can be reckoned from what is told: all ways are tried."""

from collections.abc import Collection
from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.effort import examples

from houqin.areas.small_groups import Protected, all_large, hidden, merged, protected

COUNTS = st.lists(st.integers(0, 12), min_size=1, max_size=5)
NAMED = st.dictionaries(st.sampled_from("ABCDEF"), st.integers(0, 25), max_size=6)
GROUPS = st.dictionaries(
    st.integers(0, 9), st.lists(st.integers(0, 5), min_size=1, max_size=9), max_size=6
)


@pytest.mark.parametrize(
    ("counts", "parts", "total"),
    [
        ((42, 18), (42, 18), 60),
        ((0, 18), (0, 18), 18),
        ((5, 5), (5, 5), 10),
        ((4, 56), (None, None), 60),
        ((4, 56, 30), (None, 56, None), 90),
        ((2, 2, 30, 40), (None, None, None, 40), 74),
        ((3, 2, 30), (None, None, 30), 35),
        ((3, 0), (None, 0), None),
        ((3, 1), (None, None), None),
        ((0, 0), (0, 0), 0),
        ((1, 1, 1, 1, 1), (None,) * 5, None),  # a sum of five in five groups tells each
    ],
)
def test_what_is_hidden_by_hand(
    counts: tuple[int, ...], parts: tuple[int | None, ...], total: int | None
) -> None:
    told = protected(dict(enumerate(counts)), 5)

    assert (tuple(told.parts.values()), told.total) == (parts, total)


def fitting(told: Protected[int], most: int) -> list[tuple[int, ...]]:
    """Return every set of counts that a reader must think possible."""
    ranges = [range(1, most + 1) if each is None else [each] for each in told.parts.values()]
    found = product(*ranges)
    return [each for each in found if told.total is None or sum(each) == told.total]


@given(COUNTS, st.integers(0, 6))
def test_no_reader_can_tell_a_small_group(counts: list[int], least: int) -> None:
    told = protected(dict(enumerate(counts)), least)

    possible = fitting(told, 16)
    assert tuple(counts) in possible
    for index, count in enumerate(counts):
        if 0 < count < least:
            assert told.parts[index] is None
            assert len({each[index] for each in possible}) > 1
    if 0 < sum(counts) < least:
        assert told.total is None


@given(COUNTS, st.integers(0, 6))
def test_nothing_is_hidden_where_no_group_is_small(counts: list[int], least: int) -> None:
    if not any(0 < count < least for count in counts):
        assert protected(dict(enumerate(counts)), least) == (
            dict(enumerate(counts)),
            sum(counts),
        )


def reckonable(counts: dict[str, int], shown: list[str]) -> list[frozenset[str]]:
    """Return all sets of groups that the total and the shown groups tell of together.

    The shown groups and the total are vectors of 0 and 1 over the groups; a sum of some of
    them, or the total less some, is all that gives another vector of 0 and 1.
    """
    some = [frozenset(each) for size in range(len(shown) + 1) for each in combinations(shown, size)]
    return [*some, *(frozenset(counts) - each for each in some)]


@examples(500)
@given(NAMED, st.integers(0, 12))
def test_no_small_group_can_be_reckoned(counts: dict[str, int], least: int) -> None:
    out = hidden(counts, least)
    shown = [group for group in counts if group not in out]

    if sum(counts.values()) >= least:  # else the total itself is not shown
        numbers = [sum(counts[g] for g in told) for told in reckonable(counts, shown)]
        assert [number for number in numbers if 0 < number < least] == []


@examples(300)
@given(NAMED, st.integers(0, 12))
def test_no_more_is_hidden_than_must_be(counts: dict[str, int], least: int) -> None:
    """Small groups go; of the others no choice of fewer would do."""
    out = hidden(counts, least)
    small = {group for group, count in counts.items() if 0 < count < least}
    others = [group for group in counts if counts[group] >= max(least, 1)]
    together = sum(counts[group] for group in small)

    def is_vague(number: int, *hidden_groups: Collection[str]) -> bool:
        return number >= least and number > sum(map(len, hidden_groups))

    enough = [
        len(more)
        for size in range(len(others) + 1)
        for more in combinations(others, size)
        if not small or is_vague(together + sum(map(counts.__getitem__, more)), small, more)
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


def test_one_person_in_each_hidden_group_is_told_by_their_sum() -> None:
    alone = dict.fromkeys("ABCDE", 1)

    assert hidden(alone | {"F": 40}, 5) == set("ABCDEF")


@given(GROUPS, st.integers(0, 8))
def test_what_is_shown_is_large_and_so_is_the_rest(
    groups: dict[int, list[int]], least: int
) -> None:
    shown, others = merged(groups, least)

    assert all(len(each) >= least for each in shown.values())
    assert not others or len(others) >= least
    if shown or others:
        told = sorted([*others, *(one for each in shown.values() for one in each)])
        assert told == sorted(one for each in groups.values() for one in each)
    else:
        assert sum(map(len, groups.values())) < max(least, 1)


def test_the_smallest_of_the_large_joins_one_that_is_small() -> None:
    groups = {"保安": [1] * 6, "水电工": [2] * 5, "保管员": [3] * 2}

    shown, others = merged(groups, 5)

    assert list(shown) == ["保安"]
    assert sorted(others) == [2] * 5 + [3] * 2


def test_groups_are_as_large_as_the_people_in_them() -> None:
    months = {"保管员": ["李", "李", "李"], "保安": ["赵", "钱", "孙"]}

    def people(names: object) -> int:
        return len(set(names))  # type: ignore[call-overload]

    assert merged(months, 3, people) == ({}, ["李", "李", "李", "赵", "钱", "孙"])
    assert not all_large(months, 2, people)
    assert all_large({"保安": ["赵", "钱"], "花工": []}, 2, people)
