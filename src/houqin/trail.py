"""The trail: one plain line for every run, write, acceptance and mail, in a text file of the user's.

A line holds when, by which door, what, on which workbook, how many, and how it ended;
never what a cell holds.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from houqin.data_folder import data_folder

CLI, BUTTON = "cli", "button"  # the doors
DONE = "done"
LARGEST, FORMER = 1_000_000, 3  # bytes of the file, and how many full ones are kept
BETWEEN = " | "  # no file's name on Windows holds it


@dataclass(slots=True)
class Entry:
    """One thing that was done, as far as it has come."""

    at: datetime
    door: str
    action: str = ""
    book: str = ""
    counts: dict[str, int] = field(default_factory=dict)
    end: str = DONE

    @property
    def line(self) -> str:
        """Return the line of the trail, which is one line whatever a file is called."""
        counts = ", ".join(f"{name} {number}" for name, number in self.counts.items())
        parts = (f"{self.at:%Y-%m-%d %H:%M:%S}", self.door, self.action, self.book, counts)
        return BETWEEN.join(_plain(part) or "-" for part in (*parts, self.end))


_NOW: ContextVar[Entry | None] = ContextVar("houqin_trail", default=None)


@contextmanager
def trailed(entry: Entry) -> Iterator[Entry]:
    """Keep a line of what is done meanwhile, however it ends; without an action there is none."""
    token = _NOW.set(entry)
    try:
        yield entry
    except BaseException as stopped:
        entry.end = _end_of(stopped)
        raise
    finally:
        _NOW.reset(token)
        if entry.action:
            keep(entry.line)


def about(book: str) -> None:
    """Say which workbook it is about; the first that is named counts."""
    entry = _NOW.get()
    if entry is not None and not entry.book:
        entry.book = book


def note(**counts: int) -> None:
    """Say how many; nothing where nobody keeps a trail."""
    entry = _NOW.get()
    if entry is not None:
        entry.counts.update(counts)


def trail_file() -> Path:
    """Return where the trail stands."""
    return data_folder(os.environ) / "trail.txt"


def keep(line: str) -> None:
    """Add a line to the trail; that it cannot be written never stops the work."""
    path = trail_file()
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        _make_room(path)
        with path.open("a", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
            file.write(f"{line}\n")


def can_be_kept() -> bool:
    """Tell whether the trail can be written."""
    path = trail_file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.open("a").close()
    except OSError:
        return False
    return True


def _make_room(path: Path) -> None:
    """Put a full file aside, and drop the oldest; one that another program holds grows on."""
    if not path.exists() or path.stat().st_size < LARGEST:
        return
    files = [path, *(path.with_stem(f"{path.stem}.{number}") for number in range(1, FORMER + 1))]
    with suppress(OSError):
        for older, newer in zip(files[:0:-1], files[-2::-1], strict=True):
            if newer.exists():
                newer.replace(older)


def _plain(text: str) -> str:
    return "".join(letter if letter.isprintable() else " " for letter in text).strip()


def _end_of(stopped: BaseException) -> str:
    code = getattr(stopped, "exit_code", None)
    return type(stopped).__name__ if code is None else f"exit {code}"
