"""Copies of the workbook, made before every write, in a folder beside it."""

from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from houqin.port import Desk, DeskError

FOLDER = "后勤备份"
STAMP = "%Y%m%d-%H%M%S"


def folder_of(book: Path) -> Path:
    """Return the folder that holds the backups of a workbook."""
    return book.parent / FOLDER


def back_up(desk: Desk, book: Path, now: datetime) -> Path:
    """Copy the workbook as it stands, unsaved changes too.

    Raises:
        DeskError: the folder cannot be written; then nothing must be written at all.
    """
    path = _free(folder_of(book) / f"{book.stem}_{now:{STAMP}}{book.suffix}")
    try:
        path.parent.mkdir(exist_ok=True)
        desk.save_copy(path)
    except OSError as error:
        raise DeskError(
            f"备份写不进 {path.parent}（{error.strerror}），所以什么都没有写。请检查这个文件夹能不能写。"
            f" / The backup cannot be written to {path.parent} ({error.strerror}), so nothing was written."
        ) from error
    return path


def discard_old(book: Path, now: datetime, days: int) -> None:
    """Remove the backups of a workbook that are older than so many days."""
    for path in folder_of(book).glob(f"{_escaped(book.stem)}_*{book.suffix}"):
        with suppress(ValueError, OSError):
            made = datetime.strptime(path.stem[len(book.stem) + 1 :][:15], STAMP)  # noqa: DTZ007
            if now.replace(tzinfo=None) - made > timedelta(days=days):
                path.unlink()


def _escaped(text: str) -> str:
    return "".join(f"[{letter}]" if letter in "*?[" else letter for letter in text)


def _free(path: Path) -> Path:
    """Return the path, or one beside it that no file has yet."""
    names = (path.with_stem(f"{path.stem}-{count}") if count else path for count in range(1000))
    return next(each for each in names if not each.exists())
