"""From the press of a button to what the user is told, and the line of the trail."""

from collections.abc import Callable
from datetime import datetime

from houqin.desk.failures import tell_failure
from houqin.desk.jobs import Outcome, Press, carry_out
from houqin.desk.trail_block import leave_line
from houqin.port import Desk
from houqin.trail import BUTTON, Entry, trailed


def press_button(desk: Desk, now: datetime, label: str, action: Callable[[Press], Outcome]) -> None:
    """Do what a button is for, and tell what came of it; a failure of ours never looks like one of the user's."""
    press = Press(desk, now, label)
    try:
        with trailed(Entry(now, BUTTON, label, desk.name)) as entry:
            outcome = action(press)
            carry_out(press, outcome)
        leave_line(desk, entry)
        if outcome.goto:
            desk.select(outcome.goto)
        desk.status("")
    except Exception as error:  # noqa: BLE001 - the edge: everything is told to the user here
        tell_failure(press, error)
        return
    if outcome.text:
        desk.tell(outcome.text)
