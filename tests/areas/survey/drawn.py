"""Surveys drawn as text, in which only what matters need be said."""

from collections.abc import Mapping, Sequence
from typing import Any

from tests.areas.drawn import book_of
from tests.areas.safety.drawn import drawn_as, settings

from houqin.areas.survey.section import section
from houqin.book import Book
from houqin.problems import Both
from houqin.sections import Figure, Section, SectionTable

CAMPUSES = drawn_as([["校区", "校区"], ["2", "本部"], ["3", "东园"]])
QUESTION = {
    "调查批次": "午餐",
    "题号": "1",
    "题目": "口味",
    "选项": "满意、一般、不满意、不了解",
    "计为满意": "满意",
    "不计入": "不了解",
    "对象": "学生",
}
ANSWER = {
    "调查批次": "午餐",
    "日期": "2020-06-08",
    "对象": "学生",
    "校区": "本部",
    "题号": "1",
    "选项": "满意",
}
Row = Mapping[str, str]
Stated = tuple[str, str, str]  # code, value, unit


def survey(questions: Sequence[Row], answers: Sequence[Row], *stated: Stated) -> Book:
    """Return the book of a survey; what a row does not say is ordinary."""
    return book_of(drawn(questions, answers) + (settings(*stated) if stated else ""))


def drawn(questions: Sequence[Row], answers: Sequence[Row]) -> str:
    return "".join(
        (CAMPUSES, _sheet("调查题目", QUESTION, questions), _sheet("满意度调查", ANSWER, answers))
    )


def counted(answer: str, count: int, **more: str) -> dict[str, str]:
    return {"选项": answer, "份数": str(count), **more}


def figure(book: Book, key: str) -> Figure:
    return next(each for each in part(book).figures if each.key == f"survey.{key}")


def rows_of(book: Book, key: str) -> list[tuple[Any, ...]]:
    """Return the rows of a table, its words in Chinese."""
    found: SectionTable = next(each for each in part(book).tables if each.key == f"survey_{key}")
    return [tuple(v.zh if isinstance(v, Both) else v for v in row) for row in found.rows]


def part(book: Book) -> Section:
    found = section(book)
    assert found is not None
    return found


def _sheet(title: str, ordinary: Row, rows: Sequence[Row]) -> str:
    others = dict.fromkeys(heading for row in rows for heading in row if heading not in ordinary)
    headings = [*ordinary, *others]
    lines = [[title, *headings]]
    for number, row in enumerate(rows, 2):
        cells = {**ordinary, **row}
        lines.append([str(number), *(cells.get(heading, "") for heading in headings)])
    return drawn_as(lines)
