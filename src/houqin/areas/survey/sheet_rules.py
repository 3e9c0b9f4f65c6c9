"""The rules of one person's sheet of answers: whose it is, and what stands on it."""

from collections.abc import Iterator
from typing import Any

from houqin.areas.survey.answers import Given, LeftOut, given
from houqin.areas.survey.rows import Answer, Question
from houqin.book import Book
from houqin.problems import Hit, Severity
from houqin.rules import Rule, book_rule, row_rule

STRAIGHT = "survey.straight_questions"
BOTH = (Question, Answer)
ONE_SHEET = "一人一份答卷，一题一个答案"


@book_rule(
    "SVY-14",
    "一份答卷一题只答一次",
    needs=BOTH,
    zh=("答卷 {value} 的这道题在第 {row} 行已有答案“{answer}”", "请删去多余的一行，或改正答卷编号"),
    en=(
        "row {row} has the answer {answer} of sheet {value} to this question already",
        "delete one of the two, or correct the number of the sheet",
    ),
    source=ONE_SHEET,
)
def answers_once(book: Book) -> Iterator[Hit]:
    """Nobody answers a question twice."""
    rows, first = book[Answer], dict[object, Given]()
    for each in given(book) if rows.has("respondent") else ():
        if each.respondent and each.key and each.left_out is not LeftOut.UNREAD:
            other = first.setdefault((each.respondent, each.key), each)
            if other is not each:
                at = (rows.place(other.index, "respondent"),)
                shown = {"row": rows.numbers[other.index], "answer": other.answer}
                yield rows.hit(each.index, "respondent", related=at, **shown)
    rows.require("respondent")


@book_rule(
    "SVY-15",
    "一份答卷只属于一个对象、一个校区",
    needs=BOTH,
    zh=("“{value}”与同一答卷第 {row} 行的“{first}”不同", "请改正其中一行，或改正答卷编号"),
    en=(
        "{value} differs from {first} in row {row} of the same sheet",
        "correct one of the two, or the number of the sheet",
    ),
    source=ONE_SHEET,
)
def respondent_is_of_one_group(book: Book) -> Iterator[Hit]:
    """One sheet of answers comes from one group at one campus."""
    rows = book[Answer]
    rows.require("respondent")
    told: set[int] = set()
    once = list(_once(given(book)))
    for field, values in _belongings(book):
        first: dict[object, int] = {}
        for each in once:
            if each.index not in values or each.index in told:
                continue
            other = first.setdefault((each.survey, each.respondent), each.index)
            if values[other] != values[each.index]:
                told.add(each.index)
                at = (rows.place(other, field),)
                shown = {"row": rows.numbers[other], "first": values[other]}
                yield rows.hit(each.index, field, related=at, **shown)


def _once(answers: tuple[Given, ...]) -> Iterator[Given]:
    """Yield the first answer of each sheet to each question; another group is told already."""
    seen: set[object] = set()
    for each in answers:
        if each.respondent and each.key and each.left_out is not LeftOut.GROUP:
            if (each.respondent, each.key) not in seen:
                yield each
            seen.add((each.respondent, each.key))


def _belongings(book: Book) -> Iterator[tuple[str, dict[int, Any]]]:
    rows = book[Answer]
    for field in filter(rows.has, ("group", "campus")):
        column = rows.column(field)
        yield field, {index: column[index] for index in rows.judged(field, "respondent")}


@row_rule(
    "SVY-17",
    Answer,
    "有答卷编号的一行是一份",
    zh=("答卷 {respondent} 写了 {value} 份", "一份答卷算一份；汇总登记的请清空答卷编号"),
    en=(
        "sheet {respondent} counts as {value}",
        "one sheet is one answer; where answers are counted, leave its number blank",
    ),
    source=ONE_SHEET,
    severity=Severity.WARNING,
    screen=lambda rows, _: (i for i, each in enumerate(rows.column("count")) if each is not None),
)
def one_sheet_is_one(row: Answer, book: Book) -> Iterator[Hit]:  # noqa: ARG001 - all look alike
    """An answer with the number of a sheet is one answer."""
    if row.respondent is not None and row.count is not None and row.count != 1:
        yield row.hit("count", related=(row.at("respondent"),), respondent=row.respondent)


@book_rule(
    "SVY-18",
    "题目多的答卷没有全部选同一项",
    needs=BOTH,
    zh=("答卷 {value} 的 {number} 题全部选“{answer}”", "请核对是否认真填写；确实如此的不用改"),
    en=(
        "sheet {value} gives the same answer, {answer}, to all its {number} questions",
        "look whether it was filled in with care; it may be so",
    ),
    source="常见做法：全部选同一项的答卷要核对",
    settings=(STRAIGHT,),
    severity=Severity.WARNING,
)
def answers_vary(book: Book) -> Iterator[Hit]:
    """A sheet with many questions does not give the same answer to all of them."""
    book[Answer].require("respondent")
    for sheet in straight_sheets(book):
        first = sheet[0]
        yield book[Answer].hit(first.index, "respondent", number=len(sheet), answer=first.answer)


def straight_sheets(book: Book) -> list[list[Given]]:
    """Return the sheets with enough questions that give the same answer to all of them."""
    least = book.settings.number(STRAIGHT)
    found: dict[object, dict[str | None, Given]] = {}
    for each in given(book):
        if each.respondent and each.left_out in (None, LeftOut.EXCLUDED):
            found.setdefault((each.survey, each.respondent), {})[each.question] = each
    sheets = [list(answers.values()) for answers in found.values()]
    return [each for each in sheets if least and len(each) >= least and _is_straight(each)]


def _is_straight(sheet: list[Given]) -> bool:
    return len({each.answer for each in sheet}) == 1


RULES: tuple[Rule, ...] = (
    answers_once,
    respondent_is_of_one_group,
    one_sheet_is_one,
    answers_vary,
)
