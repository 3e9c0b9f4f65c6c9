"""The rules of a survey's questions: scales, who is asked, and what is compared."""

from collections.abc import Iterator
from typing import Any

from houqin.areas.makers import unique
from houqin.areas.school.rows import ClassRow
from houqin.areas.survey.results import earlier_answers, typed_before
from houqin.areas.survey.rows import Answer, Question
from houqin.areas.survey.scales import options_of
from houqin.book import Book
from houqin.problems import Hit, Severity
from houqin.rules import Rule, book_rule, row_rule

ONE_SHEET = "同一份问卷发给同一批人"
RECKONING = "满意率 = 计为满意的份数 ÷ 计入的份数"
COMPARED = "同一题目两期比较"
PUPILS = "学生"

question_is_unique = unique(
    "SVY-01",
    Question,
    ("survey", "question"),
    ("同一批次的题号不重复", "Every question of a survey has a number of its own."),
    zh=("批次“{value}”的这个题号在第 {row} 行已有", "请改正题号，或删去多余的一行"),
    en=("this question of {value} stands in row {row} already", "correct or delete one of the two"),
    source="一题一行",
)


@row_rule(
    "SVY-02",
    Question,
    "计为满意和不计入的都是本题的选项",
    zh=("“{word}”不是本题的选项（{scale}）", "请改成选项中的写法，或补上这个选项"),
    en=("{word} is not one of the answers offered ({scale})", "write it as there, or offer it"),
    source=RECKONING,
)
def words_are_options(row: Question, book: Book) -> Iterator[Hit]:
    """What counts as satisfied and what is left out are answers that the question offers."""
    options = options_of(row.scale, book)
    for field in ("satisfied", "excluded"):
        for word in row.get(field) or ():
            if not isinstance(options.read(word), str):
                at = (row.at("scale"),)
                yield row.hit(field, related=at, word=word, scale=row.scale)


@row_rule(
    "SVY-03",
    Question,
    "一个选项不能既计为满意又不计入",
    zh=("“{word}”既计为满意，又不计入", "请从其中一列删去"),
    en=("{word} counts as satisfied and is left out as well", "take it out of one of the two"),
    source=RECKONING,
)
def words_count_in_one_way(row: Question, book: Book) -> Iterator[Hit]:
    """An answer is not both satisfied and left out."""
    options = options_of(row.scale, book)
    satisfied = {options.read(word) for word in row.satisfied if _is_option(options, word)}
    for word in row.excluded or ():
        if _is_option(options, word) and options.read(word) in satisfied:
            yield row.hit("excluded", related=(row.at("satisfied"),), word=word)


@row_rule(
    "SVY-04",
    Question,
    "计入的选项中有不满意的选项",
    zh=("计入的选项全部计为满意，满意率总是 100%", "请核对选项和计为满意"),
    en=("every answer counts as satisfied, so the rate is always 100 %", "check both columns"),
    source=RECKONING,
)
def somebody_may_be_dissatisfied(row: Question, book: Book) -> Iterator[Hit]:
    """Not every answer that counts is a satisfied one."""
    options = options_of(row.scale, book)
    excluded = (row.excluded or ()) if row.has("excluded") else ()
    named = [options.read(word) for word in (*row.satisfied, *excluded)]
    if not {*options.values} - {each for each in named if isinstance(each, str)}:
        yield row.hit("satisfied", related=(row.at("scale"),))


def _is_option(options: Any, word: str) -> bool:
    return isinstance(options.read(word), str)


@row_rule(
    "SVY-05",
    Question,
    "发放数不超过总人数",
    zh=("发放 {value} 份，多于总人数 {population}", "请改正其中一个"),
    en=("{value} were asked of {population} people", "correct one of the two"),
    source="一人一份问卷",
)
def asked_within_population(row: Question, book: Book) -> Iterator[Hit]:  # noqa: ARG001 - all look alike
    """No more are asked than there are."""
    if row.asked is not None and row.population is not None and row.asked > row.population:
        yield row.hit("asked", related=(row.at("population"),), population=row.population)


@book_rule(
    "SVY-06",
    "同一批次、同一对象各题的发放数和总人数一致",
    needs=(Question,),
    zh=(
        "{heading} {value} 与同批次同对象第 {row} 行的 {first} 不同",
        "请核对；确实只发给一部分人的，另起批次",
    ),
    en=(
        "{value} differs from {first} in row {row} of the same survey and group",
        "check both; where only some were asked, make it a survey of its own",
    ),
    source=ONE_SHEET,
    severity=Severity.WARNING,
)
def sheets_agree(book: Book) -> Iterator[Hit]:
    """The questions of one survey and group agree in how many were asked and how many there are."""
    rows = book[Question]
    surveys, groups = rows.column("survey"), rows.column("group")
    for field in filter(rows.has, ("asked", "population")):
        column, first = rows.column(field), dict[tuple[str, str], int]()
        for index in rows.judged("survey", "group", field):
            if column[index] is None:
                continue
            other = first.setdefault((surveys[index], groups[index]), index)
            if column[index] != column[other]:
                at = (rows.place(other, field),)
                heading = Question.headings()[field].name
                shown = {"heading": heading, "row": rows.numbers[other], "first": column[other]}
                yield rows.hit(index, field, related=at, **shown)


