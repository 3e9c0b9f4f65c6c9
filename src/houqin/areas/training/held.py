"""Trainings and drills that were held, and who took part in them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from houqin.areas.training.rows import Training
from houqin.book import Book
from houqin.cells.text import fold

TRAINING, DRILL = "培训", "演练"
EVERYBODY = "全员对象"  # the list of the words for everybody


@dataclass(frozen=True, slots=True)
class Held:
    """One training or drill; None is what nobody can read, and so may be anything."""

    row: int
    day: date | None
    campus: str | None
    kind: str | None
    topic: str | None
    present: int | None
    expected: int | None
    attendees: tuple[str, ...] | None
    is_sure: bool  # who took part could be read, or is left blank

    def may_be(self, kind: str, topic: str, campus: str | None) -> bool:
        """Tell whether this is of a kind and about a topic, at a campus if one is asked for."""
        return (
            self.kind in {None, kind}
            and (self.topic is None or is_about(self.topic, topic))
            and (campus is None or self.campus in {None, campus})
        )

    @property
    def is_known(self) -> bool:
        """Tell whether all that is asked of it could be read."""
        return None not in {self.day, self.campus, self.kind, self.topic}

    def is_within(self, start: date, end: date) -> bool:
        """Tell whether it was, or may have been, held in these days."""
        return self.day is None or start <= self.day <= end


@lru_cache(maxsize=1)
def held(book: Book) -> tuple[Held, ...]:
    """Return every training and drill on record; one of a day to come counts as in doubt."""
    if Training not in book:
        return ()
    return tuple(_held(index, row, book) for index, row in enumerate(book[Training]))


def _held(index: int, row: Training, book: Book) -> Held:
    day = row.get("date")
    return Held(
        row=index,
        day=day if day is not None and day <= book.as_of else None,
        campus=row.get("campus"),
        kind=row.get("kind"),
        topic=row.get("topic"),
        present=row.get("present"),
        expected=row.get("expected"),
        attendees=row.get("attendees"),
        is_sure=index not in book[Training].unjudged.get("attendees", ()),
    )


def between(
    book: Book, kind: str, topic: str, campus: str | None, days: tuple[date, date]
) -> Iterator[Held]:
    """Yield what was, or may have been, held of a kind and topic in these days."""
    return (e for e in held(book) if e.may_be(kind, topic, campus) and e.is_within(*days))


def is_about(topic: str, wanted: str) -> bool:
    """Tell whether a topic is the one wanted, perhaps in more words: 消防疏散演练, 疏散演练."""
    return _plain(wanted) in _plain(topic)


def _plain(text: str) -> str:
    return fold(text).replace(" ", "")


def is_everybody(word: str, book: Book) -> bool:
    """Tell whether a word stands for everybody."""
    vocabulary = book.vocabularies.get(EVERYBODY)
    return vocabulary is not None and vocabulary.meaning(word) is not None
