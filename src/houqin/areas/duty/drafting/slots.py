"""Minutes of the day as a roster writes them."""

from datetime import time

from houqin.areas.duty.drafting.facts import DAY, Duty
from houqin.cells.times import TimeRange


def slot_of(duty: Duty) -> TimeRange:
    """Return from when to when a duty lasts."""
    start, end = (time(*divmod(minutes % DAY, 60)) for minutes in (duty.start, duty.end))
    return TimeRange(start, end)
