"""Problems and results made by hand, for the tests of what is told."""

from collections.abc import Iterable
from datetime import date

from houqin.book import Book, Period
from houqin.cells.choices import Vocabulary
from houqin.problems import Both, Hit, Place, Problem, Severity, State, Tidied, Words
from houqin.result import ReadSheetFacts, Result
from houqin.school_calendar import SchoolCalendar
from houqin.sections import Section
from houqin.settings import Setting, Settings

AS_OF = date(2020, 6, 30)
PERIOD = Period(date(2020, 5, 1), AS_OF)
BOOK = Book({}, Settings({}, {}), SchoolCalendar(), AS_OF, PERIOD)
SHEETS = (ReadSheetFacts("领用", "stock_issues", 3), ReadSheetFacts("隐患台账", "hazards", 1))
WORDS = {
    "zh": Words("数量 {value} 太多", "请改为 {most}"),
    "en": Words("{value} is too much", "write {most}"),
}


def problem(
    cell: str = "领用!G118",
    severity: Severity = Severity.ERROR,
    state: State = State.OPEN,
    *,
    code: str = "TST-01",
    private: bool = False,
) -> Problem:
    """Return a problem at a cell, a row (领用!118) or a sheet."""
    sheet, _, address = cell.partition("!")
    column = address.rstrip("0123456789")
    row = address[len(column) :]
    place = Place(sheet, int(row) if row else None, column or None)
    related = (Place("入库", 2, "A"), Place("入库", 3, "A"))
    hit = Hit(place, {"most": 30}, related, "数量", "LY-0117", "40", private)
    return Problem(code, severity, hit, WORDS, Both("数量不超过 30", "At most 30."), state)


def book(*campuses: str, **settings: str) -> Book:
    """Return a book of a school with campuses, and settings such as term_name."""
    stated = [Setting(code.replace("_", "."), value) for code, value in settings.items()]
    lists = {"校区": Vocabulary("校区", campuses)} if campuses else {}
    return Book({}, Settings.of(stated, ()), SchoolCalendar(), AS_OF, PERIOD, lists)


def result(
    *problems: Problem,
    of: Book = BOOK,
    sections: Iterable[Section] = (),
    tidied: tuple[Tidied, ...] = (),
    lang: str = "zh",
) -> Result:
    """Return a result of two ledgers, whose rules were all judged."""
    return Result(
        of, SHEETS, problems, tidied, (), (), judged=7, lang=lang, sections=tuple(sections)
    )
