"""What was left out of the rates and why, and what was kept though it looks odd."""

from collections.abc import Iterator

from houqin.areas.survey.answers import Given
from houqin.areas.survey.comments import comments
from houqin.areas.survey.groups import answers_by_survey, groups, left_out, total
from houqin.areas.survey.rates import shown
from houqin.areas.survey.results import least_shown, results, surveys
from houqin.areas.survey.sheet_rules import straight_sheets
from houqin.areas.survey.tables import CAMPUS, GROUP, NUMBER, SURVEY
from houqin.book import Book
from houqin.problems import Both
from houqin.sections import SectionTable, Unit, Value

RECEIVED = Both("收到的答案", "received")
COUNTED = Both("计入满意率的答案", "counted in the rates")


def cleaning(book: Book) -> SectionTable:
    """Return how many answers came, how many were left out for each reason, and what remains."""
    return SectionTable(
        "survey_left_out",
        Both("未计入的答案（从收到到计入）", "Answers left out, from received to counted"),
        (SURVEY, Both("步骤", "Step"), Both("份数", "Answers")),
        (Unit.TEXT, Unit.TEXT, Unit.COUNT),
        tuple(_steps(book)),
    )


def _steps(book: Book) -> Iterator[tuple[Value | Both, ...]]:
    for survey, answers in answers_by_survey(book).items():
        if answers:
            number, out = sum(each.count for each in answers), left_out(answers)
            yield survey, RECEIVED, number
            for reason, count in out.items():
                yield survey, reason.value, -count
            yield survey, COUNTED, number - sum(out.values())


def comment_list(book: Book) -> SectionTable:
    """Return what people wrote."""
    return SectionTable(
        "survey_comments",
        Both("意见", "Comments"),
        (SURVEY, NUMBER, GROUP, CAMPUS, Both("意见", "Comment")),
        (*[Unit.TEXT] * 5,),
        tuple(
            (each.survey, each.question, each.group, each.campus, each.text)
            for each in comments(book)
        ),
    )


def straight_note(book: Book) -> Iterator[Both]:
    """Say how many sheets give one answer throughout, and what the rate is without them.

    They count, for one may be satisfied with everything. Of few sheets, and where few others
    are left, only the number is told: the two rates together would tell what those say.
    """
    wanted = surveys(book)
    sheets = [each for each in straight_sheets(book) if each[0].survey in wanted]
    if not sheets:
        return
    zh = f"有 {len(sheets)} 份答卷每题都选同一项，仍然计入"
    en = f"{len(sheets)} sheets give one answer to all their questions; they count all the same"
    without = _share_without(sheets, book) if len(sheets) >= least_shown(book) else ""
    yield Both(
        zh + (f"；不计它们时总体满意率为 {without}" if without else ""),
        en + (f"; without them {without} are satisfied" if without else ""),
    )


def _share_without(sheets: list[list[Given]], book: Book) -> str:
    """Return the rate of all shown answers but those of these sheets, in per cent."""
    rate = total(groups(book))
    shown_keys = {(r.question.survey, r.question.question) for r in results(book) if r.is_shown}
    theirs = [a for sheet in sheets for a in sheet if a.left_out is None and a.key in shown_keys]
    if rate is None or rate.valid - len(theirs) < max(1, least_shown(book)) * len(shown_keys):
        return ""  # the others are few themselves
    satisfied = rate.satisfied - sum(each.is_satisfied for each in theirs)
    return f"{float(shown(satisfied / (rate.valid - len(theirs)))) * 100:.1f}%"
