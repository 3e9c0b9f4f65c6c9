"""What the next term is compared with: the figures of this term's questions."""

from collections.abc import Iterator
from dataclasses import dataclass

from houqin.areas.survey.results import results
from houqin.book import Book


@dataclass(frozen=True, slots=True)
class Carried:
    """What a question of the new term has of this one, in 上期满意份数 and 上期有效份数."""

    survey: str
    question: str
    last_satisfied: int
    last_valid: int


def carried(book: Book) -> Iterator[Carried]:
    """Yield the figures of the period's questions, those that were answered."""
    for each in results(book):
        if each.rate is not None:
            row = each.question
            yield Carried(row.survey, row.question, each.rate.satisfied, each.rate.valid)
