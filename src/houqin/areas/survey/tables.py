"""The tables of the summary about surveys: by survey, question and campus, and against last term."""

from decimal import Decimal

from houqin.areas.measures import campuses
from houqin.areas.survey.figures import change_of
from houqin.areas.survey.groups import GroupResult, groups
from houqin.areas.survey.rates import Rate, Verdict, shown
from houqin.areas.survey.results import SMALL_GROUP, TARGET, Result, results
from houqin.areas.survey.rows import Answer
from houqin.book import Book
from houqin.problems import Both
from houqin.sections import SectionTable, Unit, Value

SURVEY, GROUP = Both("调查批次", "Survey"), Both("对象", "Group")
NUMBER, TEXT = Both("题号", "No."), Both("题目", "Question")
CAMPUS = Both("校区", "Campus")
VALID, SHARE = Both("计入份数", "Answers"), Both("满意率", "Satisfied")
LOWER, UPPER = Both("区间下限", "Lower end"), Both("区间上限", "Upper end")
VERDICT, TARGET_NAME = Both("是否达标", "Verdict"), Both("目标", "Target")
MEASURED = (VALID, SHARE, LOWER, UPPER)
UNITS = (Unit.COUNT, Unit.RATE, Unit.RATE, Unit.RATE)
HIDDEN = Both("份数少，不显示", "too few to show")
NO_ANSWER = Both("没有答案", "no answer")


def by_survey(book: Book) -> SectionTable:
    """Return what came of each survey, by group of people."""
    return SectionTable(
        "survey_rates",
        Both("各次调查（批次 × 对象）", "Surveys by group"),
        (
            *(SURVEY, GROUP, Both("发放", "Asked"), Both("收回", "Returned")),
            *(Both("回收率", "Return rate"), *MEASURED),
        ),
        (Unit.TEXT, Unit.TEXT, Unit.COUNT, Unit.COUNT, Unit.RATE, *UNITS),
        tuple(_survey_row(each) for each in groups(book)),
    )


def _survey_row(each: GroupResult) -> tuple[Value, ...]:
    back = each.return_rate
    returned = None if back is None else shown(back)
    return each.survey, each.group, each.asked, each.received, returned, *_measured(each.rate)


def by_question(book: Book) -> SectionTable:
    """Return what came of each question, and whether it meets its target."""
    return SectionTable(
        "survey_questions",
        Both("各题满意率", "Questions"),
        (SURVEY, NUMBER, TEXT, GROUP, *MEASURED, TARGET_NAME, VERDICT),
        (*[Unit.TEXT] * 4, *UNITS, Unit.RATE, Unit.TEXT),
        tuple(
            (
                *_named(each),
                *_measured(each.rate if each.is_shown else None),
                each.target,
                _verdict(each.verdict, each.rate),
            )
            for each in results(book)
        ),
    )


def by_campus(book: Book) -> SectionTable:
    """Return what came of each question at each campus."""
    rows = [
        _campus_row(each, campus, book)
        for each in results(book)
        for campus in campuses(book, (Answer,))
    ]
    return SectionTable(
        "survey_campuses",
        Both("各校区满意率（题 × 校区）", "Questions by campus"),
        (SURVEY, NUMBER, TEXT, GROUP, CAMPUS, *MEASURED, TARGET_NAME, VERDICT),
        (*[Unit.TEXT] * 5, *UNITS, Unit.RATE, Unit.TEXT),
        tuple(rows),
    )


def _campus_row(each: Result, campus: str, book: Book) -> tuple[Value | Both, ...]:
    own = each.question.get("target")
    target = book.settings.number(TARGET, campus) if own is None else own
    rate = each.by_campus.get(campus) if each.is_shown else None
    verdict = rate.verdict(target, each.comparator) if rate else None
    answered = any(a.campus == campus and a.left_out is None for a in each.answers)
    hidden = each.rate if answered else None
    return *_named(each), campus, *_measured(rate), target, _verdict(verdict, hidden)


def against_last_term(book: Book) -> SectionTable:
    """Return how far each question is from the last term, and whether that is more than chance."""
    return SectionTable(
        "survey_change",
        Both("与上期比较", "Against the last term"),
        (
            *(SURVEY, NUMBER, TEXT, GROUP, SHARE, Both("上期满意率", "Last term")),
            *(Both("上期份数", "Answers then"), Both("上升", "Up by"), Both("判断", "Verdict")),
        ),
        (*[Unit.TEXT] * 4, Unit.RATE, Unit.RATE, Unit.COUNT, Unit.RATE, Unit.TEXT),
        tuple(
            (
                *_named(each),
                shown(each.rate.share),
                shown(each.before.share),
                each.before.valid,
                shown(each.rate.share - each.before.share),
                found.value,
            )
            for each in results(book)
            if each.rate and each.before and (found := change_of(each))
        ),
    )


def small_group_note(book: Book) -> Both:
    """Say what is hidden, and why more than the small groups are."""
    least = book.settings.number(SMALL_GROUP) or Decimal(0)
    return Both(
        f"少于 {least} 份的题和校区不显示；由合计减去其余能算出来的，也一并不显示。校区的区间没有按总人数修正",
        f"Questions and campuses with fewer than {least} answers are hidden, and others by which "
        "they could be reckoned from the total; intervals of campuses are not corrected by population",
    )


def _named(each: Result) -> tuple[Value, ...]:
    row = each.question
    return row.survey, row.question, row.get("text"), row.get("group")


def _measured(rate: Rate | None) -> tuple[Value, ...]:
    if rate is None:
        return None, None, None, None
    lower, upper = rate.ends
    return rate.valid, shown(rate.share), shown(lower), shown(upper)


def _verdict(verdict: Verdict | None, rate: Rate | None) -> Both:
    if verdict is not None:
        return verdict.value
    return HIDDEN if rate else NO_ANSWER
