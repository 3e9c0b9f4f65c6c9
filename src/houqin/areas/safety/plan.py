"""What must be inspected: which checks are due, and which cell asks for them."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from houqin.areas.measures import campuses
from houqin.areas.safety.rows import Inspection, Standard
from houqin.areas.school.rows import CalendarRow
from houqin.book import Book
from houqin.cells.text import fold
from houqin.problems import Hit
from houqin.school_calendar import days

PATROL = "日巡视"
MONTHLY = "月检查"
PATROLS_PER_DAY = "inspect.patrol_per_day"
CHECKS_PER_MONTH = "inspect.month_per_area"

# 归类 of a 频次 -> what the days of one span have in common. What is done once a school year
# may have been done in the other term, of which the workbook knows nothing.
DAILY, WEEKLY, MONTH_BY_MONTH, ONCE_A_TERM = "日", "周", "月", "学期"
SPANS: Mapping[str, Callable[[date], Hashable]] = {
    DAILY: lambda day: day,
    WEEKLY: lambda day: day.isocalendar()[:2],
    MONTH_BY_MONTH: lambda day: (day.year, day.month),
    ONCE_A_TERM: lambda _: "term",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """One check that must be made: of what, at which campus, in which days, how many times."""

    kinds: tuple[str, ...]  # any of these will do
    campus: str
    frequency: str
    start: date
    end: date
    times: int
    plan: Hit  # at the cell that asks for it
    area: str | None = None  # None: whatever the area
    content: str | None = None  # tells apart several items of one area

    @property
    def what(self) -> str:
        """The check as people call it, such as 月检查（校园消防）."""
        kinds = "、".join(self.kinds)
        within = "：".join(part for part in (self.area, self.content) if part)
        return f"{kinds}（{within}）" if within else kinds

    @property
    def when(self) -> str:
        """The day, the month, or the first and the last day."""
        if self.start == self.end:
            return f"{self.start}"
        return (
            f"{self.start:%Y-%m}"
            if self.frequency == MONTH_BY_MONTH
            else f"{self.start}..{self.end}"
        )


def patrols(book: Book) -> Iterator[Asked]:
    """Yield the patrols that are due: on every school day of a campus, as many as 参数 asks for."""
    stated, otherwise = _stated_days(book), _patrol_item(book)
    for campus in campuses(book, (Inspection,)):
        for day, _ in due(book, campus, DAILY):
            if times := _times(book, PATROLS_PER_DAY, campus, day):
                plan = stated.get((day, campus)) or stated.get((day, None)) or otherwise
                plan = plan or _nowhere(book, PATROLS_PER_DAY, campus)
                yield Asked((PATROL,), campus, DAILY, day, day, times, plan)


def monthly_checks(book: Book) -> Iterator[Asked]:
    """Yield the monthly checks that are due: of every area that 检查标准 has them for.

    Without 检查标准 one check a month is due at each campus, whatever its area.
    """
    areas = _monthly_areas(book)
    for campus in campuses(book, (Inspection,)):
        for start, end in due(book, campus, MONTH_BY_MONTH):
            if times := _times(book, CHECKS_PER_MONTH, campus, end):
                for area, item in areas.items():
                    plan = item or _nowhere(book, CHECKS_PER_MONTH, campus)
                    yield Asked((MONTHLY,), campus, MONTH_BY_MONTH, start, end, times, plan, area)


def regular_checks(book: Book) -> Iterator[Asked]:
    """Yield the other checks that 检查标准 wants at a fixed frequency, such as disinfection."""
    items = list(_regular_items(book))
    alike = Counter((kinds, area) for _, kinds, _, area, _ in items)
    for plan, kinds, frequency, area, content in items:
        told_apart = content if alike[kinds, area] > 1 else None
        for campus in campuses(book, (Inspection,)):
            for start, end in due(book, campus, frequency):
                yield Asked(kinds, campus, frequency, start, end, 1, plan, area, told_apart)


def words_of(text: str | None) -> str:
    """Return a text in the form in which places and contents are compared."""
    return fold(text or "").replace(" ", "")


def due(book: Book, campus: str, frequency: str) -> Iterator[tuple[date, date]]:
    """Yield the days, weeks or months of the term that ended in the period, up to the as-of day.

    One without a school day at the campus asks for nothing, nor does a year whose
    holidays nobody knows.
    """
    if book.calendar.term is None or frequency not in SPANS:
        return
    for _, span in groupby(days(*book.calendar.term), SPANS[frequency]):
        first, *more = span
        last = more[-1] if more else first
        is_over = last in book.period and last <= book.as_of and book.calendar.covers(last.year)
        if is_over and any(book.calendar.school_days(first, last, campus)):
            yield first, last


def _times(book: Book, code: str, campus: str, on: date) -> int:
    return int(book.settings.number(code, campus, on) or 0)


def _nowhere(book: Book, code: str, campus: str) -> Hit:
    """Return a hit at no cell of the ledger, with the setting that asks for the check."""
    setting = book.settings.find(code, campus)
    related = (setting.place,) if setting and setting.place else ()
    return book[Inspection].sheet_hit(related=related)


def _stated_days(book: Book) -> Mapping[tuple[date, str | None], Hit]:
    if CalendarRow not in book:
        return {}
    rows = book[CalendarRow]
    dates, of = rows.column("date"), rows.column_or_blank("campus")
    return {(dates[i], of[i]): rows.hit(i, "date") for i in rows.judged("date")}


def _patrol_item(book: Book) -> Hit | None:
    items = (hit for kinds, hit, _ in _items(book) if PATROL in kinds)
    return next(items, None)


def _monthly_areas(book: Book) -> Mapping[str | None, Hit | None]:
    if Standard not in book:
        return {None: None}
    found: dict[str | None, Hit | None] = {}
    for kinds, hit, area in _items(book):
        if MONTHLY in kinds:
            found.setdefault(area, hit)
    return found


def _items(book: Book) -> Iterator[tuple[tuple[str, ...], Hit, str]]:
    """Yield the kinds of inspection, their cell and the area of every item of 检查标准."""
    if Standard in book:
        rows = book[Standard]
        kinds, areas = rows.column("kinds"), rows.column("area")
        for index in rows.judged("kinds", "area"):
            yield kinds[index], rows.hit(index, "kinds"), areas[index]


def _regular_items(book: Book) -> Iterator[tuple[Hit, tuple[str, ...], str, str, str]]:
    if Standard not in book or not book[Standard].has("frequency"):
        return
    rows = book[Standard]
    fields = ("kinds", "frequency", "area", "content")
    columns = [rows.column(field) for field in fields]
    for index in rows.judged(*fields):
        kinds, frequency, area, content = (column[index] for column in columns)
        if not {PATROL, MONTHLY} & set(kinds):  # these go by 参数
            often = book.group("频次", frequency)
            yield rows.hit(index, "frequency"), kinds, often, area, content
