"""What must be true of the sheet 校历, and what must be known of the term's years."""

from collections.abc import Iterator

from houqin.areas.makers import unique
from houqin.areas.school.rows import CalendarRow, SettingRow
from houqin.book import Book
from houqin.problems import Hit, Place, Severity
from houqin.rules import Rule, book_rule, row_rule

FORM = "填写要求"

day_is_stated_once = unique(
    "SCH-18",
    CalendarRow,
    ("date", "campus"),
    ("一个校区的一天只写一行", "A day of a campus has one row."),
    zh=("{value} 在第 {row} 行已写过", "请只留一行，或填写不同的校区"),
    en=("{value} stands in row {row} already", "keep one row, or give another campus"),
    source=FORM,
)


@row_rule(
    "SCH-19",
    CalendarRow,
    "校历的日子在学期之内",
    zh=("{value} 不在本学期（{start} 至 {end}）之内", "请核对日期"),
    en=("{value} lies outside the term, {start} to {end}", "look at the date"),
    source="按常理",
    severity=Severity.WARNING,
    settings=("term.start", "term.end"),
)
def day_lies_in_term(row: CalendarRow, book: Book) -> Iterator[Hit]:
    """A day of the school calendar lies in the term."""
    if book.calendar.term:
        start, end = book.calendar.term
        if not start <= row.date <= end:
            yield row.hit("date", start=start, end=end)


@book_rule(
    "SCH-20",
    "学期所在年份的放假安排是已知的",
    needs=(),
    zh=("{years} 年的国家放假安排还不知道，只按周末推算", "请把放假和调休的日子写在工作表 校历 中"),
    en=(
        "the public holidays of {years} are not known and only weekends count as free",
        "state the days off and the days made up on the sheet 校历",
    ),
    source="国务院办公厅每年的节假日安排通知",
    severity=Severity.WARNING,
    settings=("term.start", "term.end", "as_of"),
)
def holidays_are_known(book: Book) -> Iterator[Hit]:
    """The public holidays of the years of the term are known."""
    start, end = book.calendar.term or (book.as_of, book.as_of)
    years = [year for year in range(start.year, end.year + 1) if not book.calendar.covers(year)]
    if years:
        yield _at_term_start(book, years="、".join(map(str, years)))


def _at_term_start(book: Book, years: str) -> Hit:
    """Return a hit at the term's first day, or on the sheet where that is not stated."""
    setting = book.settings.find("term.start")
    if SettingRow not in book:
        return Hit(Place(SettingRow.ledger.title), {"years": years})
    rows = book[SettingRow]
    if setting is None or setting.place is None or not setting.place.row:
        return rows.sheet_hit("value", years=years)
    return rows.hit(rows.numbers.index(setting.place.row), "value", years=years)


RULES: tuple[Rule, ...] = (day_is_stated_once, day_lies_in_term, holidays_are_known)
