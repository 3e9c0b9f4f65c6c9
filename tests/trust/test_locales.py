"""Wherever houqin runs, the same workbook gives the same result: languages, consoles, time zones."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

PLACES: Mapping[str, Mapping[str, str]] = {
    "C": {"LANG": "C", "LC_ALL": "C"},
    "GBK console": {"LANG": "zh_CN.GB18030", "LC_ALL": "zh_CN.GB18030", "PYTHONIOENCODING": "gbk"},
    "Kiritimati": {"TZ": "Pacific/Kiritimati"},  # 14 hours before Greenwich
    "New York": {"TZ": "America/New_York"},  # behind it
}
HERE: Mapping[str, str] = {"LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "TZ": "UTC"}


def run_in(book: Path, folder: Path, place: Mapping[str, str]) -> tuple[bytes, str]:
    """Do the main job in a process of that place; return result.json and the standard output."""
    command = [sys.executable, "-m", "houqin", "run", str(book), "--out", str(folder)]
    environment = {name: value for name, value in os.environ.items() if name not in HERE}
    environment.pop("PYTHONIOENCODING", None)
    done = subprocess.run(
        command, check=False, capture_output=True, env={**environment, **HERE, **place}
    )
    assert done.returncode == 1, done.stderr  # the demo has errors to mend
    return (folder / "result.json").read_bytes(), done.stdout.decode("utf-8")


@pytest.fixture(scope="session")
def at_home(demo_book: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, str]:
    return run_in(demo_book, tmp_path_factory.mktemp("home"), HERE)


@pytest.mark.parametrize("place", PLACES)
def test_the_result_is_the_same_everywhere(
    place: str, at_home: tuple[bytes, str], demo_book: Path, tmp_path: Path
) -> None:
    result, told = run_in(demo_book, tmp_path, PLACES[place])

    assert result == at_home[0]
    assert told.splitlines()[0] == at_home[1].splitlines()[0]
