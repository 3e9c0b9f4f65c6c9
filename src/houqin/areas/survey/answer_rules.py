"""The rules of an answer: its question, its scale, and who gave it."""

from collections.abc import Iterator
from typing import Any

from houqin.areas.makers import asking
from houqin.areas.survey.answers import Given, LeftOut, given, questions, scales
from houqin.areas.survey.rows import Answer, Question
from houqin.book import Book
from houqin.cells.choices import closest
from houqin.problems import Hit, Severity
from houqin.rules import Rule, book_rule, row_rule

STRAIGHT = "survey.straight_questions"
BOTH = (Question, Answer)
ONE_SHEET = "一人一份答卷，一题一个答案"


@book_rule(
    "SVY-11",
    "答案的调查批次和题号在调查题目中",
    needs=BOTH,
    zh=("{named}不在工作表 {sheet} 中", "请改正，或先在 {sheet} 中登记题目"),
    en=("{name} is not on the sheet {sheet}", "correct it, or enter the question there first"),
    source="调查题目",
)
def question_is_known(book: Book) -> Iterator[Hit]:
    """Every answer names a survey and a question that 调查题目 has."""
    rows, asked = book[Answer], book[Question]
    keys = set(zip(asked.column("survey"), asked.column("question"), strict=True))
    known = asked.known("survey")
    surveys, numbers = rows.column("survey"), rows.column("question")
    for index in rows.judged("survey", "question") if known else ():
        survey, number = surveys[index], numbers[index]
        if survey not in known:
            meant = asking(closest(survey, sorted(known)))
            shown = {"named": f"批次“{survey}”", "name": survey, "sheet": asked.sheet}
            yield rows.hit(index, "survey", **shown, **meant)
        elif (survey, number) not in keys:
            shown = {"named": f"题号“{number}”", "name": number, "sheet": asked.sheet}
            yield rows.hit(index, "question", **shown)


def _left_out(book: Book, *reasons: LeftOut) -> Iterator[Given]:
    for field in ("survey", "question", "answer"):
        book[Answer].require(field)
    return (each for each in given(book) if each.left_out in reasons)


@book_rule(
    "SVY-12",
    "答案是本题的选项",
    needs=BOTH,
    zh=("“{value}”不是本题的选项（{scale}）", "请按答卷改正，或在调查题目中补上这个选项"),
    en=("{value} is not one of the answers offered ({scale})", "correct it as on the answer sheet"),
    source="调查题目 选项",
)
def answer_is_on_the_scale(book: Book) -> Iterator[Hit]:
    """Every answer is one that its question offers."""
    rows = book[Answer]
    for each in _left_out(book, LeftOut.OFF_SCALE):
        options = scales(book)[each.key or ("", "")].options
        meant = asking(closest(each.answer or "", options.values))
        at = (questions(book)[each.key or ("", "")].at("scale"),)
        yield rows.hit(each.index, "answer", related=at, scale=options.values, **meant)


@book_rule(
    "SVY-13",
    "答案的对象与题目的对象相同",
    needs=BOTH,
    zh=("本题的对象是{asked}，这里是{given}", "请核对对象或题号"),
    en=(
        "this question is for {asked}, the answer is from {given}",
        "check the group or the number",
    ),
    source="调查题目 对象",
)
def group_is_that_of_the_question(book: Book) -> Iterator[Hit]:
    """An answer comes from the group that its question is for."""
    for each in _left_out(book, LeftOut.GROUP):
        question = questions(book)[each.key or ("", "")]
        shown = {"asked": question.group, "given": each.group}
        yield book[Answer].hit(each.index, "group", related=(question.at("group"),), **shown)


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


@book_rule(
    "SVY-16",
    "汇总登记的份数不重复登记",
    needs=(Answer,),
    zh=("同批次、同日、同校区这道题的“{answer}”在第 {row} 行已登记", "请核对，不要重复登记"),
    en=(
        "row {row} counts the answer {answer} to this question on that day at that campus already",
        "check whether it is counted twice",
    ),
    source="一个选项的份数登记一行",
    severity=Severity.WARNING,
)
def counted_once(book: Book) -> Iterator[Hit]:
    """The copies of an answer are counted in one row for each day and campus."""
    rows = book[Answer]
    counts, first = rows.column("count"), dict[object, int]()
    fields = ("survey", "question", "group", "campus", "answer")
    respondents, days = rows.column_or_blank("respondent"), rows.column_or_blank("date")
    columns = [rows.column(field) for field in fields]
    for index in rows.judged(*fields, "count", *filter(rows.has, ("respondent", "date"))):
        if counts[index] is None or respondents[index] is not None:
            continue
        other = first.setdefault((days[index], *(column[index] for column in columns)), index)
        if other != index:
            at = (rows.place(other, "count"),)
            shown = {"row": rows.numbers[other], "answer": columns[-1][index]}
            yield rows.hit(index, "count", related=at, **shown)


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
    question_is_known,
    answer_is_on_the_scale,
    group_is_that_of_the_question,
    answers_once,
    respondent_is_of_one_group,
    counted_once,
    one_sheet_is_one,
    answers_vary,
)
