"""What many tests share: the demo term, written once, and how the command line is called."""

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from typer.testing import CliRunner

from houqin.cli import app
from houqin.master.demo import write_demo

settings.register_profile("quick", max_examples=50, deadline=None)
settings.register_profile("long", max_examples=2000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))

Run = Callable[..., Any]
LEFT_OUT = "houqin_left_out"
NEEDS = ("corpus", "office", "node")


class LeftOut:
    """Says how many tests a run left out because of what they need, however many workers ran it."""

    def __init__(self) -> None:
        self.count = 0

    def pytest_deselected(self, items: list[pytest.Item]) -> None:
        self.count += sum(any(item.get_closest_marker(name) for name in NEEDS) for item in items)

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any) -> None:
        self.count = max(self.count, getattr(node, "workeroutput", {}).get(LEFT_OUT, 0))

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        if hasattr(session.config, "workeroutput"):
            session.config.workeroutput[LEFT_OUT] = self.count

    def pytest_terminal_summary(self, terminalreporter: Any) -> None:
        if self.count:
            terminalreporter.write_line(
                f"left out: {self.count} tests that need the corpus, LibreOffice or node"
            )


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(LeftOut(), LEFT_OUT)


@pytest.fixture(scope="session", autouse=True)
def data_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The user's data folder, so that no test leaves a line in the real one."""
    folder = tmp_path_factory.mktemp("data")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOUQIN_DATA", str(folder))
        yield folder


@pytest.fixture(scope="session")
def clean_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The clean term as a workbook."""
    path = tmp_path_factory.mktemp("clean") / "clean.xlsx"
    write_demo(path, "clean")
    return path


@pytest.fixture(scope="session")
def demo_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The term as staff leave it."""
    path = tmp_path_factory.mktemp("demo") / "demo.xlsx"
    write_demo(path, "demo")
    return path


@pytest.fixture(scope="session")
def houqin() -> Run:
    """Call the command line as a user does."""

    def run(*arguments: object) -> Any:
        return CliRunner().invoke(app, [str(each) for each in arguments], catch_exceptions=False)

    return run


@pytest.fixture(scope="session")
def exported(clean_book: Path) -> dict[str, list[dict[str, Any]]]:
    """The clean term's rows by ledger, as `export` writes them; checked once for all of them."""
    from houqin.demo_job import checked
    from houqin.reports.as_json import rows_of, text_of

    rows = checked(clean_book).book.rows
    return {
        model.ledger.key: json.loads(text_of(rows_of(each, {}))) for model, each in rows.items()
    }
