"""No group too small to be shown can be had from what is shown."""

from hypothesis import given
from hypothesis import strategies as st

from houqin.areas.privacy import all_large, merged

GROUPS = st.dictionaries(
    st.integers(0, 9), st.lists(st.integers(0, 5), min_size=1, max_size=9), max_size=6
)


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
