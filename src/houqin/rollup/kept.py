"""What earlier runs found out, by the content of the files: what has not changed is not read again."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from houqin import __version__
from houqin.files import write_text
from houqin.result import Options
from houqin.rollup.school import SchoolBook


class Kept:
    """A file of lines beside the report, one for each workbook.

    Lines are added as schools are done, so that a run that was stopped goes on where it was.
    What another version of houqin wrote, or one with other options, does not count.
    """

    def __init__(self, path: Path, options: Options, today: str) -> None:
        day = options.as_of or today  # without one the clock decides
        self._head = f"houqin {__version__} {day} {options.period} {options.lang}".strip()
        self._path = path
        self._books = dict(self._read())

    def get(self, hash_: str) -> SchoolBook | None:
        """Return what a content came to before."""
        return self._books.get(hash_) if hash_ else None

    def add(self, book: SchoolBook) -> None:
        """Keep one more, on the disk as well; a fault of houqin's own is tried again."""
        if book.hash and not book.faults:
            self._books[book.hash] = book
            new = not self._path.exists() or not self._path.stat().st_size
            with suppress(OSError), self._path.open("a", encoding="utf-8") as lines:
                lines.write(f"{self._head}\n" if new else "")
                lines.write(f"{book.text()}\n")

    def start_anew(self) -> None:
        """Leave only what still counts."""
        lines = (each.text() for each in self._books.values())
        write_text(self._path, "\n".join((self._head, *lines)) + "\n")

    def _read(self) -> Iterator[tuple[str, SchoolBook]]:
        try:
            head, *lines = self._path.read_text("utf-8").splitlines() or [""]
        except (OSError, UnicodeDecodeError):
            return
        for line in lines if head == self._head else ():
            with suppress(ValueError):  # a line that was cut off
                book = SchoolBook.of_text(line)
                yield book.hash, book
