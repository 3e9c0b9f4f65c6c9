"""The whole story: open, read, judge, tell."""

from datetime import date

from houqin.areas import MODELS, RULES
from houqin.book import Book
from houqin.opening import Host, Progress, Reading, missing_sheets, nobody, open_sheets, read_book
from houqin.problems import Both, in_reading_order
from houqin.reading import rules as reading_rules
from houqin.result import Options, ReadSheetFacts, Result
from houqin.rules import Verdict, run_rules
from houqin.settings import Settings
from houqin.states import accepted_in, with_states

PROBLEM_LIST = "问题清单"


def check(host: Host, options: Options, today: date, progress: Progress = nobody) -> Result:
    """Check one open workbook; `today` holds where neither the user nor 参数 names a day.

    `progress` is told each stage as it begins.

    Raises:
        HouqinError: an option cannot be understood.
    """
    reading = open_sheets(host, progress)
    own = "houqin" in host.properties()
    progress(Both("正在理解各表内容", "Making sense of the cells"))
    book = read_book(reading, options, today, own=own)
    progress(Both(f"正在判断 {len(RULES)} 条规则", f"Judging {len(RULES)} rules"))
    verdict = run_rules(RULES, book)
    if own:
        reading.problems += missing_sheets(reading.found)
    return tell(reading, book, verdict, options)


def tell(reading: Reading, book: Book, verdict: Verdict, options: Options) -> Result:
    """Put everything that was found into one result."""
    problems = [*reading.problems, *verdict.problems]
    if options.sheets:
        asked = {title for name in options.sheets for title in titles(reading, name)}
        problems = [problem for problem in problems if problem.place.sheet in asked]
    problems = in_reading_order(problems, list(reading.grids))
    accepted = accepted_in(reading.grids.get(PROBLEM_LIST), book.as_of)
    facts = [
        ReadSheetFacts(rows.sheet, model.ledger.key, len(rows))
        for model, rows in reading.rows.items()
    ]
    order = list(reading.grids)
    return Result(
        book=book,
        sheets=tuple(sorted(facts, key=lambda each: order.index(each.sheet))),
        problems=tuple(with_states(problems, accepted)),
        tidied=tuple(reading.tidied),
        skipped=tuple(verdict.skipped),
        faults=(*reading.faults, *verdict.faults),
        unknown=tuple(reading.found.unknown),
        judged=verdict.judged + len(reading_rules.RULES),
        lang=options.lang or language(book.settings),
    )


def titles(reading: Reading, name: str) -> set[str]:
    """Return the sheets meant by a name: the title in the file, the standard title or the key."""
    by_ledger = {
        reading.found.sheets[model.ledger.key].sheet
        for model in MODELS
        if name in (model.ledger.key, model.ledger.title)
        and model.ledger.key in reading.found.sheets
    }
    return by_ledger | ({name} if name in reading.grids else set())


def language(limits: Settings) -> str:
    """Return the language of the workbook."""
    return "en" if limits.text("language").lower().startswith("en") else "zh"
