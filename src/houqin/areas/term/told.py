"""What the written summary tells of the goals and shortcomings that the school stated."""

from collections.abc import Iterator

from houqin.areas.term.goals import State, goals_against
from houqin.areas.term.rows import Goal as GoalRow
from houqin.areas.term.rows import Shortcoming as ShortcomingRow
from houqin.areas.term.section import actual, with_unit
from houqin.areas.term.shortcomings import Standing, shortcomings_of
from houqin.book import Book
from houqin.sections import Light
from houqin.sentences import Figures, Goal, Shortcoming

LIGHTS = {State.MET: Light.GREEN, State.NOT_MET: Light.RED}


def goals_told(book: Book, figures: Figures) -> tuple[Goal, ...]:
    """Return the goals of the sheet, each with how far it was reached."""
    if GoalRow not in book:
        return ()
    return tuple(
        Goal(
            each.goal or "",
            with_unit(each) or "",
            str(actual(each.figure) or ""),
            LIGHTS.get(each.state, Light.NONE),
        )
        for each in goals_against(book, figures.values())
        if each.goal
    )


def shortcomings_told(book: Book) -> tuple[Shortcoming, ...]:
    """Return the shortcomings of the sheet that nobody has seen to yet."""
    return tuple(_still_there(book)) if ShortcomingRow in book else ()


def _still_there(book: Book) -> Iterator[Shortcoming]:
    for each in shortcomings_of(book):
        if each.text and each.standing is not Standing.DONE:
            yield Shortcoming(each.text, each.step or "", each.responsible or "", each.due)
