"""Two houqins never write the same output at once, and one that was killed stands in nobody's way."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests.trust.commands import COMMANDS, OUT, litter, prepared

from houqin.files import BeingWrittenError, replaced, write_bytes, written_alone

WRITER = """
import sys
from pathlib import Path
from houqin.files import replaced, written_alone
path = Path(sys.argv[1])
with written_alone(path) if path.is_dir() else replaced(path):
    print("writing", flush=True)
    sys.stdin.read()
"""
# Writes the same file many times; complains if another process is within at the same time.
CROWD = """
import os, sys
from pathlib import Path
from houqin.files import BeingWrittenError, replaced
path, written = Path(sys.argv[1]), 0
within = path.with_name("within")
while written < 40:
    try:
        with replaced(path) as unfinished:
            os.close(os.open(within, os.O_CREAT | os.O_EXCL))
            unfinished.write_bytes(sys.argv[2].encode() * 10_000)
            within.unlink()
        written += 1
    except BeingWrittenError:
        pass
"""


def started(code: str, *arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
    )


@contextmanager
def writing(path: Path) -> Iterator[subprocess.Popen[str]]:
    """Have another process in the middle of writing a file, or the files of a folder."""
    process = started(WRITER, path)
    assert process.stdout is not None
    assert process.stdout.readline() == "writing\n"
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


@pytest.mark.parametrize("name", ["run", "check"])
def test_a_second_houqin_that_would_write_the_same_says_so_in_one_sentence(
    tmp_path: Path, demo_book: Path, clean_book: Path, name: str
) -> None:
    prepared(tmp_path, demo_book, clean_book)
    command = COMMANDS[name]
    target = tmp_path / OUT if name == "run" else tmp_path / command.writes

    with writing(target) as other:
        exit_code, said = command.ended(tmp_path)

        assert (exit_code, len(said.splitlines())) == (2, 1)
        assert f"另一个 houqin（进程 {other.pid}）正在写" in said
        assert not (tmp_path / command.writes).exists()
    assert command.ended(tmp_path) == (1, "")


def test_the_lock_of_a_process_that_was_killed_is_taken_over_and_its_litter_removed(
    tmp_path: Path,
) -> None:
    path = tmp_path / "a.xlsx"
    with writing(path) as other:
        other.send_signal(signal.SIGKILL)
        other.wait()
        assert len(litter(tmp_path)) == 2

        write_bytes(path, b"new")

    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("a.xlsx", b"new")]


def test_the_unfinished_file_of_another_target_is_left_alone(tmp_path: Path) -> None:
    with replaced(tmp_path / "b.xlsx") as unfinished:
        write_bytes(tmp_path / "a.xlsx", b"1")

        assert unfinished.exists()


def test_a_file_being_written_is_refused_within_one_process_too(tmp_path: Path) -> None:
    with replaced(tmp_path / "a.xlsx"), pytest.raises(BeingWrittenError):
        write_bytes(tmp_path / "a.xlsx", b"1")


def test_the_files_of_a_folder_can_be_written_while_their_set_is_locked(tmp_path: Path) -> None:
    with written_alone(tmp_path):
        write_bytes(tmp_path / "a.xlsx", b"1")

    assert [each.name for each in tmp_path.iterdir()] == ["a.xlsx"]


def test_of_a_crowd_of_writers_only_one_is_within_at_a_time(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    crowd = [started(CROWD, path, letter) for letter in "abcd"]

    said = [process.communicate(timeout=120)[1] for process in crowd]

    assert [process.returncode for process in crowd] == [0] * 4, said
    assert path.read_text() in {letter * 10_000 for letter in "abcd"}
    assert litter(tmp_path) == []
