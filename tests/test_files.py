"""A file appears whole or not at all, and nothing is left lying beside it."""

import os
import stat
from contextlib import nullcontext
from pathlib import Path

import pytest

from houqin.errors import HouqinError
from houqin.files import CannotWriteError, replaced, spare, write_bytes, write_text


def in_folder(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in folder.iterdir()}


def half_written(path: Path, error: BaseException) -> None:
    with replaced(path) as unfinished:
        unfinished.write_text("half", "utf-8")
        raise error


def test_a_file_is_written_in_utf_8_and_folders_are_made_for_it(tmp_path: Path) -> None:
    path = tmp_path / "二〇二〇年 春" / "结果" / "a.json"

    write_text(path, "口罩\n")

    assert path.read_bytes() == b"\xe5\x8f\xa3\xe7\xbd\xa9\n"
    assert [each.name for each in path.parent.iterdir()] == ["a.json"]


def test_a_file_that_is_there_is_replaced(tmp_path: Path) -> None:
    write_text(tmp_path / "a.txt", "a long text of old")

    write_text(tmp_path / "a.txt", "new")

    assert in_folder(tmp_path) == {"a.txt": "new"}


@pytest.mark.parametrize("before", [{}, {"a.txt": "old"}])
@pytest.mark.parametrize("error", [KeyError("half way"), KeyboardInterrupt()])
def test_what_fails_half_way_leaves_everything_as_it_was(
    tmp_path: Path, before: dict[str, str], error: BaseException
) -> None:
    for name, text in before.items():
        (tmp_path / name).write_text(text, "utf-8")

    with pytest.raises(type(error)):
        half_written(tmp_path / "a.txt", error)

    assert in_folder(tmp_path) == before


def test_a_full_disk_is_one_sentence_and_leaves_everything_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("old", "utf-8")

    with pytest.raises(CannotWriteError, match=r"写不了 .*a\.txt（No space left on device）"):
        half_written(tmp_path / "a.txt", OSError(28, "No space left on device"))

    assert in_folder(tmp_path) == {"a.txt": "old"}


def test_a_place_that_a_folder_takes_is_one_sentence_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").mkdir()

    with pytest.raises(CannotWriteError, match="写不了"):
        write_bytes(tmp_path / "a.txt", b"1")

    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_a_folder_that_a_file_takes_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("mine", "utf-8")

    with pytest.raises(CannotWriteError, match="写不了"):
        write_bytes(tmp_path / "a" / "b.txt", b"1")

    assert in_folder(tmp_path) == {"a": "mine"}


def test_a_folder_that_may_not_be_written_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(**where: object) -> tuple[int, str]:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("houqin.files.tempfile.mkstemp", refuse)

    with pytest.raises(CannotWriteError) as stopped:
        write_bytes(tmp_path / "a.txt", b"1")

    path = tmp_path / "a.txt"
    assert str(stopped.value) == (
        f"写不了 {path}（Permission denied）。请关闭已打开的同名文件，或换一个能写的文件夹。"
        f" / {path} cannot be written (Permission denied)."
        " Close the file if it is open, or choose another folder."
    )


def test_an_error_without_words_is_named_by_its_kind(tmp_path: Path) -> None:
    assert "（PermissionError）" in str(CannotWriteError(tmp_path, PermissionError()))


def test_the_unfinished_file_lies_hidden_beside_it_and_ends_alike(tmp_path: Path) -> None:
    with replaced(tmp_path / "a.xlsx") as unfinished:
        assert unfinished.parent == tmp_path
        assert unfinished.name.startswith(".~")
        assert unfinished.suffix == ".xlsx"


def test_the_file_is_on_the_disk_before_it_takes_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text("old", "utf-8")
    before = list[str]()
    real = os.fsync

    def sync(file: int) -> None:
        before.append((tmp_path / "a.txt").read_text("utf-8"))
        real(file)

    monkeypatch.setattr(os, "fsync", sync)

    write_text(tmp_path / "a.txt", "new")

    assert before == ["old"]


@pytest.mark.parametrize(
    ("read", "written", "refused"),
    [("a.xlsx", "a.xlsx", True), ("甲/../a.xlsx", "a.xlsx", True), ("a.xlsx", "b.xlsx", False)],
)
def test_what_was_read_is_never_written_over(
    tmp_path: Path, read: str, written: str, refused: bool
) -> None:
    (tmp_path / "甲").mkdir()
    stopped = pytest.raises(HouqinError, match=r"a\.xlsx 就是读进来的文件，不能覆盖")

    with stopped if refused else nullcontext():
        spare(tmp_path / read, tmp_path / written)


@pytest.mark.skipif(os.name != "posix", reason="only there has a file such rights")
@pytest.mark.parametrize(("mask", "rights"), [(0o022, 0o644), (0o077, 0o600)])
def test_colleagues_may_read_the_file_if_they_may_read_any(
    tmp_path: Path, mask: int, rights: int
) -> None:
    before = os.umask(mask)
    try:
        write_bytes(tmp_path / "a.txt", b"1")

        assert stat.S_IMODE((tmp_path / "a.txt").stat().st_mode) == rights
        assert os.umask(mask) == mask
    finally:
        os.umask(before)
