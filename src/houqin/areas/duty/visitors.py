"""What must be true of the sheet 来访登记."""

from collections.abc import Iterator

from houqin.areas.duty.rows import Visit
from houqin.areas.duty.staffing import named
from houqin.areas.makers import asking, not_after_as_of, not_before, unique
from houqin.areas.school.rows import PersonRow
from houqin.areas.staff import NAMED, roles
from houqin.book import Book
from houqin.cells.choices import closest
from houqin.cells.doubts import Doubt
from houqin.cells.people import read_people
from houqin.problems import Hit, Severity
from houqin.rules import Rule, book_rule, row_rule

SIGNED_OUT = "常见规定：来访登记进出时间"

left_after_arriving = not_before(
    "VIS-01",
    Visit,
    "left",
    "arrived",
    ("离开时间不早于来访时间", "No visitor left before arriving."),
    zh=("离开时间 {value} 早于来访时间 {earlier}", "请改正其中一个时间"),
    en=("{value} is before {earlier}, when the visitor came", "correct one of the two times"),
    source="按常理",
)


@row_rule(
    "VIS-02",
    Visit,
    "来访的人当天登记离开",
    zh=("{date} 来访的人没有登记离开时间", "请向门卫核实后补填"),
    en=("whoever came on {date} was not signed out", "ask the guards, and enter the time"),
    severity=Severity.WARNING,
    source=SIGNED_OUT,
    settings=("as_of",),
)
def signed_out(row: Visit, book: Book) -> Iterator[Hit]:
    """Every visitor of a day before the as-of day was signed out."""
    if row.left is None and row.date < book.as_of:
        yield row.hit("left", date=row.date)


@book_rule(
    "VIS-03",
    "被访人在人员表中",
    needs=(Visit, PersonRow),
    zh=("被访人“{name}”不在工作表 {sheet} 中", "请改正，找部门的写部门名称"),
    en=(
        "{name} is not on the sheet {sheet}",
        "correct it; for a department write its name",
    ),
    **NAMED,
)
def host_is_known(book: Book) -> Iterator[Hit]:
    """Whom a visitor came to see is on the staff list, or is a department or a role."""
    rows, people = book[Visit], book[PersonRow]
    names = people.known("name")
    known = {*names, *people.column_or_blank("department"), *roles(book), *_departments(book)}
    words = sorted(each for each in known if each)
    hosts = rows.column("host")
    for index in rows.judged("host") if names else ():
        for name in _hosts(hosts[index]):
            if named(book)(name) not in known:
                meant = asking(closest(name, words))
                yield rows.hit(index, "host", name=name, sheet=people.sheet, **meant)


not_to_come = not_after_as_of(
    "VIS-04",
    (Visit,),
    ("date",),
    ("来访日期不晚于统计日期", "No visit is after the as-of date."),
)

told_once = unique(
    "VIS-05",
    Visit,
    ("date", "arrived", "visitor", "campus"),
    ("一次来访只登记一行", "A visit has one row."),
    zh=("这次来访在第 {row} 行已登记", "请删去多余的一行，或改正其中一行"),
    en=("the visit stands in row {row} already", "delete one of the two rows, or correct one"),
    source="填写要求",
)


def _hosts(text: str) -> tuple[str, ...]:
    """Return the people that a cell names, or what it says where these are no names."""
    names = read_people(text)
    return (text,) if isinstance(names, Doubt) else names


def _departments(book: Book) -> tuple[str, ...]:
    vocabulary = book.vocabularies.get("部门")
    return (*vocabulary.values, *vocabulary.same) if vocabulary else ()


RULES: tuple[Rule, ...] = (
    left_after_arriving,
    signed_out,
    host_is_known,
    not_to_come,
    told_once,
)
