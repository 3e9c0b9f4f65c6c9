"""Intervals and comparisons against statsmodels, over a grid and at the edges."""

from decimal import Decimal
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint
from tests.effort import examples

from houqin import udfs
from houqin.areas.survey.rates import Change, Rate, Verdict, change, difference, pooled, together
from houqin.areas.survey.results import rate_of
from houqin.areas.survey.wilson import ends

SIZES = (1, 2, 5, 10, 37, 133, 1000)
GRID = [(k, n) for n in SIZES for k in sorted({0, 1, n // 3, n // 2, n - 1, n})]


def test_without_a_population_the_interval_is_that_of_statsmodels() -> None:
    for satisfied, valid in GRID:
        expected = proportion_confint(satisfied, valid, 0.05, "wilson")

        assert ends(satisfied, valid) == pytest.approx(expected, abs=1e-12), (satisfied, valid)


def test_with_a_population_it_is_that_of_more_answers_at_the_same_rate() -> None:
    for (satisfied, valid), more in product(GRID, (1, 2, 10, 900)):
        population = valid + more
        size = valid * (population - 1) / more
        expected = proportion_confint(satisfied / valid * size, size, 0.05, "wilson")

        found = ends(satisfied, valid, population)
        assert found == pytest.approx(expected, abs=1e-12), (satisfied, valid, population)


def test_of_all_people_the_interval_is_the_rate_itself() -> None:
    for satisfied, valid in GRID:
        rate = Rate(satisfied, valid, valid)

        assert rate.ends == (rate.share, rate.share)
        assert ends(satisfied, valid, valid) == (satisfied / valid, satisfied / valid)


def test_all_or_none_satisfied_end_at_the_rate() -> None:
    assert Rate(0, 12).ends[0] == 0
    assert Rate(12, 12).ends[1] == 1
    assert Rate(12, 12, 40).ends[1] == 1


def test_of_no_answer_there_is_no_rate() -> None:
    assert rate_of([]) is None
    assert pooled([]) is None
    assert together([]) is None


@given(st.integers(1, 5000), st.data())
def test_the_worksheet_function_and_the_summary_give_one_interval(
    valid: int, data: st.DataObject
) -> None:
    satisfied = data.draw(st.integers(0, valid))
    population = data.draw(st.none() | st.integers(valid, 20000))

    found = Rate(satisfied, valid, population).ends
    wanted = [udfs.HQ_RATE(satisfied, valid, population, part) for part in (-1, 1)]
    assert [float(end) for end in found] == pytest.approx(wanted, abs=1e-15)


def test_a_difference_is_that_of_statsmodels() -> None:
    for (one, of_one), (other, of_other) in product(GRID, GRID):
        expected = confint_proportions_2indep(
            one, of_one, other, of_other, compare="diff", method="newcomb", correction=False
        )

        found = difference(Rate(one, of_one), Rate(other, of_other))
        assert found == pytest.approx(expected, abs=1e-9), (one, of_one, other, of_other)


@pytest.mark.parametrize(
    ("now", "then", "expected"),
    [
        # Newcombe 1998, table II: 56/70 - 48/80 is 0.0524 to 0.3339, so 0 is out
        (Rate(56, 70), Rate(48, 80), Change.ROSE),
        (Rate(48, 80), Rate(56, 70), Change.FELL),
        (Rate(9, 10), Rate(3, 10), Change.ROSE),  # 0.1705 to 0.8090
        (Rate(9, 10), Rate(8, 10), Change.CHANCE),
        (Rate(95, 100, 100), Rate(94, 100, 100), Change.ROSE),  # everybody was asked
        (Rate(94, 100, 100), Rate(94, 100, 100), Change.CHANCE),
    ],
)
def test_a_change_is_real_where_the_interval_leaves_0_out(
    now: Rate, then: Rate, expected: Change
) -> None:
    assert change(now, then) is expected


def test_newcombes_published_interval() -> None:
    assert difference(Rate(56, 70), Rate(48, 80)) == pytest.approx((0.0524, 0.3339), abs=5e-5)
    assert difference(Rate(9, 10), Rate(3, 10)) == pytest.approx((0.1705, 0.8090), abs=5e-5)


@pytest.mark.parametrize(
    ("rate", "target", "expected"),
    [
        (Rate(990, 1000), "0.95", Verdict.MET),
        (Rate(900, 1000), "0.95", Verdict.MISSED),
        (Rate(19, 20), "0.95", Verdict.UNCLEAR),
        (Rate(19, 20, 20), "0.95", Verdict.MET),  # exactly, and everybody was asked
        (Rate(19, 20, 20), "0.951", Verdict.MISSED),
        (Rate(20, 20), "0", Verdict.MET),
        (Rate(20, 20), "1", Verdict.UNCLEAR),
        (Rate(20, 20, 20), "1", Verdict.MET),
    ],
)
def test_a_target_is_judged_by_the_whole_interval(
    rate: Rate, target: str, expected: Verdict
) -> None:
    assert rate.verdict(Decimal(target)) is expected


def test_a_target_is_compared_as_the_school_says() -> None:
    assert Rate(19, 20, 20).verdict(Decimal("0.95"), ">") is Verdict.MISSED
    assert Rate(1, 100, 100).verdict(Decimal("0.02"), "<=") is Verdict.MET
    assert Rate(19, 20).verdict(None) is Verdict.NO_TARGET


GROUPS = st.lists(st.tuples(st.integers(1, 60), st.integers(1, 6)), min_size=1, max_size=5)


@examples(200)
@given(GROUPS)
def test_answers_of_one_person_weigh_as_kish_has_it(groups: list[tuple[int, int]]) -> None:
    """People with so many answers each, counted one by one: (Σw)²/Σw²."""
    weights = [answers for people, answers in groups for _ in range(people)]
    expected: Any = sum(weights) ** 2 / sum(w * w for w in weights)

    each = (pooled(Rate(0, people) for _ in range(answers)) for people, answers in groups)
    found = together(rate for rate in each if rate)
    assert found is not None
    assert found.valid / found.questions == pytest.approx(expected)


def test_a_pooled_interval_is_that_of_people_not_of_answers() -> None:
    three = pooled([Rate(38, 40, 100), Rate(36, 40, 100), Rate(40, 40, 100)])

    assert three == Rate(114, 120, 100, 3)
    assert [float(end) for end in three.ends] == pytest.approx(ends(38, 40, 100))


def test_different_populations_correct_nothing() -> None:
    assert pooled([Rate(1, 2, 9), Rate(1, 2, 8)]) == Rate(2, 4, None, 2)
    assert together([Rate(1, 2, 9), Rate(1, 2, 9)]) == Rate(2, 4, None, 1)
