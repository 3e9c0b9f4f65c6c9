"""The rules of an inspection record: what it must say, who signs it, what it must lead to."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from houqin.areas.makers import known_in, not_after_as_of, unique
from houqin.areas.safety import links
from houqin.areas.safety.coverage import FAILED
from houqin.areas.safety.missed import RULES as MISSED
from houqin.areas.safety.plan import words_of
from houqin.areas.safety.rows import Hazard, Inspection, Standard
from houqin.areas.school.rows import PersonRow
from houqin.areas.staff import NAMED, on_staff
from houqin.book import Book
from houqin.problems import Hit, Severity
from houqin.rows import Rows
from houqin.rules import Rule, book_rule, row_rule

CONTENT_KINDS = "inspect.content_kinds"
NOTHING = re.compile(r"[/\\\-—无]*|无异常|(?:没有|无|未发现)(?:问题|隐患)")
Screen = Callable[[Rows[Inspection], Book], Iterable[int]]
WITH_SUPERVISOR = 2  # from so many signatures on, one is the supervisor's


def _where(field: str, is_suspect: Callable[[Any, Book], bool]) -> Screen:
    """Return a screen that passes the rows whose cell in this column is worth a look."""

    def screen(rows: Rows[Inspection], book: Book) -> Iterator[int]:
        cells = enumerate(rows.column(field))
        return (index for index, cell in cells if is_suspect(cell, book))

    return screen


number_is_unique = unique(
    "INS-01",
    Inspection,
    ("number",),
    ("检查编号不重复", "Every inspection has a number of its own."),
    source="一条记录一个编号",
)


made_by_as_of = not_after_as_of(
    "INS-02",
    (Inspection,),
    ("date",),
    ("检查日期不晚于统计日期", "An inspection on record has been made by the as-of date."),
    zh=("检查日期 {value} 晚于统计日期 {as_of}", "请核对日期，还没有做的检查不要登记"),
    en=(
        "the inspection of {value} is after the as-of date {as_of}",
        "check the date; enter inspections once they are made",
    ),
    source="检查记录是已经做过的检查",
)


@row_rule(
    "INS-03",
    Inspection,
    "月检查、专项检查等写明检查内容",
    zh=("{kind}没有写检查内容", "请补填这次查了什么"),
    en=("a {kind} does not say what was looked at", "fill in the content of the inspection"),
    source="校园安全检查记录表",
    settings=(CONTENT_KINDS,),
    screen=_where("content", lambda content, _: content is None),
)
def content_is_stated(row: Inspection, book: Book) -> Iterator[Hit]:
    """A monthly, special or other thorough inspection says what was looked at."""
    kinds = book.settings.text(CONTENT_KINDS, row.get("campus"), row.get("date"))
    if row.content is None and row.kind in re.split(r"\s*[、,，;；]\s*", kinds.strip()):
        yield row.hit("content", kind=row.kind)


@book_rule(
    "INS-04",
    "检查标准要求主管签名的检查有主管签名",
    needs=(Inspection, Standard),
    zh=("{kind}（{area}）要有 {needed} 人签名，主管没有签名", "请主管签名后补填"),
    en=("{kind} ({area}) needs {needed} signatures, the supervisor's is missing", "have it signed"),
    source="消防巡查记录由巡查人员和主管人员签名；检查标准 签名数",
)
def supervisor_signed(book: Book) -> Iterator[Hit]:
    """The supervisor signs where 检查标准 asks for more than one signature."""
    supervisors = book[Inspection].column("supervisor")
    for index, needed in _signatures_needed(book):
        if needed >= WITH_SUPERVISOR and supervisors[index] is None:
            yield _signature_hit(book, index, "supervisor", needed)


@book_rule(
    "INS-05",
    "签名人数达到检查标准的要求",
    needs=(Inspection, Standard),
    zh=("{kind}（{area}）要有 {needed} 人签名，只有 {signed} 人", "请补签，同一人只算一次"),
    en=(
        "{kind} ({area}) needs {needed} signatures and has {signed}",
        "have the others sign; one person counts once",
    ),
    source="检查标准 签名数",
)
def enough_signatures(book: Book) -> Iterator[Hit]:
    """As many different people sign as 检查标准 asks for."""
    rows = book[Inspection]
    inspectors, supervisors = rows.column("inspectors"), rows.column("supervisor")
    for index, needed in _signatures_needed(book):
        supervisor = supervisors[index]
        signed = {*inspectors[index], supervisor} - {None}
        if len(signed) < needed and (supervisor or needed < WITH_SUPERVISOR):
            field = "supervisor" if supervisor in inspectors[index] else "inspectors"
            yield _signature_hit(book, index, field, needed, signed=len(signed))


def _signature_hit(book: Book, index: int, field: str, needed: int, **values: Any) -> Hit:
    rows = book[Inspection]
    kind, area = rows.column("kind")[index], rows.column("area")[index]
    return rows.hit(index, field, kind=kind, area=area, needed=needed, **values)


def _signatures_needed(book: Book) -> Iterator[tuple[int, int]]:
    """Yield the inspections for which 检查标准 asks for signatures, and how many."""
    rows, items = book[Inspection], _signatures_by_item(book)
    kinds, areas = rows.column("kind"), rows.column("area")
    contents = rows.column_or_blank("content")
    for index in rows.judged("kind", "area", "inspectors", "supervisor"):
        if found := items.get((kinds[index], areas[index])):
            most = max(found.values())
            yield index, found.get(words_of(contents[index]), most)


def _signatures_by_item(book: Book) -> Mapping[tuple[str, str], dict[str, int]]:
    """Return the signatures asked for, by kind and area, then by the content of the item."""
    found: dict[tuple[str, str], dict[str, int]] = {}
    rows = book[Standard]
    columns = [rows.column(field) for field in ("kinds", "area", "content", "signatures")]
    for index in rows.judged("kinds", "area", "content", "signatures"):
        kinds, area, content, signatures = (column[index] for column in columns)
        for kind in kinds if signatures is not None else ():
            found.setdefault((kind, area), {})[words_of(content)] = signatures
    return found


@row_rule(
    "INS-06",
    Inspection,
    "结果不正常的写明存在问题",
    zh=("检查结果是“{result}”，没有写存在问题", "请补填问题，或改正结果"),
    en=("the result is {result} and no defect is described", "describe it, or correct the result"),
    source="校园安全检查记录表",
    screen=_where("result", lambda result, book: book.group("检查结果", result) == FAILED),
)
def defect_is_described(row: Inspection, book: Book) -> Iterator[Hit]:
    """A result that is not in order comes with a described defect."""
    if book.group("检查结果", row.result) == FAILED and not _tells(row.defect):
        yield row.hit("defect", related=(row.at("result"),), result=row.result)


@row_rule(
    "INS-07",
    Inspection,
    "写了存在问题的，结果不是正常",
    zh=("写了存在问题“{value}”，检查结果却是“{result}”", "请核对后改正其中一个"),
    en=("a defect is described, {value!r}, but the result is {result}", "correct one of the two"),
    source="校园安全检查记录表",
    severity=Severity.WARNING,
    screen=_where("defect", lambda defect, _: defect is not None),
)
def result_fits_defect(row: Inspection, book: Book) -> Iterator[Hit]:
    """A record that describes a defect does not say that all is in order."""
    group = book.group("检查结果", row.result)
    if group and group != FAILED and _tells(row.defect):
        yield row.hit("defect", related=(row.at("result"),), result=row.result)


def _tells(defect: str | None) -> bool:
    """Tell whether a defect is described; 无 or a dash describes none."""
    return defect is not None and not NOTHING.fullmatch(words_of(defect).rstrip("。."))


@book_rule(
    "INS-08",
    "发现的问题登记为隐患",
    needs=(Inspection,),
    zh=("发现了问题“{defect}”，没有隐患编号", "请登记到隐患台账后填写编号"),
    en=(
        "a defect was found, {defect!r}, and no hazard is named",
        "enter it on 隐患台账 and its number here",
    ),
    source="检查发现的问题进入隐患台账，直到销号",
    severity=Severity.WARNING,
)
def defect_becomes_hazard(book: Book) -> Iterator[Hit]:
    """A defect that an inspection found is entered as a hazard."""
    rows = book[Inspection]
    named = links.unlisted_hazards(links.links(book)) if _has_links(book) else {}
    results, defects, hazards = map(rows.column, ("result", "defect", "hazard"))
    for index in rows.judged("result", "defect", "hazard"):
        failed = book.group("检查结果", results[index]) == FAILED
        if failed and _tells(defects[index]) and hazards[index] is None and index not in named:
            at = (rows.place(index, "defect"),)
            yield rows.hit(index, "hazard", related=at, defect=defects[index])


def _has_links(book: Book) -> bool:
    return Hazard in book and book[Hazard].has("inspection") and book[Inspection].has("number")


inspector_is_known = known_in(
    "INS-14",
    Inspection,
    "inspectors",
    PersonRow,
    "name",
    ("检查人在人员表中", "Whoever inspects is on the staff list."),
    **NAMED,
)
supervisor_is_known = known_in(
    "INS-15",
    Inspection,
    "supervisor",
    PersonRow,
    "name",
    ("签名的主管在人员表中", "The supervisor who signs is on the staff list."),
    **NAMED,
)


on_staff_that_day = on_staff(
    "INS-16",
    {Inspection: (("inspectors", "date"), ("supervisor", "date"))},
    ("检查人和主管当天在岗", "Whoever inspects or signs was on the staff on that day."),
)


RULES: tuple[Rule, ...] = (
    number_is_unique,
    made_by_as_of,
    content_is_stated,
    supervisor_signed,
    enough_signatures,
    defect_is_described,
    result_fits_defect,
    defect_becomes_hazard,
    *links.RULES,
    inspector_is_known,
    supervisor_is_known,
    on_staff_that_day,
    *MISSED,
)
