"""Everything that one check found out: problems, skipped rules, faults."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from houqin.book import Book
from houqin.problems import Fault, Problem, Severity, Skipped, State, Tidied
from houqin.sections import Section

COUNTED = (State.NEW, State.OPEN)


@dataclass(frozen=True, slots=True)
class ReadSheetFacts:
    """One ledger that was read: its title in the file, its key and its number of rows."""

    sheet: str
    key: str
    rows: int


@dataclass(frozen=True, slots=True)
class Result:
    """What the user is told; the book is there for actions and reports."""

    book: Book
    sheets: tuple[ReadSheetFacts, ...]
    problems: tuple[Problem, ...]
    tidied: tuple[Tidied, ...]
    skipped: tuple[Skipped, ...]
    faults: tuple[Fault, ...]
    unknown: tuple[str, ...] = ()  # sheets that are no ledger
    judged: int = 0  # rules that ran to their end
    lang: str = "zh"
    sections: tuple[Section, ...] = ()  # once they are asked for
    asked: frozenset[str] = frozenset()  # the only sheets whose problems are told; none: all

    @property
    def counts(self) -> Mapping[str, int]:
        """Return how many problems there are of each severity; accepted ones apart."""
        return _counts(self.problems)

    def counts_on(self, sheet: str) -> Mapping[str, int]:
        """Return the same of one sheet."""
        return _counts(problem for problem in self.problems if problem.place.sheet == sheet)

    def problems_by_row(self, sheet: str) -> dict[int, list[Problem]]:
        """Return the problems that stand at a row of a sheet, by its number."""
        found: dict[int, list[Problem]] = {}
        for problem in self.problems:
            if problem.place.sheet == sheet and problem.place.row:
                found.setdefault(problem.place.row, []).append(problem)
        return found

    @property
    def recognised(self) -> bool:
        """Tell whether any sheet is a ledger."""
        return bool(self.sheets)

    @property
    def exit_code(self) -> int:
        """0 nothing to mend, 1 something to mend, 2 nothing recognised or a fault of ours."""
        if self.faults or not self.recognised:
            return 2
        return int(self.counts["error"] > 0)

    @property
    def draft(self) -> bool:
        """Tell whether a summary made from this is a draft: errors stand, or a rule broke."""
        return self.exit_code != 0


def _counts(problems: Iterable[Problem]) -> Mapping[str, int]:
    found = Counter(
        "accepted" if each.state is State.ACCEPTED else each.severity.value
        for each in problems
        if each.state is not State.MENDED
    )
    return {name: found[name] for name in (*Severity, "accepted")}


@dataclass(frozen=True, slots=True)
class Options:
    """What the user asked for on the command line."""

    as_of: str = ""
    period: str = ""
    lang: str = ""
    sheets: tuple[str, ...] = field(default=())
