"""The demo's master, open on paper."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from tests.desk.paper import PaperDesk, copy_of

from houqin.desk.jobs import Outcome, Press, carry_out

WORKBOOKS = Path(__file__).parents[2] / "workbook"
MORNING = datetime(2020, 7, 1, 9, 0).astimezone()
Pressed = Callable[..., Outcome]


@pytest.fixture(scope="session")
def opened() -> PaperDesk:
    """The demo's master, opened once."""
    return PaperDesk.of(WORKBOOKS / "houqin-demo.xlsm")


@pytest.fixture
def desk(opened: PaperDesk, tmp_path: Path) -> PaperDesk:
    """The demo's master as staff leave it, a copy for each test."""
    return opened.copied(copy_of(opened.path, tmp_path))


@pytest.fixture
def press(desk: PaperDesk) -> Pressed:
    """Press a button: do what it is for, and write."""

    def pressed(action: Callable[[Press], Outcome], label: str = "按钮") -> Outcome:
        pressing = Press(desk, MORNING, label)
        outcome = action(pressing)
        carry_out(pressing, outcome)
        if outcome.goto:
            desk.select(outcome.goto)
        return outcome

    return pressed
