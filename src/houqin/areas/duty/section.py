"""The duty's part of both summaries: rosters and visitors."""

from collections.abc import Callable, Sequence

from houqin.areas.duty.roster_figures import roster_part
from houqin.areas.duty.rows import Duty, PostRow, Visit
from houqin.areas.duty.visitor_figures import visitor_part
from houqin.areas.measures import campuses
from houqin.book import Book
from houqin.problems import Both
from houqin.rows import NoColumn, SheetRow
from houqin.rules import no_column, no_sheet
from houqin.sections import Section
from houqin.sentences import Part, Sentence

Draw = Callable[[Book, Sequence[str]], Section]
PARTS: tuple[tuple[tuple[type[SheetRow], ...], Draw], ...] = (
    ((PostRow, Duty), roster_part),
    ((Visit,), visitor_part),
)


def section(book: Book) -> Section | None:
    """Return the duty's part of the summary, None where the workbook has none of its ledgers."""
    models = [model for needed, _ in PARTS for model in needed]
    if not any(model in book for model in models):
        return None
    where = campuses(book, models)
    able = [part for needed, part in PARTS if all(model in book for model in needed)]
    missing = [model.ledger.title for model in models if model not in book]
    parts = [_drawn(part, book, where) for part in able]
    return Section(
        "duty",
        Both("值班", "Duty"),
        tuple(each for part in parts for each in part.figures),
        tuple(each for part in parts for each in part.tables),
        tuple(each for part in parts for each in part.charts),
        (
            *(each for part in parts for each in part.notes),
            *((no_sheet(missing),) if missing else ()),
        ),
    )


def _drawn(part: Draw, book: Book, where: Sequence[str]) -> Section:
    """Return one part, or why it cannot be told."""
    try:
        return part(book, where)
    except NoColumn as absent:
        why = no_column(absent.sheet, absent.heading)
        return Section("duty", Both("值班", "Duty"), notes=(why,))


SENTENCES = (
    Sentence(
        Part.DONE,
        Both(
            "落实校门值守、护学岗和值日制度，两校区共安排值班 {duty.turns} 人次。",
            "The gates, the way to school and the canteen were manned, {duty.turns} turns in all.",
        ),
        when="duty.turns",
    ),
    Sentence(
        Part.DONE,
        Both(
            "严格来访登记，登记来访 {visitors.visits} 次。",
            "Visitors were registered at the gates, {visitors.visits} visits in all.",
        ),
        when="visitors.visits",
    ),
    Sentence(
        Part.RESULT,
        Both(
            "岗位满员率 {duty.filled_rate}。",
            "{duty.filled_rate} of the posts had enough people.",
        ),
        when="duty.filled_rate",
    ),
    Sentence(
        Part.SHORTCOMING,
        Both(
            "有 {duty.gaps} 个岗次缺人，请假后的替岗安排不够及时。",
            "{duty.gaps} posts were short of people; substitutes were not found in time.",
        ),
        when="duty.gaps",
    ),
    Sentence(
        Part.SHORTCOMING,
        Both(
            "有 {visitors.not_signed_out} 次来访没有登记离开时间，门卫登记还不完整。",
            "{visitors.not_signed_out} visitors were not signed out.",
        ),
        when="visitors.not_signed_out",
    ),
    Sentence(
        Part.NEXT,
        Both(
            "提前一周公布值班表，请假先落实替岗，不让岗位空缺。",
            "Publish the roster a week ahead, and find the substitute before the leave begins.",
        ),
        when="duty.gaps",
    ),
    Sentence(
        Part.NEXT,
        Both(
            "来访人离校时由门卫当场登记时间，每天放学后清点一次。",
            "Sign visitors out as they leave, and look the list over every afternoon.",
        ),
        when="visitors.not_signed_out",
    ),
)
