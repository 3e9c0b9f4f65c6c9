"""What people wrote: without the number of their sheet, and without what would tell who they are."""

from dataclasses import dataclass
from functools import lru_cache

from houqin.areas.survey.answers import Given, LeftOut, given
from houqin.areas.survey.results import Result, results, surveys
from houqin.book import Book


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment; what is blank is not told."""

    survey: str
    question: str
    group: str
    campus: str
    text: str


@lru_cache(maxsize=2)
def comments(book: Book) -> tuple[Comment, ...]:
    """Return the comments to the surveys of the period, in no order that tells who wrote them."""
    wanted = surveys(book)
    asked = {(each.question.survey, each.question.question): each for each in results(book)}
    found = [
        _comment(each, asked.get(each.key) if each.key else None)
        for each in given(book)
        if each.comment and each.survey in wanted and each.left_out is not LeftOut.AGAIN
    ]
    order = {name: index for index, name in enumerate(wanted)}
    return tuple(
        sorted(found, key=lambda c: (order[c.survey], c.question, c.group, c.campus, c.text))
    )


def _comment(each: Given, result: Result | None) -> Comment:
    """Tell the question only where it is shown, the campus only where that is."""
    survey, text = each.survey or "", each.comment or ""
    if result is None or not result.is_shown:
        return Comment(survey, "", "", "", text)
    tells_campus = each.campus in result.by_campus
    question, group = result.question.question, result.question.get("group") or ""
    return Comment(survey, question, group, each.campus or "" if tells_campus else "", text)
