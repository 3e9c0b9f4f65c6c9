"""Which hazards are overdue, due soon, without a deadline or were closed late."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from houqin.areas.safety.deadlines import (
    NextStep,
    Standing,
    bucket,
    days_overdue,
    deadline,
    deadline_field,
    first_deadline,
    if_judged,
    is_urgent,
    next_step,
    standing,
)
from houqin.areas.safety.rows import Hazard
from houqin.book import Book
from houqin.problems import Place

PRESSING = tuple(Standing)  # the order in which hazards are listed


@dataclass(frozen=True, slots=True)
class OverdueHazard:
    """A hazard that somebody must look after, and what is to be done next."""

    number: str | None
    campus: str | None
    place: str | None
    kind: str | None
    description: str | None
    grade: str | None
    responsible: str | None
    found: date | None
    deadline: date | None  # the first one; computed from the grade where none is stated
    extended_to: date | None  # as written, approved or not
    due: date | None  # the one that counts
    finished: date | None
    days: int | None  # calendar days after the deadline, 0 when due today
    days_left: int | None  # to the deadline, for what is due soon
    bucket: str | None
    standing: Standing
    urgent: bool  # due so soon that it cannot wait
    next_step: NextStep
    at: Place  # the cell of the deadline that counts

    @property
    def cell(self) -> str:
        """The cell of the deadline that counts, such as 隐患台账!K12."""
        return str(self.at)

    def facts(self, lang: str = "zh") -> dict[str, object]:
        """Return what contract 9 writes of an overdue hazard, with the place and the days left."""
        return {
            "number": self.number,
            "campus": self.campus,
            "grade": self.grade,
            "responsible": self.responsible,
            "found": self.found,
            "deadline": self.deadline,
            "extended_to": self.extended_to,
            "days": self.days,
            "bucket": self.bucket,
            "class": self.standing.value,
            "next_step": self.next_step.words.of(lang),
            "cell": self.cell,
            "place": self.place,
            "due": self.due,
            "days_left": self.days_left,
            "next_step_on": self.next_step.on,
        }


@dataclass(frozen=True, slots=True)
class Charge:
    """All that one person has to see to."""

    responsible: str | None
    hazards: tuple[OverdueHazard, ...]

    @property
    def counts(self) -> Mapping[Standing, int]:
        """How many hazards of the person stand where."""
        return Counter(hazard.standing for hazard in self.hazards)

    @property
    def ages(self) -> Mapping[str, int]:
        """How many of the person's overdue hazards are how old."""
        return ages(self.hazards)

    @property
    def next_step(self) -> NextStep:
        """What is to be done next about the most pressing of them."""
        return self.hazards[0].next_step


def overdue(book: Book) -> tuple[OverdueHazard, ...]:
    """Return the hazards to look after, the most pressing first; closed late ones of the period."""
    return tuple(sorted(_listed(book), key=_pressing)) if Hazard in book else ()


def by_responsible(hazards: Iterable[OverdueHazard]) -> tuple[Charge, ...]:
    """Return the hazards of each responsible person, whoever has the most pressing first."""
    ordered = sorted(hazards, key=lambda hazard: hazard.responsible or "")
    charges = [
        Charge(person or None, tuple(sorted(theirs, key=_pressing)))
        for person, theirs in groupby(ordered, key=lambda hazard: hazard.responsible or "")
    ]
    return tuple(sorted(charges, key=lambda charge: _pressing(charge.hazards[0])))


def ages(hazards: Iterable[OverdueHazard]) -> Mapping[str, int]:
    """Count the overdue hazards by how long they have been overdue."""
    late = (each for each in hazards if each.standing is Standing.OVERDUE)
    return Counter(each.bucket for each in late if each.bucket)


def _listed(book: Book) -> Iterator[OverdueHazard]:
    for row in book[Hazard]:
        stands = standing(row, book)
        if stands is Standing.CLOSED_LATE and row.get("finished") not in book.period:
            continue
        if stands:
            yield _overdue_hazard(row, book, stands)


def _overdue_hazard(row: Hazard, book: Book, stands: Standing) -> OverdueHazard:
    due = if_judged(deadline, row, book)
    days = days_overdue(due, row.get("finished"), book.as_of)
    soon = stands is Standing.DUE_SOON
    return OverdueHazard(
        **{name: row.get(name) for name in AS_WRITTEN},
        deadline=if_judged(first_deadline, row, book),
        due=due,
        days=days,
        days_left=(due - book.as_of).days if soon and due else None,
        bucket=bucket(days),
        standing=stands,
        urgent=soon and is_urgent(row, book),
        next_step=next_step(row, book),
        at=row.at(deadline_field(row)),
    )


AS_WRITTEN = (
    "number",
    "campus",
    "place",
    "kind",
    "description",
    "grade",
    "responsible",
    "found",
    "extended_to",
    "finished",
)


def _pressing(hazard: OverdueHazard) -> tuple[int, int, date, int]:
    """Return what hazards are put in order by: class, days late, deadline, row."""
    row = hazard.at.row or 0
    place_in_order = PRESSING.index(hazard.standing)
    return (place_in_order, -(hazard.days or 0), hazard.due or date.max, row)
