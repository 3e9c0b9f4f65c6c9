"""整改通知单: a page to print for each person who has hazards to put right, and to sign."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from houqin.areas.safety.deadlines import Standing
from houqin.areas.safety.overdue import Charge, OverdueHazard, by_responsible, overdue
from houqin.book import Book
from houqin.own.notice_form import COLUMNS, HALF, LINES, NOTICES, PAGES, WIDEST
from houqin.own.wrapping import pieces
from houqin.problems import Both
from houqin.result import Result
from houqin.sections import Value

Row = tuple[Value, ...]
NOBODY = Both("（没有整改责任人）", "(nobody is responsible)")
OPENING = Both(
    "经检查，下列隐患由您负责整改。请在整改期限前完成，写明整改情况并签名，交后勤部门复查。",
    "These hazards are yours to put right. Do so before the deadline, write down what was done, "
    "sign, and hand this page in for the recheck.",
)
NO_DEADLINE = Both(
    "请先与后勤部门商定整改期限，并写进隐患台账。",
    "Please agree on a deadline first, and enter it on 隐患台账.",
)
MEASURES = Both("整改情况：", "What was done:")
SIGNED = (
    Both("签收人：＿＿＿＿＿＿＿＿", "Received by: ＿＿＿＿＿＿＿"),
    Both("签收日期：＿＿＿＿年＿＿月＿＿日", "on: ＿＿＿＿＿＿＿"),
)
RECHECKED = (
    Both("复查人：＿＿＿＿＿＿＿＿　□ 合格　□ 不合格", "Rechecked by: ＿＿＿＿＿　□ yes　□ no"),
    Both("复查日期：＿＿＿＿年＿＿月＿＿日", "on: ＿＿＿＿＿＿＿"),
)
BLANK_BELOW = Both("（以下空白）", "(nothing below)")
NO_NOTICES = Both(
    "没有要通知的隐患：没有逾期、即将到期或没有期限的。",
    "No notices: no hazard is overdue, due soon or without a deadline.",
)


@dataclass(frozen=True, slots=True)
class Notices:
    """What stands on the sheet from its first row on; every page has as many rows."""

    rows: tuple[Row, ...]
    people: int
    pages: int
    message: str


def notices(result: Result) -> Notices:
    """Return the pages to hand out, whoever has the most pressing hazard first."""
    charges, lang = charges_to_notify(result.book), result.lang
    pages = [
        page
        for number, charge in enumerate(charges, 1)
        for page in _pages(result, charge, f"ZG-{result.book.as_of:%Y%m%d}-{number:02}")
    ]
    rows = tuple(row for page in pages for row in page)
    if not rows:
        return Notices((_row(NO_NOTICES.of(lang)),), 0, 0, NO_NOTICES.of(lang))
    return Notices(rows, len(charges), len(pages), _message(len(charges), len(pages), lang))


def charges_to_notify(book: Book) -> tuple[Charge, ...]:
    """Return what each person has to put right; what is done already calls for no notice."""
    found = (each for each in overdue(book) if each.standing is not Standing.CLOSED_LATE)
    return by_responsible(found)


def _message(people: int, pages: int, lang: str) -> str:
    told = Both(f"{people} 位责任人，共 {pages} 页。", f"{people} people, {pages} pages.").of(lang)
    if pages <= PAGES:
        return told
    beyond = Both(
        f"第 {PAGES} 页以后没有排版和分页，请先打印前面的。",
        f" Nothing is laid out after page {PAGES}: print the pages before it first.",
    )
    return told + beyond.of(lang)


def _pages(result: Result, charge: Charge, number: str) -> Iterator[tuple[Row, ...]]:
    lang = result.lang
    lines = [
        line
        for serial, hazard in enumerate(charge.hazards, 1)
        for line in _lines(serial, hazard, lang)
    ]
    parts = [lines[first : first + LINES] for first in range(0, len(lines), LINES)]
    for place, part in enumerate(parts, 1):
        of = f"{number}（{place}/{len(parts)}）" if len(parts) > 1 else number
        yield (*_above(result, charge, of), *_filled(part, lang), *_below(result, charge))


def _above(result: Result, charge: Charge, number: str) -> Iterator[Row]:
    book, lang = result.book, result.lang
    whom = charge.responsible or NOBODY.of(lang)
    to = Both(f"整改责任人：{whom}", f"To: {whom}").of(lang)
    on = Both(f"编号：{number}　{book.as_of}", f"No. {number}　{book.as_of}").of(lang)
    yield _row(book.settings.text("school.name") or None)
    yield _row(Both("整改通知单", "Notice of hazards").of(lang))
    yield _halves(to, on)
    yield _row(OPENING.of(lang))
    yield NOTICES.headings(lang)


def _lines(serial: int, hazard: OverdueHazard, lang: str) -> Iterator[Row]:
    """Yield the rows of a hazard: one, or more where its words do not fit into one."""
    due = hazard.due or Both("未定", "none").of(lang)
    told = (hazard.number, hazard.place, hazard.description, hazard.grade)
    texts = {1 + at: text for at, text in enumerate(told)}
    texts |= {6: time_left(hazard, lang), 7: next_words(hazard, lang)}
    cut = {at: pieces(text or "", COLUMNS[at].width - 2) for at, text in texts.items()}
    for index in range(max(map(len, cut.values()))):
        row: list[Value] = [None] * len(COLUMNS)
        for at, parts in cut.items():
            row[at] = parts[index] or None if index < len(parts) else None
        if index == 0:
            row[0], row[5] = serial, due
        yield tuple(row)


def time_left(hazard: OverdueHazard, lang: str) -> str:
    """Return in words how late a hazard is, or how many days are left."""
    if hazard.standing is Standing.OVERDUE:
        return Both(f"逾期 {hazard.days} 天", f"{hazard.days} days late").of(lang)
    if hazard.standing is Standing.NO_DEADLINE:
        return Both("没有期限", "no deadline").of(lang)
    if not hazard.days_left:
        return Both("今天到期", "due today").of(lang)
    return Both(f"剩 {hazard.days_left} 天", f"{hazard.days_left} days left").of(lang)


def next_words(hazard: OverdueHazard, lang: str) -> str:
    """Return in few words what is to be done next."""
    step = hazard.next_step
    if step.role is None:
        return step.words.of(lang)
    return Both(f"{step.on} 起报{step.role}", f"report to {step.role} from {step.on}").of(lang)


def _filled(lines: Sequence[Row], lang: str) -> Iterator[Row]:
    """Yield the rows of the table, and say where it ends."""
    yield from lines
    rest = LINES - len(lines)
    if rest:
        blank = BLANK_BELOW.of(lang)
        yield tuple(blank if at == WIDEST else None for at in range(len(COLUMNS)))
    for _ in range(rest - 1):
        yield _row(None)


def _below(result: Result, charge: Charge) -> Iterator[Row]:
    lang = result.lang
    yield _row(closing(charge, result.book.as_of).of(lang))
    yield _row(MEASURES.of(lang))
    for left, right in (SIGNED, RECHECKED):
        yield _halves(left.of(lang), right.of(lang))


def closing(charge: Charge, as_of: date) -> Both:
    """Return the sentence that names the earliest deadline of a person."""
    due = min((hazard.due for hazard in charge.hazards if hazard.due), default=None)
    if due is None:
        return NO_DEADLINE
    late = (as_of - due).days
    if late > 0:
        return Both(
            f"其中最早的整改期限是 {due}，已逾期 {late} 天，请立即整改。",
            f"The earliest deadline was {due}, {late} days ago. Please act at once.",
        )
    return Both(
        f"其中最早的整改期限是 {due}，还有 {-late} 天，请按期完成。",
        f"The earliest deadline is {due}, in {-late} days. Please be done by then.",
    )


def _row(text: str | None) -> Row:
    return (text, *(None for _ in COLUMNS[1:]))


def _halves(left: str, right: str) -> Row:
    row: list[Value] = [None] * len(COLUMNS)
    row[0], row[HALF] = left, right
    return tuple(row)
