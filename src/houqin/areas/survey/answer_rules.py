"""The rules of an answer: its question, its scale, its group and its count."""

from collections.abc import Iterator

from houqin.areas.makers import asking
from houqin.areas.survey.answers import Given, LeftOut, given, questions, scales
from houqin.areas.survey.rows import Answer, Question
from houqin.book import Book
from houqin.cells.choices import closest
from houqin.problems import Hit, Severity
from houqin.rules import Rule, book_rule

BOTH = (Question, Answer)


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


RULES: tuple[Rule, ...] = (
    question_is_known,
    answer_is_on_the_scale,
    group_is_that_of_the_question,
    counted_once,
)
