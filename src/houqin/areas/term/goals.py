"""Goals set against the figures of the summary."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from houqin.areas.term.named_figures import by_name, find
from houqin.areas.term.rows import Goal
from houqin.areas.term.targets import COMPARED, target_of, unit_fits
from houqin.book import Book
from houqin.problems import Both
from houqin.sections import Figure


class State(Enum):
    """Whether a goal was reached."""

    MET = Both("达到", "met")
    NOT_MET = Both("未达到", "not met")
    CANNOT_TELL = Both("无法对照", "cannot be told")


@dataclass(frozen=True, slots=True)
class GoalResult:
    """One goal, the figure that tells of it, and whether it was reached."""

    number: str | None
    goal: str | None
    measure: str | None
    target: str | None  # as it is written
    unit: str | None
    figure: Figure | None
    state: State


def goals_against(book: Book, figures: Iterable[Figure]) -> tuple[GoalResult, ...]:
    """Return each goal of the term, set against the figure that it names."""
    named = by_name(figures)
    return tuple(
        _result(row, find(measure, named).figure if (measure := row.get("measure")) else None, book)
        for row in book[Goal]
    )


def _result(row: Goal, figure: Figure | None, book: Book) -> GoalResult:
    return GoalResult(
        row.get("number"),
        row.get("goal"),
        row.get("measure"),
        row.get("target"),
        row.get("unit"),
        figure,
        _state(row, figure, book),
    )


def _state(row: Goal, figure: Figure | None, book: Book) -> State:
    if figure is None or figure.unit not in COMPARED or not unit_fits(row, figure):
        return State.CANNOT_TELL
    target = target_of(row, figure, book)
    is_met = target.is_met(figure.total) if target else None
    if is_met is None:
        return State.CANNOT_TELL
    return State.MET if is_met else State.NOT_MET
