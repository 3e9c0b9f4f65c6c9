"""Killed at any moment: what was read is untouched, what is written is whole or absent, and the next run tidies up."""

import os
import random
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.effort import IS_LONG
from tests.trust.commands import (
    COMMANDS,
    OUT,
    READ,
    Command,
    finished,
    hashes,
    litter,
    prepared,
    torn,
)

MOMENTS = 34 if IS_LONG else 4  # for each of the six commands
LONGEST = 60.0  # seconds, until a process counts as hanging


def kill(process: subprocess.Popen[str]) -> None:
    """Kill a process and those that it started."""
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()


def wait_for_writing(process: subprocess.Popen[str], folder: Path) -> None:
    """Wait until there is an unfinished file, or the process has ended."""
    started = time.monotonic()
    while process.poll() is None and not list(folder.glob(".~*-*")):
        assert time.monotonic() - started < LONGEST
        time.sleep(0.0005)


def killed(command: Command, folder: Path, chance: random.Random, usual: float) -> None:
    """Kill a command, every other time just after it began to write."""
    process = command.start(folder)
    if chance.random() < 0.5:
        wait_for_writing(process, folder / OUT)
        time.sleep(chance.choice((0, 0.001, 0.01, 0.1)))
    else:
        time.sleep(chance.uniform(0, usual))
    kill(process)


@pytest.fixture
def place(tmp_path: Path, demo_book: Path, clean_book: Path) -> Iterator[Path]:
    """A folder with two terms, which must be there unchanged at the end."""
    before = prepared(tmp_path, demo_book, clean_book)
    yield tmp_path
    assert hashes(tmp_path / READ) == before


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_that_is_killed_leaves_whole_files_and_no_litter_after_the_next_run(
    place: Path, name: str
) -> None:
    command, chance = COMMANDS[name], random.Random(name)  # noqa: S311 - the same at every run
    started = time.monotonic()
    assert command.ended(place)[0] in (0, 1)
    usual = time.monotonic() - started

    for _ in range(MOMENTS):
        killed(command, place, chance, usual)
        assert torn(place / OUT) == []
    (place / command.writes).unlink()
    exit_code, said = command.ended(place)

    assert (exit_code in (0, 1), torn(place / OUT)) == (True, []), said
    assert (place / command.writes).exists()
    assert litter(place) == []


def test_what_a_killed_run_leaves_is_found_by_the_next(place: Path) -> None:
    """Killed in the middle of writing there is litter; else the test above would prove nothing."""
    process = COMMANDS["check"].start(place)
    wait_for_writing(process, place / OUT)
    kill(process)

    assert len(litter(place / OUT)) == 2  # the unfinished file and the lock
    assert list(finished(place / OUT)) == []
    assert COMMANDS["check"].ended(place)[0] == 1
    assert litter(place / OUT) == []
