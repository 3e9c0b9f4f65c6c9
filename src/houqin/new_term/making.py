"""Makes the next term's workbook: written, read back, proven, and only then put in its place."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from houqin.areas import MODELS
from houqin.book import Book
from houqin.errors import HouqinError
from houqin.files import replaced, spare
from houqin.hosts.files import open_workbook
from houqin.master.build import master
from houqin.master.checkout import shipped_macros
from houqin.new_term.carrying import Way, carry_of
from houqin.new_term.closing import Closing, closing_of, is_sure
from houqin.new_term.left_behind import left_behind
from houqin.new_term.next_rows import next_rows
from houqin.new_term.next_settings import NextTerm
from houqin.new_term.proof import Proven, proof_of
from houqin.opening import open_sheets, read_book
from houqin.problems import Both, Severity
from houqin.result import COUNTED, Options, Result
from houqin.rows import NotJudged

SUFFIX = ".xlsm"
STOCK = ("receipts", "stock_issues", "items", "campuses")


class NotXlsmError(HouqinError):
    """The new workbook has macros, so its name must say so."""

    def __init__(self, out: Path) -> None:
        super().__init__(
            f"新学期工作簿带有按钮，文件名应以 {SUFFIX} 结尾，不能是 {out.name}。"
            f" / The new workbook has macros: its name must end in {SUFFIX}, not {out.name}."
        )


class TermOrderError(HouqinError):
    """The days of the next term cannot be right."""

    def __init__(self, as_of: date) -> None:
        super().__init__(
            f"新学期的开始日期要晚于统计日期 {as_of}，结束日期不早于开始日期。请改正 --start、--end，或用 --as-of 写明结转到哪天。"
            f" / The next term starts after the as-of date {as_of}, and ends not before it starts; correct --start "
            "and --end, or say with --as-of up to which day the balances count."
        )


class UnsureError(HouqinError):
    """The balances cannot be relied upon."""

    def __init__(self, errors: int) -> None:
        super().__init__(
            f"{_why_unsure(errors).zh}，结存不可靠，没有生成新学期工作簿。"
            "请先用 houqin check 改正，或加 --despite-errors 照样结转。"
            f" / {_why_unsure(errors).en}: the balances are unsure, and nothing was written. "
            "Correct this first (houqin check), or say --despite-errors."
        )


def _why_unsure(errors: int) -> Both:
    if errors:
        return Both(
            f"库存或未了结的台账里有 {errors} 处错误没有改正",
            f"{errors} errors stand on the stock or on ledgers that go on",
        )
    return Both(
        "库存台账里有没有计入、存疑或结存为负的物品",
        "Lines of the stock are left out or in doubt, or a balance is below zero",
    )


class NotProvenError(HouqinError):
    """The new workbook does not hold what the old one did; it was not kept."""

    def __init__(self, different: Sequence[Proven]) -> None:
        zh = "、".join(each.what.zh for each in different)
        en = ", ".join(each.what.en for each in different)
        super().__init__(
            f"写出的工作簿与原簿核对不一致（{zh}），没有保存。"
            f" / The new workbook differs from the old one ({en}) and was not kept."
        )


@dataclass(frozen=True, slots=True)
class Made:
    """What was carried over, with its proof."""

    proof: tuple[Proven, ...]
    closing: Closing
    is_sure: bool
    begun_anew: tuple[str, ...]  # the ledgers whose rows stay in the old book
    unknown: tuple[str, ...] = ()  # columns and sheets that are no ledger's, and stay there too


def make_next_term(
    result: Result, book: Path, out: Path, wanted: NextTerm, *, despite_errors: bool = False
) -> Made:
    """Write the next term's workbook from a result that has its sections.

    Raises:
        HouqinError: the balances are unsure, or the new book is not proven; nothing is written.
    """
    _ready(result, book, out, wanted)
    errors = errors_below(result)
    try:
        closing, term = closing_of(result.book), next_rows(result, wanted)
    except NotJudged:  # a column is missing without which nothing can be booked
        raise UnsureError(errors) from None
    sure = not errors and not closing.below_zero and is_sure(result.book)
    if not (sure or despite_errors):
        raise UnsureError(errors)
    content = master({key: rows for key, rows in term.items() if rows}, shipped_macros())
    with replaced(out) as unfinished:
        unfinished.write_bytes(content)
        proof = proof_of(closing, _read_back(unfinished, result.book.as_of), term)
        if different := [each for each in proof if not each.equal]:
            raise NotProvenError(different)
    return Made(proof, closing, sure, tuple(_begun_anew(result.book)), left_behind(result, book))


def _ready(result: Result, book: Path, out: Path, wanted: NextTerm) -> None:
    spare(book, out)
    if out.suffix.lower() != SUFFIX:
        raise NotXlsmError(out)
    as_of = result.book.as_of
    start, end = wanted.start, wanted.end
    if (start and start <= as_of) or (end and end < (start or as_of)):
        raise TermOrderError(as_of)


def errors_below(result: Result) -> int:
    """Return the number of errors on the sheets that the carried balances rest on."""
    going_on = {model.ledger.key for model in MODELS if carry_of(model).way is Way.SOME}
    sheets = {each.sheet for each in result.sheets if each.key in {*STOCK, *going_on}}
    return sum(
        each.severity is Severity.ERROR and each.state in COUNTED and each.place.sheet in sheets
        for each in result.problems
    )


def _begun_anew(book: Book) -> list[str]:
    return [
        model.ledger.title
        for model in MODELS
        if model in book and carry_of(model).way is Way.NONE and len(book[model])
    ]


def _read_back(path: Path, as_of: date) -> Book:
    host = open_workbook(path)
    try:
        return read_book(open_sheets(host), Options(as_of.isoformat()), as_of, own=True)
    finally:
        host.close()
