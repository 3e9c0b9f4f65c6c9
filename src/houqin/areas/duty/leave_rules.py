"""What must be true of the sheet 请假."""

from collections import defaultdict
from collections.abc import Iterator

from houqin.areas.duty.absences import absence
from houqin.areas.duty.moments import Span, whole_days
from houqin.areas.duty.rows import Leave
from houqin.areas.duty.staffing import named, namesakes
from houqin.book import Book
from houqin.problems import Hit
from houqin.rules import Rule, book_rule, row_rule


@row_rule(
    "LEV-01",
    Leave,
    "请假的结束不早于开始",
    zh=("请假的结束 {value} 早于开始 {start}", "请改正其中一个"),
    en=("the leave ends on {value}, before it begins on {start}", "correct one of the two"),
    source="按常理",
)
def ends_after_it_began(row: Leave, book: Book) -> Iterator[Hit]:  # noqa: ARG001 - all row rules look alike
    """No leave ends before it began."""
    if row.end < row.start:
        yield row.hit("end", related=(row.at("start"),), start=row.start)
    elif row.end == row.start and row.has("start_time") and row.has("end_time"):
        first, last = row.start_time, row.end_time
        if first and last and last <= first:
            yield row.hit("end_time", related=(row.at("start_time"),), start=first)


@book_rule(
    "LEV-02",
    "一个人的请假不重叠",
    needs=(Leave,),
    zh=("{name}的请假与第 {row} 行重叠", "请改正日期，重复登记的删去一行"),
    en=("the leave of {name} overlaps that of row {row}", "correct the days, or delete one row"),
    source="按常理",
)
def leaves_do_not_overlap(book: Book) -> Iterator[Hit]:
    """Two leaves of one person do not overlap."""
    rows, name_of = book[Leave], named(book)
    before: dict[str, list[tuple[Span, int]]] = defaultdict(list)
    for index, lasts in _spans(book):
        name = name_of(rows.column("person")[index])
        same = [row for other, row in before[name] if other.overlap(lasts)]
        before[name].append((lasts, index))
        if same and name not in namesakes(book):
            at = (rows.place(same[0], "start"),)
            yield rows.hit(index, "start", related=at, name=name, row=rows.row_number(same[0]))


@book_rule(
    "LEV-03",
    "代理人自己没有请假",
    needs=(Leave,),
    zh=("代理人“{value}”这几天也请假（第 {row} 行）", "请另找代理人"),
    en=("{value} is on leave then as well (row {row})", "find another to stand in"),
    source="常见规定：请假先落实代理人",
)
def deputy_is_there(book: Book) -> Iterator[Hit]:
    """Whoever stands in for somebody on leave is not on leave."""
    rows, name_of = book[Leave], named(book)
    deputies = rows.column("deputy")
    unread = rows.unread.get("deputy", ())
    for index, lasts in _spans(book):
        deputy = deputies[index]
        if deputy is None or index in unread or name_of(deputy) in namesakes(book):
            continue
        away = absence(book, name_of(deputy), lasts)
        if away and away.row != index:
            yield rows.hit(index, "deputy", related=(away.place,), row=rows.row_number(away.row))


@row_rule(
    "LEV-04",
    Leave,
    "代理人是另一个人",
    zh=("代理人“{value}”就是请假的人", "请改填代理的人"),
    en=("{value} stands in for themselves", "enter somebody else"),
    source="按常理",
)
def deputy_is_another(row: Leave, book: Book) -> Iterator[Hit]:
    """Nobody stands in for themselves."""
    name_of = named(book)
    if row.deputy and name_of(row.deputy) == name_of(row.person):
        yield row.hit("deputy", related=(row.at("person"),))


def _spans(book: Book) -> Iterator[tuple[int, Span]]:
    """Yield each leave that can be read in full, with its span."""
    rows = book[Leave]
    times = [name for name in ("start_time", "end_time") if rows.has(name)]
    for index in rows.judged("person", "start", "end", *times):
        row = rows[index]
        yield index, whole_days(row.start, row.end, row.get("start_time"), row.get("end_time"))


RULES: tuple[Rule, ...] = (
    ends_after_it_began,
    leaves_do_not_overlap,
    deputy_is_there,
    deputy_is_another,
)
