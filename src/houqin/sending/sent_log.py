"""What was sent to whom, so that nothing is sent twice unasked."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO

from houqin.errors import HouqinError
from houqin.files import CannotWriteError
from houqin.trail import BETWEEN

_PARTS = 5


class Fate(StrEnum):
    """How far a mail has come on its way to one recipient."""

    BEGUN = "begun"  # the server is being given it; a line that stays so says that nobody knows
    SENT = "sent"
    REFUSED = "refused"  # after it was begun: so that it never left
    NOT_TRIED = "not tried"


@dataclass(frozen=True, slots=True)
class Known:
    """The last that is known of one content and one recipient."""

    fate: Fate
    at: str


@dataclass(frozen=True, slots=True)
class SentLog:
    """A text file with a line for every step: when, how far, which content, to whom, called what."""

    path: Path

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Keep others from sending meanwhile.

        Raises:
            HouqinError: another houqin is sending.
            CannotWriteError: the folder cannot be written.
        """
        lock = self.path.with_suffix(".lock")
        try:
            lock.parent.mkdir(parents=True, exist_ok=True)
            lock.open("x").close()
        except FileExistsError as held:
            raise HouqinError(
                f"另一个 houqin 正在发送，请等它结束；如果没有，请删除 {lock} 后再试。"
                f" / Another houqin is sending; wait for it, or delete {lock} if there is none."
            ) from held
        except OSError as error:
            raise CannotWriteError(lock, error) from error
        try:
            yield
        finally:
            lock.unlink(missing_ok=True)

    def known(self, content: str, recipient: str) -> Known | None:
        """Return what became of a content on its way to a recipient, None where it never left.

        Raises:
            HouqinError: the file is there and cannot be read.
        """
        known = before = None
        for at, fate, hash_, to, _ in self._lines():
            if (hash_, to) != (content, recipient):
                continue
            if fate == Fate.BEGUN:
                before, known = known, Known(Fate.BEGUN, at)
            elif fate == Fate.REFUSED:
                known = before
            elif fate == Fate.SENT:
                known = Known(Fate.SENT, at)
        return known

    def add(self, now: datetime, fate: Fate, content: str, recipient: str, name: str) -> None:
        """Add a line, on the disk before anything else happens.

        Raises:
            CannotWriteError: it cannot be written.
        """
        shown = "".join(letter if letter.isprintable() else " " for letter in name)
        line = BETWEEN.join((f"{now:%Y-%m-%d %H:%M:%S}", fate, content, recipient, shown))
        try:
            with self.path.open("a+b") as file:
                file.write(_ending(file) + line.encode("utf-8", "backslashreplace") + b"\n")
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise CannotWriteError(self.path, error) from error

    def _lines(self) -> Iterator[list[str]]:
        try:
            text = self.path.read_text("utf-8", errors="replace")
        except FileNotFoundError:
            return
        except OSError as error:
            raise HouqinError(
                f"发送记录 {self.path} 读不了，不能确定发过什么，没有发送。请检查这个文件。"
                f" / The log {self.path} cannot be read, so nothing was sent; look at that file."
            ) from error
        for line in text.splitlines():
            parts = line.split(BETWEEN, _PARTS - 1)
            if len(parts) == _PARTS:
                yield parts


def _ending(file: BinaryIO) -> bytes:
    """Return what ends a last line that was cut off."""
    if not file.seek(0, os.SEEK_END):
        return b""
    file.seek(-1, os.SEEK_END)
    return b"" if file.read(1) == b"\n" else b"\n"
