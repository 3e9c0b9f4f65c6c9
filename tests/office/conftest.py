"""One LibreOffice for all tests that need one, on a screen of its own."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from threading import Timer
from typing import Any

import pytest
import xlwings as xw
from tests.office.answers import Answers
from tests.office.display import Display
from tests.office.edition import edition
from tests.office.engine import CALLS, Session, connected_app, disconnect
from tests.office.libreoffice import LibreOffice, documents
from tests.office.runs import Runs
from tests.office.samples import write_sample

PATIENCE = 90.0  # seconds for one test


@pytest.fixture(scope="session")
def runs(tmp_path_factory: pytest.TempPathFactory) -> Runs:
    """Return the calls of RunPython."""
    return Runs(tmp_path_factory.mktemp("runs"))


@pytest.fixture(scope="session")
def running_office(runs: Runs, tmp_path_factory: pytest.TempPathFactory) -> Iterator[LibreOffice]:
    """Start LibreOffice once."""
    folder = tmp_path_factory.mktemp("office")
    with Display() as display, LibreOffice(folder, display.name, runs.variables) as office:
        yield office


@pytest.fixture
def office(running_office: LibreOffice) -> Iterator[LibreOffice]:
    """Return LibreOffice without an open workbook, and close what a test opens.

    A box that nobody expected would hold the test for ever: then the program is photographed
    and killed, and the next test starts it anew.
    """
    if not running_office.is_running:
        running_office.start()
    watch = Timer(PATIENCE, _give_up, [running_office])
    watch.start()
    try:
        yield running_office
        for document in documents(running_office.desktop):
            document.close(True)
    finally:
        watch.cancel()


def _give_up(office: LibreOffice) -> None:
    office.screenshot(office.folder / "hanging.png")
    office.kill()


@pytest.fixture
def answers() -> Answers:
    """Return what boxes are answered; a test adds to it."""
    return Answers([])


@pytest.fixture
def session(office: LibreOffice, answers: Answers) -> Iterator[Session]:
    """Let xlwings work with LibreOffice."""
    _, session = connected_app(office.context, answers)
    CALLS.reset()
    yield session
    CALLS.reject(0)
    disconnect()


@pytest.fixture
def app(session: Session) -> xw.App:
    """Return LibreOffice as xlwings knows it."""
    found = xw.apps.active
    assert found is not None
    return found


@pytest.fixture(scope="session")
def sample_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the sample workbook, as it is for Excel."""
    return write_sample(tmp_path_factory.mktemp("sample") / "样本.xlsm")


@pytest.fixture(scope="session")
def sample_edition(sample_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the sample workbook, as it is for LibreOffice."""
    return edition(sample_path, tmp_path_factory.mktemp("edition"))


@pytest.fixture
def sample(office: LibreOffice, sample_edition: Path, tmp_path: Path) -> Any:
    """Open a copy of the sample workbook."""
    return office.open(Path(shutil.copy(sample_edition, tmp_path)))


@pytest.fixture
def book(app: xw.App, sample: Any) -> xw.Book:
    """Return the open sample as xlwings knows it."""
    return app.books["样本.xlsm"]


@pytest.fixture
def sheet(app: xw.App) -> xw.Sheet:
    """Return an empty sheet."""
    return app.books.add().sheets[0]
