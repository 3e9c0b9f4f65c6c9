"""Every draft obeys the rules, whatever the school; a judge who shares no code with it says so."""

import sys
from dataclasses import replace
from datetime import timedelta

import pytest
from tests.areas.duty.drafting.judge import complaints
from tests.areas.duty.drafting.schools import MONDAY, school

from houqin.areas.duty.drafting.bars import Bar
from houqin.areas.duty.drafting.draft import drafted
from houqin.areas.duty.drafting.facts import DAY, Absence, Duty, Kept, Limits, Need, Person, Task
from houqin.errors import Refused

GATE = Duty(MONDAY, "本部", "校门", 440, 470)


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize(("people", "posts", "days"), [(5, 4, 3), (9, 7, 7), (25, 8, 10)])
def test_a_draft_obeys_every_rule_and_tells_true_reasons(
    seed: int, people: int, posts: int, days: int
) -> None:
    task = school(seed, people, posts, days)

    assert complaints(task, drafted(task)) == []


def test_the_same_task_gives_the_same_draft() -> None:
    task = school(3, 12, 6, 7)

    assert drafted(task) == drafted(task)


def gaps(*people: Person, need: Need, **more: object) -> tuple[dict[Bar, int], int]:
    """Return the reasons of the one need that is looked at, and how many are missing."""
    task = Task((need,), people)
    line = drafted(replace(task, **more)).lines[0]  # type: ignore[arg-type]
    return dict(line.bars), line.missing


def test_each_reason_is_told() -> None:
    need = Need(GATE, 1, frozenset(("保安",)))
    guard = frozenset(("保安",))
    midnight = MONDAY.toordinal() * DAY
    day = timedelta(1)
    people = (
        Person("甲", frozenset(("教师",))),
        Person("乙", guard, share=Person("").share * 0),
        Person("丙", guard, joined=MONDAY + day),
        Person("丁", guard, left=MONDAY - day),
        Person("戊", guard),
        Person("己", guard),
        Person("庚", guard),
        Person("辛", guard),
    )
    held = (
        ("己", Duty(MONDAY, "本部", "食堂", 460, 500)),
        ("庚", Duty(MONDAY, "东园", "校门", 400, 420)),
        ("辛", Duty(MONDAY - day, "本部", "夜班", 1140, 1860)),
    )

    found = gaps(
        *people,
        need=need,
        absences=(Absence("戊", midnight, midnight + DAY),),
        held=held,
        limits=Limits(480, 30),
    )

    assert found == (
        {
            Bar.NOT_QUALIFIED: 1,
            Bar.EXEMPT: 1,
            Bar.NOT_THERE: 2,
            Bar.ON_LEAVE: 1,
            Bar.OVERLAP: 1,
            Bar.TRAVEL: 1,
            Bar.REST: 1,
        },
        1,
    )


def test_leave_that_ends_as_the_duty_begins_keeps_nobody_away() -> None:
    begins = GATE.begins
    ended = Absence("甲", begins - DAY, begins)

    assert gaps(Person("甲"), need=Need(GATE, 1), absences=(ended,)) == ({}, 0)


@pytest.mark.parametrize(
    ("other", "missing"),
    [
        (Duty(MONDAY, "本部", "食堂", 470, 500), 0),  # they touch
        (Duty(MONDAY, "本部", "食堂", 469, 500), 1),
        (Duty(MONDAY, "东园", "食堂", 500, 530), 0),  # just the way
        (Duty(MONDAY, "东园", "食堂", 499, 530), 1),
        (Duty(MONDAY - timedelta(1), "本部", "夜班", 1140, 1400), 0),  # eight hours before
        (Duty(MONDAY - timedelta(1), "本部", "夜班", 1140, 1401), 1),
        (Duty(MONDAY - timedelta(1), "本部", "校门", 1140, 1880), 1),  # nobody is asked to stay on
        (Duty(MONDAY, "本部", "夜班", 949, 1700), 1),  # a night of the same day
        (Duty(MONDAY, "本部", "夜班", 950, 1700), 0),
    ],
)
def test_two_duties_of_one_person_lie_far_enough_apart(other: Duty, missing: int) -> None:
    task = Task((Need(GATE, 1),), (Person("甲"),), (), (("甲", other),), Limits(480, 30))

    draft = drafted(task)

    assert (draft.lines[0].missing, complaints(task, draft)) == (missing, [])


@pytest.mark.parametrize("kept", Kept)
def test_what_is_pinned_or_unread_stays_as_it_is(kept: Kept) -> None:
    draft = drafted(Task((Need(GATE, 2, standing=("甲",), kept=kept),), (Person("乙"),)))

    assert (draft.lines[0].added, draft.lines[0].missing, draft.wanted) == ((), 1, 0)


def test_a_duty_falls_to_those_who_take_it_as_a_rule() -> None:
    days = (MONDAY + timedelta(number) for number in range(4))
    needs = tuple(Need(replace(GATE, day=day), 1, usual=frozenset(("乙", "丙"))) for day in days)

    draft = drafted(Task(needs, tuple(map(Person, "甲乙丙"))))

    assert sorted(name for line in draft.lines for name in line.added) == ["丙", "丙", "乙", "乙"]


def test_without_the_solver_one_sentence_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "ortools.sat.python", None)

    with pytest.raises(Refused, match=r"自动排班需要 OR-Tools，.+ pip install ortools") as refused:
        drafted(Task((Need(GATE, 1),), (Person("甲"),)))
    assert "pip install ortools" in refused.value.fix("en")
