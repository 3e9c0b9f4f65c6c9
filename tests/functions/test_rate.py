"""Rates and their intervals against values worked out elsewhere."""

from math import isclose
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from houqin import udfs

# statsmodels 0.15.0, proportion_confint(k, n, 0.05, "wilson")
OF_ANY_MANY: tuple[tuple[int, int, float, float], ...] = (
    (0, 1, 0.0, 0.7934506856227627),
    (1, 1, 0.2065493143772374, 1.0),
    (1, 2, 0.09453120573423068, 0.9054687942657693),
    (0, 10, 0.0, 0.27753279986288926),
    (10, 10, 0.7224672001371106, 1.0),
    (7, 12, 0.31951131254954973, 0.8067396863412435),
    (45, 50, 0.7863976856252034, 0.9565242350681095),
    (183, 200, 0.8681041292843443, 0.9462542498225244),
    (512, 600, 0.8227790872103292, 0.8793919774066558),
)
# scipy 1.17, brentq on (k/n - p)² = z² p(1 - p)/n · (N - n)/(N - 1): no formula for the ends
OF_SO_MANY: tuple[tuple[int, int, int, float, float], ...] = (
    (1, 2, 3, 0.1500389891521495, 0.8499610108478505),
    (0, 10, 40, 0.0, 0.2280953723541984),
    (10, 10, 40, 0.7719046276458016, 1.0),
    (7, 12, 20, 0.4032362568338736, 0.7436340506044739),
    (45, 50, 100, 0.8251835861259107, 0.9449338442198274),
    (183, 200, 1200, 0.8728325939721818, 0.9440809188732547),
    (512, 600, 601, 0.852173924821271, 0.8544852012844703),
)


@pytest.mark.parametrize(("satisfied", "valid", "lower", "upper"), OF_ANY_MANY)
def test_the_interval_of_a_sample_is_wilsons(
    satisfied: int, valid: int, lower: float, upper: float
) -> None:
    ends = [udfs.HQ_RATE(float(satisfied), float(valid), None, part) for part in (-1.0, 1.0)]

    assert ends == pytest.approx([lower, upper], abs=1e-12)


@pytest.mark.parametrize(("satisfied", "valid", "people", "lower", "upper"), OF_SO_MANY)
def test_the_interval_is_narrower_where_few_people_are_left(
    satisfied: int, valid: int, people: int, lower: float, upper: float
) -> None:
    ends = [udfs.HQ_RATE(satisfied, valid, people, part) for part in (-1, 1)]

    assert ends == pytest.approx([lower, upper], abs=1e-12)


SHOWN: tuple[tuple[Any, ...], ...] = (
    (183.0, 200.0, None, None, 0.915),
    ("183份", "200份", "1200人", "0", 0.915),
    (0.0, 7.0, None, 0.0, 0.0),
    # everybody answered, so nothing is left to chance
    (30.0, 40.0, 40.0, -1.0, 0.75),
    (30.0, 40.0, 40.0, 1.0, 0.75),
    (1.0, 1.0, 1.0, -1.0, 1.0),
    (None, 200.0, None, None, ""),
    (183.0, None, None, None, ""),
    (5.0, 0.0, None, None, "?有效份数要大于 0"),
    (201.0, 200.0, None, None, "?满意份数要在 0 和有效份数之间"),
    (-1.0, 200.0, None, None, "?满意份数要在 0 和有效份数之间"),
    (183.0, 200.0, 199.0, None, "?总人数不能少于有效份数"),
    (183.0, 200.0, None, 2.0, "?部分只能是 0、-1 或 1"),
    (1.5, 200.0, None, None, "?“1.5”不是整数，请填整数"),
    ("很多", 200.0, None, None, "?“很多”不是数字，请只填数字"),
)


@pytest.mark.parametrize(("satisfied", "valid", "population", "part", "expected"), SHOWN)
def test_rate(satisfied: Any, valid: Any, population: Any, part: Any, expected: Any) -> None:
    assert udfs.HQ_RATE(satisfied, valid, population, part) == expected


@given(st.integers(1, 10**6), st.data())
def test_the_interval_holds_the_rate_and_lies_within_0_and_1(
    valid: int, data: st.DataObject
) -> None:
    satisfied = data.draw(st.integers(0, valid))
    people = data.draw(st.none() | st.integers(valid, 10**7))

    lower, share, upper = (udfs.HQ_RATE(satisfied, valid, people, part) for part in (-1, 0, 1))

    assert 0 <= lower <= share <= upper <= 1
    mirrored = udfs.HQ_RATE(valid - satisfied, valid, people, 1)
    assert isclose(lower, 1 - mirrored, abs_tol=1e-9)
