"""The rules about what a hazard's grade demands: the five things fixed, reports, precautions."""

import re
from collections.abc import Iterable, Iterator

from houqin.areas.safety.deadlines import is_missing, value
from houqin.areas.safety.rows import Hazard
from houqin.book import Book
from houqin.cells.text import fold
from houqin.problems import Hit, Severity
from houqin.rules import Rule, row_rule

MAJOR = "重大"  # 归类 of a 隐患等级
REPORTED, INTERIM = "上报用语", "临时措施用语"  # lists of words that a text is searched for
FIVE = "重大隐患挂牌督办：措施、责任、资金、时限、预案“五落实”"


def _is_major(row: Hazard, book: Book) -> bool:
    return book.group("隐患等级", row.grade) == MAJOR


def _demanded(row: Hazard, book: Book) -> list[str]:
    """Return the fields that 参数 demands for a hazard of this grade, where they have a column."""
    code = f"hazard.required.{row.grade}"
    stated = book.settings.text(code, row.get("campus"), row.get("found"))
    names = {fold(name) for name in re.split("[、，,;；]", stated)}
    headings = Hazard.headings().items()
    return [field for field, head in headings if head.name in names and row.has(field)]


@row_rule(
    "HAZ-09",
    Hazard,
    "该等级隐患的整改要素（五定）都已落实",
    zh=("{grade}须落实{field}，这里空着", "请补填"),
    en=("it is blank, but a hazard of the grade {grade} needs it", "fill it in"),
    source=FIVE,
    settings=("hazard.required", "hazard.days"),
)
def required_for_grade(row: Hazard, book: Book) -> Iterator[Hit]:
    """What a hazard's grade demands is fixed: person, measure, money, deadline, plan."""
    for field in _demanded(row, book):
        if is_missing(row, field, book):
            yield row.hit(field, grade=row.grade, field=Hazard.headings()[field].name)


def _mentions(row: Hazard, fields: Iterable[str], words: str, book: Book) -> bool:
    """Tell whether a text has one of a list's words; without the list nothing can be said."""
    vocabulary = book.vocabularies.get(words)
    text = fold("".join(value(row, field) or "" for field in fields))
    return vocabulary is None or any(fold(word) in text for word in vocabulary.values)


@row_rule(
    "HAZ-10",
    Hazard,
    "重大隐患已向上级报告",
    zh=("{grade}没有写明已向上级报告", "请在备注写明何时报告了谁"),
    en=("nothing says that this {grade} was reported upwards", "note when, and to whom"),
    source="重大隐患立即逐级上报",
    severity=Severity.WARNING,
)
def major_is_reported(row: Hazard, book: Book) -> Iterator[Hit]:
    """A major hazard is reported upwards."""
    told_in = ("note", "measure", "plan", "description")
    if _is_major(row, book) and row.has("note") and not _mentions(row, told_in, REPORTED, book):
        yield row.hit("note", grade=row.grade)


@row_rule(
    "HAZ-11",
    Hazard,
    "当天没有消除的重大隐患有临时防范措施",
    zh=("{grade}当天没有消除，这里没有写临时防范措施", "请补写警戒、停用等临时措施"),
    en=(
        "this {grade} was not removed on the day it was found, and no interim measure is named",
        "add what keeps people safe meanwhile, such as a cordon",
    ),
    source="重大隐患不能立即消除的，设警戒或警示标志",
    severity=Severity.WARNING,
)
def major_has_interim_measure(row: Hazard, book: Book) -> Iterator[Hit]:
    """A major hazard that is not removed on the day it is found has an interim measure."""
    waits = _is_major(row, book) and value(row, "finished") != row.found
    told_in = ("measure", "plan", "note")
    if waits and row.measure and not _mentions(row, told_in, INTERIM, book):
        yield row.hit("measure", grade=row.grade)


RULES: tuple[Rule, ...] = (
    required_for_grade,
    major_is_reported,
    major_has_interim_measure,
)
