"""Runs what a macro has given to RunPython, as xlwings would: in a Python of its own."""

import sys
import time
import traceback
from pathlib import Path

import xlwings as xw
from tests.office.answers import ANSWERS, answers_from
from tests.office.engine import CALLS, Session, boxes, connected_app
from tests.office.libreoffice import PIPE, connected
from tests.office.runs import Result, order_of, variable
from tests.office.uno_api import path_of


def main(order: Path) -> None:
    """Run an order, and write its result beside it."""
    address, command = order_of(order)
    _, session = connected_app(connected(variable(PIPE)), answers_from(variable(ANSWERS)))
    xw.Book(path_of(address)).set_mock_caller()
    CALLS.reset()
    started = time.perf_counter()
    error = run(command)
    seconds = time.perf_counter() - started
    calls = dict(CALLS.by_member)
    if error and session.answers.script is None:
        _show(session, error)
    told, statuses = session.answers.told(), session.statuses
    Result(command, error, seconds, told, statuses, calls).write(Path(f"{order}.result"))


def run(command: str) -> str:
    """Run a command, and return its traceback if it fails."""
    try:
        exec(command, {"__name__": "__main__"})  # noqa: S102 - what a macro says, as xlwings does
    except (Exception, SystemExit):  # noqa: BLE001 - whatever it was, the result tells it
        return traceback.format_exc()
    return ""


def _show(session: Session, error: str) -> None:
    boxes.message_box(session, error, "Python", ("ok",))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
