"""The part of the summary about surveys."""

from houqin.areas.survey.answers import NEEDED
from houqin.areas.survey.cleaning import cleaning, comment_list, straight_note
from houqin.areas.survey.figures import figures
from houqin.areas.survey.rows import Answer, Question
from houqin.areas.survey.tables import (
    against_last_term,
    by_campus,
    by_question,
    by_survey,
    small_group_note,
)
from houqin.book import Book
from houqin.problems import Both
from houqin.sections import Chart, Section

FORMULA = Both(
    "满意率 = 计为满意的份数 ÷ 计入的份数；区间为 95% 置信区间（威尔逊法），写有总人数的按总人数修正："
    "n 份算作 n(N−1)/(N−n) 份，全部答了的区间就是满意率本身",
    "Rate = satisfied ÷ answers that count; the interval is Wilson's of 95 %, corrected where the "
    "population N is given: n answers tell as much as n(N−1)/(N−n), and all of them tell the rate itself",
)
CHANCE = Both(
    "与上期比较：两期满意率之差的 95% 区间（纽科姆法，由两个威尔逊区间合成）不含 0，判为明显上升或下降；"
    "其余在偶然范围内；即使没有变化，平均 20 题也会有 1 题判为有变化",
    "Against the last term: really up or down where the 95 % interval of the difference (Newcombe, "
    "from the two Wilson intervals) leaves 0 out; where nothing changed, one in 20 will seem to",
)
NAMES = Both(
    "意见按原文列出，不列答卷编号；其中可能写有姓名，对外使用前请看一遍",
    "Comments stand as written, without the number of the sheet; they may hold names, so read them first",
)


def section(book: Book) -> Section | None:
    """Return the survey part of the summary, None where one of its ledgers is missing."""
    if Question not in book or Answer not in book:
        return None
    for field in NEEDED:
        book[Answer].require(field)
    questions, change = by_question(book), against_last_term(book)
    charts = [Chart(questions.title, "bar", questions.key, 2, (5, 8))] if questions.rows else []
    if change.rows:
        charts.append(Chart(change.title, "bar", change.key, 2, (4, 5)))
    return Section(
        "survey",
        Both("满意度", "Satisfaction"),
        figures(book),
        (by_survey(book), questions, by_campus(book), change, cleaning(book), comment_list(book)),
        tuple(charts),
        (FORMULA, CHANCE, small_group_note(book), NAMES, *straight_note(book)),
    )
