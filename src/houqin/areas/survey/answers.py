"""The answers as they count: which make up the rates, and why the others are left out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from functools import lru_cache

from houqin.areas.survey.rows import Answer, Question
from houqin.areas.survey.scales import Scale, scale_of
from houqin.book import Book
from houqin.problems import Both
from houqin.rows import NotJudged

Key = tuple[str, str]  # survey, question
NEEDED = ("survey", "question", "group", "answer")


class LeftOut(Enum):
    """Why an answer is not in the rate."""

    UNREAD = Both("有空白或没有读出的单元格", "a cell is blank or could not be read")
    UNKNOWN = Both(
        "题目不在调查题目中，或题目的选项没有读出", "no such question, or no scale of it"
    )
    GROUP = Both("对象与题目不符", "another group than the question's")
    OFF_SCALE = Both("答案不在选项中", "not one of the question's answers")
    AGAIN = Both("同一答卷重复（答案相同，只计一份）", "the same answer again, counted once")
    BOTH_WAYS = Both(
        "同一答卷重复（答案不同，都不计）", "answered twice, differently; neither counts"
    )
    EXCLUDED = Both("选了不计入的选项", "an answer that is left out of rates, such as 不了解")


@dataclass(frozen=True, slots=True)
class Given:
    """What one row of 满意度调查 says."""

    index: int
    survey: str | None
    question: str | None
    group: str | None
    campus: str | None
    day: date | None
    respondent: str | None
    answer: str | None  # one of the scale
    count: int
    comment: str | None
    is_satisfied: bool = False
    left_out: LeftOut | None = None

    @property
    def key(self) -> Key | None:
        """The survey and the question, None where one of them is not known."""
        return (self.survey, self.question) if self.survey and self.question else None


@lru_cache(maxsize=2)
def questions(book: Book) -> Mapping[Key, Question]:
    """Return the questions of all surveys; of two of one number the first."""
    rows = book[Question]
    found: dict[Key, Question] = {}
    for index in rows.judged("survey", "question"):
        row = rows[index]
        found.setdefault((row.survey, row.question), row)
    return found


@lru_cache(maxsize=2)
def scales(book: Book) -> Mapping[Key, Scale]:
    """Return the scales that could be read."""
    found: dict[Key, Scale] = {}
    for key, question in questions(book).items():
        try:
            found[key] = scale_of(question, book)
        except NotJudged:
            continue
    return found


@lru_cache(maxsize=2)
def given(book: Book) -> tuple[Given, ...]:
    """Return all answers, each with what it counts for."""
    rows = book[Answer]
    fields = ("survey", "question", "group", "campus", "date", "respondent", "answer", "comment")
    columns = [rows.column_or_blank(field) for field in fields]
    counts = rows.column_or_blank("count")
    present = [field for field in (*NEEDED, "respondent", "count") if rows.has(field)]
    readable = frozenset(rows.judged(*present))
    asked, known = questions(book), scales(book)
    found = []
    for index, cells in enumerate(zip(*columns, strict=True)):
        survey, question, group, campus, day, respondent, answer, comment = cells
        number = 1 if counts[index] is None else counts[index]
        each = Given(
            index, survey, question, group, campus, day, respondent, answer, number, comment
        )
        found.append(_judged(each, asked, known) if index in readable else _out(each))
    return _told_twice(found)


def _out(each: Given) -> Given:
    return replace(each, left_out=LeftOut.UNREAD)


def _judged(each: Given, asked: Mapping[Key, Question], known: Mapping[Key, Scale]) -> Given:
    """Return an answer as the scale of its question has it."""
    key = each.key
    scale = known.get(key) if key else None
    if key is None or scale is None or each.answer is None:
        return replace(each, left_out=LeftOut.UNKNOWN)
    if asked[key].get("group") not in (None, each.group):
        return replace(each, left_out=LeftOut.GROUP)
    option = scale.read(each.answer)
    if option is None:
        return replace(each, left_out=LeftOut.OFF_SCALE)
    return replace(
        each,
        answer=option,
        is_satisfied=option in scale.satisfied,
        left_out=LeftOut.EXCLUDED if option in scale.excluded else None,
    )


def _told_twice(found: Sequence[Given]) -> tuple[Given, ...]:
    """Leave out what one respondent says again, and both answers where they differ."""
    first: dict[tuple[object, ...], list[Given]] = {}
    for each in found:
        if each.respondent and each.left_out in (None, LeftOut.EXCLUDED):
            first.setdefault((each.respondent, each.key), []).append(each)
    out: dict[int, LeftOut] = {}
    for same in first.values():
        if len({each.answer for each in same}) > 1:
            out |= {each.index: LeftOut.BOTH_WAYS for each in same}
        else:
            out |= {each.index: LeftOut.AGAIN for each in same[1:]}
    return tuple(
        replace(each, left_out=out[each.index]) if each.index in out else each for each in found
    )


def counted(answers: Iterable[Given]) -> list[Given]:
    """Return the answers that the rates are made of."""
    return [each for each in answers if each.left_out is None]


@lru_cache(maxsize=2)
def of_question(book: Book) -> Mapping[Key, list[Given]]:
    """Return the answers of each question that there is."""
    found: dict[Key, list[Given]] = {key: [] for key in questions(book)}
    for each in given(book):
        if each.key in found:
            found[each.key].append(each)
    return found
