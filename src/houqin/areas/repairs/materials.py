"""The rules between repairs and 领用: the things used were fetched for this repair, and once."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from houqin.areas.makers import day_of, known_in, numbers_in
from houqin.areas.repairs.rows import Repair
from houqin.areas.stock.rows import StockIssue
from houqin.book import Book
from houqin.problems import Both, Hit, Severity
from houqin.rows import NotJudged
from houqin.rules import Rule, book_rule

SOURCE = "维修耗材凭领用单领取"
TAKEN = "领用"  # what a blank 出库类型 means
WORDS = "维修用语"


@lru_cache(maxsize=1)
def documents(book: Book) -> Mapping[str, tuple[StockIssue, ...]]:
    """Return the lines of each document of 领用."""
    found: dict[str, list[StockIssue]] = {}
    rows = book[StockIssue]
    for index, number in enumerate(rows.column("number")):
        if number is not None:
            found.setdefault(number, []).append(rows[index])
    return {number: tuple(lines) for number, lines in found.items()}


def uses(book: Book) -> Iterator[tuple[Repair, str]]:
    """Yield each repair with each document that it names."""
    rows = book[Repair]
    named = rows.column("materials")
    for index in rows.judged("materials"):
        for number in numbers_in(named[index]):
            yield rows[index], number


document_exists = known_in(
    "REP-33",
    Repair,
    "materials",
    StockIssue,
    "number",
    ("维修所写的领用单在领用表中", "A stock issue that a repair names is on 领用."),
    split=numbers_in,
    source=SOURCE,
)


@book_rule(
    "REP-34",
    "维修所写的领用单与本次维修的校区、类型和日期相符",
    needs=(Repair, StockIssue),
    zh=("领用单 {document} {why}", "请核对领用单号"),
    en=("the stock issue {document} {why_en}", "check its number"),
    source=SOURCE,
)
def document_fits(book: Book) -> Iterator[Hit]:
    """A stock issue that a repair names is one at its campus, for use, and before its end."""
    found = documents(book)
    for row, number in uses(book):
        why = _misfit(row, found[number][0], book) if number in found else None
        if why:
            at = (found[number][0].at("number"),)
            yield row.hit("materials", related=at, document=number, why=why.zh, why_en=why.en)


def _misfit(row: Repair, line: StockIssue, book: Book) -> Both | None:
    """Say why a stock issue cannot be for a repair, None where it can, or where it is in doubt."""
    try:
        return next(_misfits(row, line, book), None)
    except NotJudged:
        return None


def _misfits(row: Repair, line: StockIssue, book: Book) -> Iterator[Both]:
    kind, finished = line.get("kind") or TAKEN, row.get("finished")
    if line.campus != row.campus:
        yield Both(f"在{line.campus}领用", f"was at {line.campus}")
    if kind != TAKEN:
        yield Both(f"是{kind}，不是领用", f"is {kind}, not {TAKEN}")
    if line.date > book.as_of or day_of(row.reported) > book.as_of:
        return
    if finished and line.date > day_of(finished):
        yield Both(
            f"的日期 {line.date} 晚于完成时间", f"is of {line.date}, after the repair was finished"
        )
    if line.date < day_of(row.reported):
        yield Both(f"的日期 {line.date} 早于报修时间", f"is of {line.date}, before the report")


@book_rule(
    "REP-35",
    "维修所写的领用单用途是维修",
    needs=(Repair, StockIssue),
    zh=("领用单 {document} 的用途是“{purpose}”", "请核对领用单号或用途"),
    en=("the stock issue {document} is for {purpose}", "check its number, or its purpose"),
    source=SOURCE,
    severity=Severity.WARNING,
)
def purpose_is_repair(book: Book) -> Iterator[Hit]:
    """The purpose of a stock issue that a repair names speaks of mending."""
    found, words = documents(book), _words(book)
    for row, number in uses(book):
        line = found[number][0] if number in found else None
        if line is None or not words or _misfit(row, line, book):
            continue
        purpose = line.get("purpose")
        if purpose and not any(word in purpose for word in words):
            yield row.hit(
                "materials", related=(line.at("purpose"),), document=number, purpose=purpose
            )


def _words(book: Book) -> tuple[str, ...]:
    vocabulary = book.vocabularies.get(WORDS)
    return vocabulary.values if vocabulary else ()


@book_rule(
    "REP-36",
    "一张领用单只用于一次维修",
    needs=(Repair,),
    zh=(
        "领用单 {document} 在第 {row} 行的 {other} 中已用过",
        "请核对；几次维修共用的，请分开登记领用单",
    ),
    en=("the stock issue {document} stands in row {row}, {other}, already", "check the number"),
    source=SOURCE,
    severity=Severity.WARNING,
)
def document_is_used_once(book: Book) -> Iterator[Hit]:
    """A stock issue is for one repair."""
    first: dict[str, Any] = {}
    for row, number in uses(book):
        other = first.setdefault(number, row)
        if other is not row:
            at = (other.at("materials"),)
            shown = {"document": number, "row": other.number_on_sheet, "other": other.key}
            yield row.hit("materials", related=at, **shown)


RULES: tuple[Rule, ...] = (
    document_exists,
    document_fits,
    purpose_is_repair,
    document_is_used_once,
)
