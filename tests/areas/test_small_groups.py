"""No small group is told, and none can be reckoned from what is told."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from houqin.areas.small_groups import Protected, protected

COUNTS = st.lists(st.integers(0, 12), min_size=1, max_size=5)


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
