"""The whole story: open, read, judge, tell."""

from datetime import date

from houqin.areas import MODELS, RULES
from houqin.book import Book
from houqin.errors import Refused
from houqin.opening import Host, Progress, Reading, missing_sheets, nobody, open_sheets, read_book
from houqin.problems import Both, in_reading_order
from houqin.reading import rules as reading_rules
from houqin.result import Options, ReadSheetFacts, Result
from houqin.rules import Verdict, run_rules
from houqin.states import accepted, decisions_of, with_states


def check(host: Host, options: Options, today: date, progress: Progress = nobody) -> Result:
    """Check one open workbook; `today` holds where neither the user nor 参数 names a day.

    `progress` is told each stage as it begins.

    Raises:
        Refused: an option cannot be understood.
    """
    reading = open_sheets(host, progress)
    own = "houqin" in host.properties()
    progress(Both("正在理解各表内容", "Making sense of the cells"))
    book = read_book(reading, options, today, own=own)
    progress(Both(f"正在判断 {len(RULES)} 条规则", f"Judging {len(RULES)} rules"))
    verdict = run_rules(RULES, book)
    if own:
        reading.problems += missing_sheets(reading)
    return tell(reading, book, verdict, options)


def tell(reading: Reading, book: Book, verdict: Verdict, options: Options) -> Result:
    """Put everything that was found into one result."""
    problems = [*reading.problems, *verdict.problems]
    asked = {title for name in options.sheets for title in titles(reading, name)}
    if options.sheets:
        problems = [problem for problem in problems if problem.place.sheet in asked]
    problems = in_reading_order(problems, list(reading.grids))
    held = accepted(decisions_of(reading.grids), book.as_of)
    facts = [
        ReadSheetFacts(rows.sheet, model.ledger.key, len(rows))
        for model, rows in reading.rows.items()
    ]
    order = list(reading.grids)
    return Result(
        book=book,
        sheets=tuple(sorted(facts, key=lambda each: order.index(each.sheet))),
        problems=tuple(with_states(problems, held)),
        tidied=tuple(reading.tidied),
        skipped=tuple(verdict.skipped),
        faults=(*reading.faults, *verdict.faults),
        unknown=tuple(reading.found.unknown),
        judged=verdict.judged + len(reading_rules.RULES),
        lang=language(options.lang) or language(book.settings.text("language")) or "zh",
        asked=frozenset(asked),
    )


def titles(reading: Reading, name: str) -> set[str]:
    """Return the sheets meant by a name: the title in the file, the standard title or the key.

    Raises:
        Refused: there is no such sheet, so nothing can be said of it.
    """
    by_ledger = {
        reading.found.sheets[model.ledger.key].sheet
        for model in MODELS
        if name in (model.ledger.key, model.ledger.title)
        and model.ledger.key in reading.found.sheets
    }
    found = by_ledger | ({name} if name in reading.grids else set())
    if not found and reading.rows:
        seen = "、".join(rows.sheet for rows in reading.rows.values())
        raise Refused("no_ledger", value=name, seen=seen)
    return found


def language(stated: str) -> str:
    """Return the language that a text such as en or zh-CN names, nothing where none is stated.

    Raises:
        Refused: houqin does not speak it.
    """
    name = stated.strip().lower()[:2]
    if name not in ("", "zh", "en"):
        raise Refused("lang", value=stated)
    return name
