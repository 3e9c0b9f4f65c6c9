"""The rules about the approval matrix itself: every amount has one approver, and one only."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from houqin.areas.measures import COMPARISONS
from houqin.areas.purchasing.levels import (
    Case,
    Span,
    can_tell,
    cents,
    fits,
    gaps,
    matrix,
    rank,
)
from houqin.areas.purchasing.requests import COLLECTIVE
from houqin.areas.purchasing.rows import ApprovalLevel
from houqin.areas.purchasing.rows.columns import KINDS
from houqin.areas.purchasing.standing import is_held
from houqin.areas.school.rows import PersonRow
from houqin.book import Book
from houqin.problems import Hit, Severity
from houqin.rules import Rule, book_rule, row_rule

MATRIX = "审批权限：每个金额有且只有一档"


@row_rule(
    "APL-01",
    ApprovalLevel,
    "金额上限大于金额下限",
    zh=("金额上限 {below} 与下限 {above} 之间没有金额", "请改正其中一个，或是否含限"),
    en=("no amount lies between {above} and the upper limit {below}", "correct one of the limits"),
    source=MATRIX,
)
def level_has_amounts(row: ApprovalLevel, book: Book) -> Iterator[Hit]:  # noqa: ARG001 - all look alike
    """The upper limit of a level lies above its lower one."""
    if can_tell(row) and Span.of(row).is_empty:
        yield row.hit("below", related=(row.at("above"),), above=row.above, below=row.below)


@book_rule(
    "APL-02",
    "审批权限各档不重叠",
    needs=(ApprovalLevel,),
    zh=("与第 {row} 行重叠：{amounts} 元两行都适用", "请改正金额限、含限，或校区、类别"),
    en=("it overlaps row {row}: both have {amounts} yuan", "correct limits, campus or kind"),
    source=MATRIX,
)
def levels_do_not_overlap(book: Book) -> Iterator[Hit]:
    """No two levels that say equally much have the same amount."""
    told = set[int]()
    for earlier, later in combinations(matrix(book).lines, 2):
        one, other = Span.of(earlier), Span.of(later)
        if _are_rivals(earlier, later) and one.meets(other) and later.number_on_sheet not in told:
            told.add(later.number_on_sheet)
            both = Span(max(one.first, other.first), _lower(one.last, other.last))
            at = (earlier.at("above"),)
            row = earlier.number_on_sheet
            yield later.hit("above", related=at, row=row, amounts=str(both))


def _are_rivals(one: ApprovalLevel, other: ApprovalLevel) -> bool:
    """Tell whether some case has both lines, and neither says more than the other."""
    pairs = [(one.get(field), other.get(field)) for field in ("campus", "kind")]
    meet = all(None in pair or len(set(pair)) == 1 for pair in pairs)
    return meet and rank(one) == rank(other)


def _lower(one: int | None, other: int | None) -> int | None:
    ends = [each for each in (one, other) if each is not None]
    return min(ends, default=None)


@book_rule(
    "APL-03",
    "审批权限各档之间没有空缺",
    needs=(ApprovalLevel,),
    zh=("{where} {amounts} 元没有写由谁审批", "请补一行，或改正金额限、含限"),
    en=("nobody is named who approves {amounts} yuan ({where})", "add a line or correct a limit"),
    source=MATRIX,
)
def levels_have_no_gap(book: Book) -> Iterator[Hit]:
    """Every amount above 0 has a level, at every campus and of every kind."""
    rows, lines = book[ApprovalLevel], matrix(book).lines
    if len(lines) < len(rows):  # what the others say is told, or cannot be told
        return
    told = set[tuple[object, ...]]()
    for case in _cases(book):
        found = [line for line in lines if fits(line, case)]
        for gap, after in gaps(map(Span.of, found)):
            hit = _gap(book, case, gap, after)
            if (hit.place, str(gap)) not in told:
                told.add((hit.place, str(gap)))
                yield hit


def _cases(book: Book) -> list[Case]:
    """Return what may be bought where: by the school's lists, else as the lines name it."""
    lines = matrix(book).lines
    vocabulary = book.vocabularies.get(KINDS)
    kinds = vocabulary.values if vocabulary else sorted({k for e in lines if (k := e.get("kind"))})
    campuses = book.campuses() or sorted({c for each in lines if (c := each.get("campus"))})
    if not lines:
        return []
    return [Case(campus, kind) for campus in campuses or [None] for kind in kinds or [None]]


def _gap(book: Book, case: Case, gap: Span, after: Span | None) -> Hit:
    """Say a gap where the level after it begins, or where the last level before it ends."""
    found = matrix(book).fitting(case)
    where = "".join(filter(None, (case.campus, case.kind)))
    if after:
        line = max((each for each in found if Span.of(each) == after), key=rank)
        return line.hit("above", where=_where(line, where), amounts=str(gap))
    if found:
        line = max(found, key=lambda each: (Span.of(each).last or 0, rank(each)))
        return line.hit("below", where=_where(line, where), amounts=str(gap))
    return book[ApprovalLevel].sheet_hit("above", where=where, amounts=str(gap))


def _where(line: ApprovalLevel, where: str) -> str:
    """Name what a line is about, else the first case of which it is true."""
    return "".join(filter(None, (line.get("campus"), line.get("kind")))) or where


@row_rule(
    "APL-04",
    ApprovalLevel,
    "审批职务有人担任",
    needs=(PersonRow,),
    zh=("{sheet} 中没有人的职务是“{value}”", "请改正，或在 {sheet} 中补填职务"),
    en=("nobody on {sheet} holds the role {value}", "correct it, or enter the role on {sheet}"),
    source="人员 职务",
    severity=Severity.WARNING,
)
def approver_is_somebody(row: ApprovalLevel, book: Book) -> Iterator[Hit]:
    """Somebody on the staff list holds the role that approves."""
    people = book[PersonRow]
    people.require("roles")
    if len(people) and not is_held(row.approver, book):
        yield row.hit("approver", sheet=people.sheet)


@row_rule(
    "APL-05",
    ApprovalLevel,
    "达到集体决策金额的档次注明集体决策",
    zh=("本档 {amounts} 元含集体决策金额 {limit}，集体决策没有填“是”", "请填“是”，或分成两档"),
    en=(
        "{amounts} yuan reach {limit}, from where a meeting decides, and the line does not say so",
        "say so, or make two lines of it",
    ),
    source="三重一大：大额采购集体决策",
    settings=(COLLECTIVE,),
    severity=Severity.WARNING,
)
def level_says_that_a_meeting_decides(row: ApprovalLevel, book: Book) -> Iterator[Hit]:
    """A level that reaches the limit of collective decisions says that a meeting decides."""
    setting = book.settings.find(COLLECTIVE, row.get("campus"))
    collective, span = row.collective, Span.of(row)
    if collective or span.is_empty or setting is None or not isinstance(setting.value, Decimal):
        return
    is_met = COMPARISONS.get(setting.comparator, COMPARISONS[">="])
    if span.last is None or is_met(span.last, cents(setting.value)):
        at = (row.at("above"), row.at("below"))
        yield row.hit("collective", related=at, amounts=str(span), limit=setting.value)


RULES: tuple[Rule, ...] = (
    level_has_amounts,
    levels_do_not_overlap,
    levels_have_no_gap,
    approver_is_somebody,
    level_says_that_a_meeting_decides,
)
