"""What a rule is, how to write one, and how rules are run."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from houqin.book import Book
from houqin.errors import place_of
from houqin.problems import Both, Fault, Hit, Problem, Severity, Skipped, Words
from houqin.rows import NoColumn, NotJudged, Rows, SheetRow

Check = Callable[[Book], Iterable[Hit]]
M = TypeVar("M", bound=SheetRow)
S = TypeVar("S")


@dataclass(frozen=True, slots=True)
class Rule:
    """A check, with the facts and words that the user is told about it."""

    code: str
    title: Both  # the rule as a fact
    zh: Words
    en: Words
    severity: Severity = Severity.ERROR
    source: str = ""  # where the rule comes from: a regulation, a form, or plain reckoning
    settings: tuple[str, ...] = ()  # the codes on 参数 that it obeys
    needs: tuple[type[SheetRow], ...] = ()
    check: Check | None = None  # None: found while reading, not judged afterwards
    also: tuple[type[SheetRow], ...] = ()  # sheets of one kind; those that are there are judged

    def problem(self, hit: Hit) -> Problem:
        """Turn a hit into a problem; only the rule knows code and words."""
        return Problem(self.code, self.severity, hit, {"zh": self.zh, "en": self.en}, self.title)


def book_rule(
    code: str,
    title: str,
    *,
    needs: tuple[type[SheetRow], ...],
    zh: tuple[str, str],
    en: tuple[str, str],
    **facts: Any,
) -> Callable[[Check], Rule]:
    """Make a rule of a function that looks at whole sheets.

    `title` is the rule as a fact in Chinese; the docstring's first line is the same
    in English. `zh` and `en` hold what is wrong and what to do.
    """

    def make(check: Check) -> Rule:
        return Rule(
            code,
            Both(title, _fact(check)),
            Words(*zh),
            Words(*en),
            needs=needs,
            check=check,
            **facts,
        )

    return make


def row_rule(
    code: str,
    row: type[M],
    title: str,
    *,
    zh: tuple[str, str],
    en: tuple[str, str],
    needs: tuple[type[SheetRow], ...] = (),
    screen: Callable[[Rows[M], Book], Iterable[int]] | None = None,
    **facts: Any,
) -> Callable[[Callable[[M, Book], Iterable[Hit]]], Rule]:
    """Make a rule of a function that looks at one row at a time.

    `screen` may name the only rows worth a look, a superset of those at fault.
    """

    def make(check_row: Callable[[M, Book], Iterable[Hit]]) -> Rule:
        def check(book: Book) -> Iterator[Hit]:
            rows = book[row]
            for index in screen(rows, book) if screen else range(len(rows)):
                yield from judge(check_row, rows[index], book)

        title_ = Both(title, _fact(check_row))
        return Rule(code, title_, Words(*zh), Words(*en), needs=(row, *needs), check=check, **facts)

    return make


def judge(check_one: Callable[[S, Book], Iterable[Hit]], subject: S, book: Book) -> list[Hit]:
    """Ask a rule about one row, or one document, and nothing where it cannot be judged."""
    try:
        return list(check_one(subject, book))
    except NoColumn:
        raise
    except NotJudged:  # a cell that it looks at is told already: one cause, one problem
        return []


def _fact(check: Callable[..., Any]) -> str:
    return (check.__doc__ or "").strip().partition("\n")[0]


@dataclass(slots=True)
class Verdict:
    """What came of running rules: three outcomes, never mixed."""

    problems: list[Problem]
    skipped: list[Skipped]
    faults: list[Fault]
    judged: int = 0  # rules that ran to their end


def run_rules(rules: Iterable[Rule], book: Book) -> Verdict:
    """Run every rule whose sheets are there; keep a broken rule apart."""
    verdict = Verdict([], [], [])
    for rule in rules:
        if rule.check is not None:
            _run(rule, rule.check, book, verdict)
    return verdict


def _run(rule: Rule, check: Check, book: Book, verdict: Verdict) -> None:
    missing = [model.ledger.title for model in rule.needs if model not in book]
    if not any(model in book for model in rule.also):
        missing += [model.ledger.title for model in rule.also]
    if missing:
        each = tuple(no_sheet([title]) for title in missing)
        verdict.skipped.append(Skipped(rule.code, no_sheet(missing), each))
        return
    try:
        found = [rule.problem(hit) for hit in check(book)]
    except NoColumn as absent:
        verdict.skipped.append(Skipped(rule.code, no_column(absent.sheet, absent.heading)))
    except Exception as error:  # noqa: BLE001 - the one place that may
        verdict.faults.append(Fault(rule.code, place_of(error)))
    else:
        verdict.problems.extend(told_once(found))
        verdict.judged += 1


def told_once(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Leave out what the same cell says again, such as one merged over several rows."""
    told = set[tuple[object, ...]]()
    for problem in problems:
        hit = problem.hit
        said = (hit.place, hit.values.get("name") if hit.once else str(hit.values))
        if hit.place.cell is None or said not in told:
            told.add(said)
            yield problem


def no_sheet(titles: Iterable[str]) -> Both:
    """Say that a rule was not judged because sheets are not there."""
    names = list(titles)
    return Both(f"没有工作表 {'、'.join(names)}", f"missing from the workbook: {', '.join(names)}")


def no_column(sheet: str, heading: str) -> Both:
    """Say that a rule was not judged because a column is not there."""
    return Both(f"工作表 {sheet} 没有“{heading}”一列", f"the sheet {sheet} has no column {heading}")
