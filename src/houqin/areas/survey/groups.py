"""What came of each survey, one group of people at a time."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from houqin.areas.measures import share
from houqin.areas.survey.answers import Given, LeftOut, given, questions
from houqin.areas.survey.rates import Rate, pooled, together
from houqin.areas.survey.results import Result, received, results, surveys
from houqin.book import Book

Who = tuple[str, str]  # survey, group


@dataclass(frozen=True, slots=True)
class GroupResult:
    """One group of people in one survey."""

    survey: str
    group: str
    questions: Sequence[Result]

    @property
    def rate(self) -> Rate | None:
        """The rate of all answers to the questions that may be shown."""
        return pooled_of(self.questions)

    @property
    def asked(self) -> int | None:
        """How many sheets were given out, None where it is not said."""
        numbers = [each.question.get("asked") for each in self.questions]
        return max((number for number in numbers if number), default=None)

    @property
    def received(self) -> int:
        """How many sheets came back."""
        return received(each for result in self.questions for each in result.answers)

    @property
    def return_rate(self) -> Decimal | None:
        """The sheets that came back of those given out."""
        return share(self.received, self.asked or 0)


def groups(book: Book) -> tuple[GroupResult, ...]:
    """Return the groups of the period's surveys, in the order of their questions."""
    found: dict[Who, list[Result]] = {}
    for each in results(book):
        group = each.question.get("group")
        if group:
            found.setdefault((each.question.survey, group), []).append(each)
    return tuple(GroupResult(*who, each) for who, each in found.items())


def pooled_of(questions: Iterable[Result]) -> Rate | None:
    """Return the rate of the questions that may be shown, taken together."""
    return pooled(each.rate for each in questions if each.rate and each.is_shown)


def total(found: Iterable[GroupResult]) -> Rate | None:
    """Return the rate of all groups together."""
    return together(rate for each in found if (rate := each.rate))


def at_campus(campus: str, found: Iterable[GroupResult]) -> Rate | None:
    """Return the rate of all groups at one campus, of the questions that may be shown there."""
    rates = (pooled(_shown_at(campus, each.questions)) for each in found)
    return together(rate for rate in rates if rate)


def _shown_at(campus: str, questions: Iterable[Result]) -> list[Rate]:
    return [each.by_campus[campus] for each in questions if campus in each.by_campus]


def answers_by_survey(book: Book) -> dict[str, list[Given]]:
    """Return the answers of each survey of the period; those of no known one under a blank name."""
    known = {survey for survey, _ in questions(book)}
    found: dict[str, list[Given]] = {name: [] for name in (*surveys(book), "")}
    for each in given(book):
        name = each.survey if each.survey in known else ""
        if name in found:
            found[name or ""].append(each)
    return found


def left_out(answers: Iterable[Given]) -> Counter[LeftOut]:
    """Return how many answers are in no rate, by the reason."""
    found = Counter[LeftOut]()
    for each in answers:
        if each.left_out is not None:
            found[each.left_out] += each.count
    return found
