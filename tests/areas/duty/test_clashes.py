"""Duties that do not go together, against a reckoning minute by minute."""

from datetime import date, datetime, time, timedelta
from random import Random

import pytest
from tests.areas.drawn import book_of

from houqin.areas.duty.moments import span, whole_days
from houqin.areas.duty.rest import Clash, conflict, turn_of
from houqin.cells.times import TimeRange

BOOK = book_of("| 校区 | 校区 | 路程分钟 |\n| 2 | 本部 | |\n| 3 | 东园 | 25 |\n")
MINUTE = timedelta(minutes=1)
FIRST = date(2020, 6, 1)


def minutes(day: date, slot: TimeRange) -> set[datetime]:
    """Every minute of a duty, walked one by one."""
    now = datetime.combine(day, slot.start)
    walked = {now}
    while (now := now + MINUTE).time() != slot.end:
        walked.add(now)
    return walked


def between(one: set[datetime], other: set[datetime]) -> int:
    """The free minutes between two duties that share none."""
    early, late = sorted((one, other), key=min)
    return (min(late) - max(early)) // MINUTE - 1


@pytest.mark.parametrize("seed", range(300))
def test_two_duties_clash_as_one_finds_by_walking_through_their_minutes(seed: int) -> None:
    random = Random(seed)  # noqa: S311 - a trial, not a secret

    def some() -> tuple[date, str, TimeRange]:
        start = random.randrange(0, 24 * 60, 5)
        end = (start + random.choice((30, 60, 240, 720))) % (24 * 60)
        day = FIRST + timedelta(days=random.randrange(2))
        campus = random.choice(("本部", "东园"))
        return day, campus, TimeRange(time(*divmod(start, 60)), time(*divmod(end, 60)))

    (day, campus, slot), (other_day, other_campus, other_slot) = some(), some()
    one = turn_of("张三", day, campus, span(day, slot))
    other = turn_of("张三", other_day, other_campus, span(other_day, other_slot))
    mine, theirs = minutes(day, slot), minutes(other_day, other_slot)

    found = conflict(BOOK, one, other)

    if shared := len(mine & theirs):
        assert found is not None
        assert (found.clash, found.minutes) == (Clash.TOGETHER, shared)
        return
    free = between(mine, theirs)
    nights = [each for each in (slot, other_slot) if time() < each.end <= each.start]
    if campus != other_campus and free < 25:
        assert found is not None
        assert (found.clash, found.minutes, found.needed) == (Clash.ON_THE_WAY, free, 25)
    elif free < 8 * 60 and (day != other_day or nights):
        assert found is not None
        assert (found.clash, found.minutes, found.needed) == (Clash.NO_REST, free, 480)
    else:
        assert found is None


def test_a_duty_to_midnight_ends_there_and_is_no_night() -> None:
    evening = span(FIRST, TimeRange(time(20), time(0)))

    assert evening.end == datetime(2020, 6, 2)  # noqa: DTZ001 - the school's own clock


def test_whole_days_are_those_days_and_no_more() -> None:
    leave = whole_days(FIRST, FIRST)

    assert leave.overlap(span(FIRST, TimeRange(time(23, 59), time(0, 30)))) == 1
    assert leave.overlap(span(FIRST + timedelta(days=1), TimeRange(time(0), time(1)))) == 0
    assert whole_days(FIRST, FIRST, time(12)).overlap(leave) == 12 * 60
    assert whole_days(FIRST, FIRST, None, time(12)).overlap(leave) == 12 * 60
