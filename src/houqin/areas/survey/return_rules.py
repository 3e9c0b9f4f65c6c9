"""The rules of what came back: how many answers there are, and from where."""

from collections.abc import Iterator
from decimal import Decimal

from houqin.areas.measures import share
from houqin.areas.school.rows import CampusRow
from houqin.areas.survey.answers import Given, LeftOut, of_question, questions
from houqin.areas.survey.results import received
from houqin.areas.survey.rows import Answer, Question
from houqin.book import Book
from houqin.problems import Hit, Severity
from houqin.rules import Rule, book_rule

RETURN_RATE = "survey.return_rate"
BOTH = (Question, Answer)
NOT_MORE = (LeftOut.UNREAD, LeftOut.GROUP, LeftOut.AGAIN)  # sheets that are another's, or none


@book_rule(
    "SVY-22",
    "一道题的份数不多于发放数",
    needs=BOTH,
    zh=("发放 {value} 份，这道题却有 {answers} 份答案", "请核对发放数和份数"),
    en=("{value} were asked and {answers} answered", "check the number asked, and the counts"),
    source="有效 ≤ 回收 ≤ 发放",
)
def no_more_than_asked(book: Book) -> Iterator[Hit]:
    """No more people answer a question than were asked; than there are, where that is not said."""
    rows = book[Question]
    rows.require("asked")
    for key, answers in of_question(book).items():
        question = questions(book)[key]
        field = "asked" if question.get("asked") else "population"
        most = question.get(field)
        number = sum(each.count for each in answers if each.left_out not in NOT_MORE)
        if most and number > most:
            yield question.hit(field, answers=number)


@book_rule(
    "SVY-23",
    "每道题都有答案",
    needs=BOTH,
    zh=("{named}还没有答案", "请登记答案；没有用上的题目请删去"),
    en=("there is no answer to {name} yet", "enter the answers; delete a question not asked"),
    source="发出的问卷要收回统计",
    severity=Severity.WARNING,
)
def every_question_is_answered(book: Book) -> Iterator[Hit]:
    """Every question has answers; a survey without any is told once.

    As long as nobody has answered anything, no survey has been held yet.
    """
    book[Answer].require("survey")
    book[Answer].require("question")
    known = book[Answer].known("survey")
    told: set[str] = set()
    for (survey, number), answers in of_question(book).items() if known else ():
        question = questions(book)[survey, number]
        if survey not in known and survey not in told:
            told.add(survey)
            yield question.hit("survey", named=f"批次“{survey}”", name=survey)
        elif survey in known and not answers:
            yield question.hit("question", named=f"题号“{number}”", name=number)


@book_rule(
    "SVY-24",
    "问卷回收率达到要求",
    needs=BOTH,
    zh=("发放 {value} 份，收回 {back} 份，回收率 {rate}%，低于 {least}%", "请催收，或核对发放数"),
    en=(
        "{back} of {value} sheets came back, {rate} %, fewer than {least} %",
        "ask for the others, or check the number given out",
    ),
    source="学校自定（参数 问卷回收率目标）",
    settings=(RETURN_RATE,),
    severity=Severity.WARNING,
)
def enough_came_back(book: Book) -> Iterator[Hit]:
    """Of the sheets given out in a survey as many come back as the school asks for."""
    least = book.settings.number(RETURN_RATE)
    book[Question].require("asked")
    for question, answers in _groups(book):
        asked, back = question.get("asked"), received(answers)
        rate = share(back, asked or 0)
        if rate is not None and least is not None and back > 0 and rate < least:
            yield question.hit("asked", back=back, rate=_percent(rate), least=_percent(least))


@book_rule(
    "SVY-25",
    "每个校区都有答卷",
    needs=(*BOTH, CampusRow),
    zh=("批次“{value}”的{group}答卷没有{campus}的", "请补登；只在一个校区调查的请在总结中说明"),
    en=(
        "the survey {value} has no answer of {group} at {campus}",
        "enter them; say so where only one campus was asked",
    ),
    source="两个校区都要调查（常见做法：少一个校区要提醒）",
    severity=Severity.WARNING,
)
def every_campus_answers(book: Book) -> Iterator[Hit]:
    """Every campus has answers in a survey."""
    campuses = book[Answer].column("campus")
    unread = set(range(len(campuses))) - set(book[Answer].judged("campus"))
    for question, answers in _groups(book):
        seen = {each.campus for each in answers}
        if answers and not any(each.index in unread for each in answers):
            for campus in book.campuses():
                if campus not in seen:
                    yield question.hit("survey", group=question.get("group"), campus=campus)


def _groups(book: Book) -> Iterator[tuple[Question, list[Given]]]:
    """Yield the first question of each survey and group, with all answers of that group."""
    first: dict[object, tuple[Question, list[Given]]] = {}
    for key, answers in of_question(book).items():
        question = questions(book)[key]
        who = (key[0], question.get("group"))
        first.setdefault(who, (question, []))[1].extend(answers)
    return iter(first.values())


def _percent(rate: Decimal) -> str:
    return f"{float(rate) * 100:.1f}"


RULES: tuple[Rule, ...] = (
    no_more_than_asked,
    every_question_is_answered,
    enough_came_back,
    every_campus_answers,
)
