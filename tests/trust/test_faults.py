"""A disk that fails at any step, is full, may not be written, or has odd paths: one sentence, nothing lost."""

import errno
import os
from pathlib import Path
from typing import Any

import pytest
from tests.trust.commands import (
    COMMANDS,
    ON_A_FULL_DISK,
    OUT,
    READ,
    Command,
    finished,
    hashes,
    litter,
    prepared,
    torn,
)

from houqin.files import CannotWriteError, write_bytes

STEPS = {
    "the lock": ("os.open", OSError(errno.EACCES, "Permission denied")),
    "the new file": ("tempfile.mkstemp", OSError(errno.ENOSPC, "No space left on device")),
    "its content": ("pathlib.Path.write_bytes", OSError(errno.ENOSPC, "No space left on device")),
    "the way to the disk": ("os.fsync", OSError(errno.EIO, "Input/output error")),
    "its rights": ("pathlib.Path.chmod", OSError(errno.EPERM, "Operation not permitted")),
    "its place": ("pathlib.Path.replace", OSError(errno.EBUSY, "Device or resource busy")),
}


def sentences(said: str) -> list[str]:
    return [line for line in said.splitlines() if line.strip()]


@pytest.mark.parametrize("step", STEPS)
def test_a_step_that_fails_is_one_sentence_and_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"old")
    function, error = STEPS[step]

    def fail(*_: Any, **__: Any) -> None:
        raise error

    with monkeypatch.context() as broken:
        broken.setattr(function, fail)
        with pytest.raises(CannotWriteError, match=f"写不了 .*（{error.strerror}）"):
            write_bytes(path, b"new")

    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("a.xlsx", b"old")]


def test_the_new_file_is_on_the_disk_before_it_takes_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps, sync, replace = list[str](), os.fsync, Path.replace

    def synced(descriptor: int) -> None:
        steps.append(f"fsync of {os.fstat(descriptor).st_size} bytes")
        sync(descriptor)

    def took(path: Path, target: Path) -> Path:
        steps.append(f"replace {target.name}")
        return replace(path, target)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(Path, "replace", took)

    write_bytes(tmp_path / "a.xlsx", b"12345")

    assert steps == ["fsync of 5 bytes", "replace a.xlsx"]


@pytest.mark.parametrize("room", [10, 4_096])
@pytest.mark.parametrize("name", COMMANDS)
def test_a_full_disk_is_one_sentence(
    tmp_path: Path, demo_book: Path, clean_book: Path, name: str, room: int
) -> None:
    before = prepared(tmp_path, demo_book, clean_book)

    exit_code, said = COMMANDS[name].ended(tmp_path, "-c", ON_A_FULL_DISK, str(room))

    assert (exit_code, len(sentences(said))) == (2, 1), said
    assert "写不了" in said
    assert not (tmp_path / COMMANDS[name].writes).exists()
    assert (torn(tmp_path / OUT), litter(tmp_path)) == ([], [])
    assert hashes(tmp_path / READ) == before


@pytest.mark.parametrize("name", COMMANDS)
def test_a_folder_that_may_not_be_written_is_one_sentence(
    tmp_path: Path, demo_book: Path, clean_book: Path, name: str
) -> None:
    """Nobody, not even root, makes files in /proc."""
    prepared(tmp_path, demo_book, clean_book)
    arguments = tuple(each.replace(OUT, "/proc") for each in COMMANDS[name].arguments)

    exit_code, said = Command(arguments, "").ended(tmp_path)

    assert (exit_code, len(sentences(said))) == (2, 1), said
    assert "写不了 /proc" in said


@pytest.mark.parametrize(
    "folder", ["春 季/(1) 学期 'A' & B", "/".join(["很长的文件夹名" * 5] * 3), "很" * 80]
)
@pytest.mark.parametrize("name", ["run", "check"])
def test_any_path_will_do(
    tmp_path: Path, demo_book: Path, clean_book: Path, name: str, folder: str
) -> None:
    place = tmp_path / folder
    place.mkdir(parents=True)
    before = prepared(place, demo_book, clean_book)

    exit_code, said = COMMANDS[name].ended(place)

    assert (exit_code, sentences(said)) == (1, [])
    assert len(list(finished(place / OUT))) == (5 if name == "run" else 1)
    assert (torn(place / OUT), litter(place), hashes(place / READ)) == ([], [], before)


def test_a_name_as_long_as_names_can_be_is_written(tmp_path: Path) -> None:
    path = tmp_path / f"{'名' * 83}.xlsx"  # 254 bytes of 255

    write_bytes(path, b"1")

    assert path.read_bytes() == b"1"


def test_a_name_that_is_too_long_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(CannotWriteError, match=r"写不了 .*（File name too long）"):
        write_bytes(tmp_path / f"{'名' * 84}.xlsx", b"1")

    assert list(tmp_path.iterdir()) == []