@book_rule(
    "SVY-07",
    "学生题目的总人数不超过班级表的学生数",
    needs=(Question, ClassRow),
    zh=("总人数 {value} 多于班级表的学生数 {pupils}", "请核对总人数或班级表"),
    en=("{value} is more than the {pupils} pupils on 班级", "check it, or the classes"),
    source="班级 学生数",
    severity=Severity.WARNING,
)
def no_more_pupils_than_there_are(book: Book) -> Iterator[Hit]:
    """A survey of pupils has no more of them than the classes have."""
    rows, classes = book[Question], book[ClassRow]
    numbers = classes.column("pupils")
    if not numbers or len(list(classes.judged("campus", "pupils"))) < len(numbers):
        return  # what is missing could be any number
    groups, populations = rows.column("group"), rows.column("population")
    for index in rows.judged("group", "population"):
        is_pupils = book.group("调查对象", groups[index]) == PUPILS
        if is_pupils and (populations[index] or 0) > sum(numbers):
            yield rows.hit(index, "population", pupils=sum(numbers))


@row_rule(
    "SVY-08",
    Question,
    "上期满意份数和上期有效份数成对填写，满意不多于有效",
    zh=("上期满意 {satisfied} 份、有效 {valid} 份", "请补齐两个数，满意份数不多于有效份数"),
    en=(
        "{satisfied} satisfied of {valid} valid answers of the last term",
        "fill in both; no more are satisfied than valid",
    ),
    source=COMPARED,
)
def last_term_is_whole(row: Question, book: Book) -> Iterator[Hit]:  # noqa: ARG001 - all look alike
    """The last term's satisfied and valid answers are given together, the former within the latter."""
    satisfied, valid = row.last_satisfied, row.last_valid
    field = "last_satisfied" if satisfied is None else "last_valid"
    if (satisfied is None) != (valid is None) or (
        satisfied is not None and valid is not None and satisfied > valid
    ):
        field = field if satisfied is None or valid is None else "last_satisfied"
        yield row.hit(field, satisfied=_or_blank(satisfied), valid=_or_blank(valid))


def _or_blank(number: int | None) -> str:
    return "__" if number is None else str(number)


@book_rule(
    "SVY-09",
    "上期批次有同一题号的题目",
    needs=(Question,),
    zh=("批次“{value}”没有题号 {question}", "请改正上期批次或题号，或改填上期满意份数和有效份数"),
    en=(
        "the survey {value} has no question {question}",
        "correct the survey or the number, or fill in the figures of the last term instead",
    ),
    source=COMPARED,
)
def earlier_question_exists(book: Book) -> Iterator[Hit]:
    """The earlier survey that a question is compared with is another one and has that question."""
    rows = book[Question]
    surveys, numbers, earlier = map(rows.column, ("survey", "question", "previous"))
    known = set(zip(surveys, numbers, strict=True))
    for index in rows.judged("survey", "question", "previous"):
        named = earlier[index]
        has_it = (named, numbers[index]) in known and named != surveys[index]
        if named is not None and not has_it and typed_before(rows[index]) is None:
            yield rows.hit(index, "previous", question=numbers[index])


@book_rule(
    "SVY-10",
    "填写的上期份数与上期批次的答卷相符",
    needs=(Question, Answer),
    zh=(
        "填写的上期份数是满意 {typed}、有效 {typed_valid}，按上期答卷是 {found}、{found_valid}",
        "请改正，或清空这两格",
    ),
    en=(
        "{typed} of {typed_valid} is typed, the earlier survey's answers give {found} of {found_valid}",
        "correct the two cells, or empty them",
    ),
    source=COMPARED,
    severity=Severity.WARNING,
)
def last_term_agrees(book: Book) -> Iterator[Hit]:
    """What is typed of the last term agrees with the answers of the earlier survey."""
    rows = book[Question]
    for index in rows.judged("survey", "question", "previous", "last_satisfied", "last_valid"):
        row = rows[index]
        typed, found = typed_before(row), earlier_answers(row, book)
        if typed and found and (typed.satisfied, typed.valid) != (found.satisfied, found.valid):
            yield row.hit(
                "last_satisfied",
                typed=typed.satisfied,
                typed_valid=typed.valid,
                found=found.satisfied,
                found_valid=found.valid,
            )


RULES: tuple[Rule, ...] = (
    question_is_unique,
    words_are_options,
    words_count_in_one_way,
    somebody_may_be_dissatisfied,
    asked_within_population,
    sheets_agree,
    no_more_pupils_than_there_are,
    last_term_is_whole,
    earlier_question_exists,
    last_term_agrees,
)
