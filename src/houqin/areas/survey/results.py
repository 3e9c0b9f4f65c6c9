"""What came of each question: how many are satisfied, in all, at each campus, and last term."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

from houqin.areas.small_groups import hidden
from houqin.areas.survey.answers import Given, Key, counted, given, of_question, questions
from houqin.areas.survey.rates import Rate, Verdict
from houqin.areas.survey.rows import Question
from houqin.book import Book

TARGET, SMALL_GROUP = "survey.target", "survey.small_group"


@dataclass(frozen=True, slots=True)
class Result:
    """One question of a survey, and what may be shown of its answers."""

    question: Question
    answers: Sequence[Given]
    target: Decimal | None
    comparator: str
    rate: Rate | None  # None where there is no valid answer …
    is_shown: bool  # … or where they are too few to be shown
    by_campus: Mapping[str, Rate]  # those that may be shown
    before: Rate | None  # of the last term

    @property
    def verdict(self) -> Verdict | None:
        """Whether the question meets its target, None where nothing is shown."""
        if self.rate is None or not self.is_shown:
            return None
        return self.rate.verdict(self.target, self.comparator)


@lru_cache(maxsize=2)
def results(book: Book) -> tuple[Result, ...]:
    """Return what came of the questions of the period's surveys, in the order of the sheet."""
    wanted, answers = surveys(book), of_question(book)
    return tuple(
        _result(question, answers[key], book)
        for key, question in questions(book).items()
        if key[0] in wanted
    )


@lru_cache(maxsize=2)
def surveys(book: Book) -> tuple[str, ...]:
    """Return the surveys of the period: those whose last answer by the as-of date lies in it.

    A survey without any date belongs to it, unless another one names it as the earlier one.
    """
    last, earlier = last_days(book), named_as_earlier(book)
    names = dict.fromkeys(survey for survey, _ in questions(book))
    return tuple(
        name
        for name in names
        if (last[name] in book.period if name in last else name not in earlier)
    )


def last_days(book: Book) -> dict[str, date]:
    """Return the last day of each survey on which somebody answered, not after the as-of date."""
    days = ((each.survey, each.day) for each in given(book) if each.survey and each.day)
    return {survey: day for day, survey in sorted((d, s) for s, d in days if d <= book.as_of)}


def named_as_earlier(book: Book) -> frozenset[str]:
    """Return the surveys that others are compared with."""
    named = (question.get("previous") for question in questions(book).values())
    return frozenset(name for name in named if name)


def rate_of(answers: Iterable[Given], population: int | None = None) -> Rate | None:
    """Return the rate of answers, None where none of them counts."""
    valid = counted(answers)
    number = sum(each.count for each in valid)
    if not number:
        return None
    satisfied = sum(each.count for each in valid if each.is_satisfied)
    return Rate(satisfied, number, _possible(population, number))


def rate_before(question: Question, book: Book) -> Rate | None:
    """Return the rate of the last term: of the earlier survey's answers, else as typed."""
    return earlier_answers(question, book) or typed_before(question)


def earlier_answers(question: Question, book: Book) -> Rate | None:
    """Return the rate of the same question in the earlier survey, if it is in this workbook."""
    key = (question.get("previous") or "", question.question)
    earlier = questions(book).get(key)
    if earlier is None:
        return None
    return rate_of(of_question(book)[key], earlier.get("population"))


def typed_before(question: Question) -> Rate | None:
    """Return the rate of the last term as the question's row has it."""
    satisfied, valid = question.get("last_satisfied"), question.get("last_valid")
    if satisfied is None or not valid or satisfied > valid:
        return None
    return Rate(satisfied, valid)


def least_shown(book: Book) -> int:
    """Return how many answers a group must have to be shown."""
    return int(book.settings.number(SMALL_GROUP) or 0)


def received(answers: Iterable[Given]) -> int:
    """Return how many sheets came back: those of one number once, the others as counted.

    Of several questions the one that most people answered tells.
    """
    numbered: set[str] = set()
    others: dict[Key | None, int] = {}
    for each in answers:
        if each.respondent:
            numbered.add(each.respondent)
        else:
            others[each.key] = others.get(each.key, 0) + each.count
    return len(numbered) + max(others.values(), default=0)


def _result(question: Question, answers: Sequence[Given], book: Book) -> Result:
    least, rate = least_shown(book), rate_of(answers, question.get("population"))
    setting = book.settings.find(TARGET)
    own = question.get("target")
    campuses = dict(_by_campus(answers))
    without = _hidden(campuses, least)
    before = rate_before(question, book)
    return Result(
        question,
        answers,
        book.settings.number(TARGET) if own is None else own,
        setting.comparator if setting else "",
        rate,
        rate is not None and rate.valid >= least,
        {where: each for where, each in campuses.items() if where and where not in without},
        before if before and before.valid >= least else None,
    )


def _by_campus(answers: Sequence[Given]) -> Iterator[tuple[str | None, Rate]]:
    """Yield the rate of each campus; how many people belong to it is not known."""
    for where in dict.fromkeys(each.campus for each in answers):
        rate = rate_of(each for each in answers if each.campus == where)
        if rate is not None:
            yield where, rate


def _hidden(rates: Mapping[str | None, Rate], least: int) -> frozenset[str | None]:
    counts = {where: rate.valid for where, rate in rates.items()}
    return hidden(counts, least, frozenset((None,)))


def _possible(population: int | None, number: int) -> int | None:
    """Return a population that is not smaller than the answers; else it says nothing."""
    return population if population is not None and population >= number else None
