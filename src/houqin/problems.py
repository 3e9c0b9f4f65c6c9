"""What the user is told: a problem, where it is, and how serious it is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from houqin.cells.writing import written
from houqin.errors import WORDS


class Severity(StrEnum):
    """How much a problem matters to the user."""

    ERROR = "error"  # must be mended before the workbook is sent on
    WARNING = "warning"  # please look; it may be right
    NOTE = "note"  # good to know, told once for each sheet


class State(StrEnum):
    """Where a problem stands in its life over several checks."""

    NEW = "new"
    OPEN = "open"
    ACCEPTED = "accepted"
    MENDED = "mended"


class Words(NamedTuple):
    """What is wrong, and what to do about it: two templates or two sentences."""

    what: str
    fix: str


class Both(NamedTuple):
    """One text in both languages."""

    zh: str
    en: str

    def of(self, lang: str) -> str:
        """Return the text in the language asked for."""
        return self.en if lang == "en" else self.zh


NO_WORDS = Both("", "")


@dataclass(frozen=True, slots=True)
class Place:
    """A cell, a row, a column or a sheet, named as the screen names it."""

    sheet: str
    row: int | None = None
    column: str | None = None

    @property
    def cell(self) -> str | None:
        """The address, such as G118, or None where it is no single cell."""
        return f"{self.column}{self.row}" if self.row and self.column else None

    def __str__(self) -> str:
        cell = f"{self.column or ''}{self.row or ''}"
        return f"{self.sheet}!{cell}" if cell else self.sheet


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule yields: where, what stands there, and the values its words show."""

    place: Place
    values: Mapping[str, object] = field(default_factory=dict)
    related: tuple[Place, ...] = ()
    heading: str | None = None
    key: str = ""  # the row's own name, such as a document's number
    value: str = ""  # the cell as typed
    private: bool = False
    once: bool = False  # the cell stands for several rows: it is told for one of them


class _Shown(dict[str, str]):
    """The values of a hit as a message shows them; what is not given shows as nothing."""

    def __missing__(self, name: str) -> str:
        return ""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing in the user's data to mend."""

    code: str
    severity: Severity
    hit: Hit
    words: Mapping[str, Words]  # by language
    title: Both  # the rule as a fact
    state: State = State.OPEN

    @property
    def place(self) -> Place:
        """Where it is."""
        return self.hit.place

    def what(self, lang: str = "zh") -> str:
        """Return what is wrong, without the place; of a private cell only the rule (contract 13)."""
        if self.hit.private:
            rule = self.title.of(lang).rstrip(".")
            return Both(f"没有做到“{rule}”", f"not as it should be: {rule}").of(lang)
        return self.words[lang].what.format_map(self._shown())

    def fix(self, lang: str = "zh") -> str:
        """Return what to do; of a private cell nothing that shows a value."""
        fix = self.words[lang].fix
        if self.hit.private:
            return Both("请核对这个单元格", "look at this cell").of(lang) if "{" in fix else fix
        shown = self._shown()
        fix = fix.format_map(shown)
        if "suggest" not in shown:
            return fix
        suggest = shown["suggest"]
        return fix + Both(f"（是不是“{suggest}”？）", f" (did you mean {suggest!r}?)").of(lang)

    def message(self, lang: str = "zh") -> str:
        """Return the whole sentence: where, what is there, what to do."""
        heading, key = self.hit.heading, "" if self.hit.private else self.hit.key
        if lang == "en":
            where = f"{self.place}{f' {heading}' if heading else ''}{f' ({key})' if key else ''}"
            return f"{where}: {self.what('en')}; {self.fix('en')}."
        where = f"{self.place}{f' {heading}' if heading else ''}{f'（{key}）' if key else ''}"
        return f"{where}：{self.what('zh')}，{self.fix('zh')}。"

    def _shown(self) -> _Shown:
        values = {name: written(value) for name, value in self.hit.values.items()}
        return _Shown({"value": self.hit.value} | values)

    def __str__(self) -> str:
        return f"{self.place} {self.code}"


@dataclass(frozen=True, slots=True)
class Tidied:
    """A cell that was read otherwise than it stands."""

    place: Place
    raw: str
    read: object
    private: bool = False


@dataclass(frozen=True, slots=True)
class Fault:
    """A rule that broke: our mistake, never shown as one of the user's; or a sheet that cannot be read."""

    code: str
    error: str

    def told(self) -> Both:
        """Say which of the two it is, and what to do about a sheet."""
        if self.code in WORDS:
            fix = WORDS[self.code].fix
            return Both(f"读不了 {self.error}。{fix.zh}", f"Cannot be read: {self.error}. {fix.en}")
        return Both(
            f"故障 {self.code}：{self.error}（这是 houqin 的毛病，不是表里的错）。",
            f"Fault {self.code}: {self.error} (houqin broke; your data are not to blame).",
        )


@dataclass(frozen=True, slots=True)
class Skipped:
    """A rule that could not be judged, and why."""

    code: str
    why: Both
    lacks: tuple[Both, ...] = ()  # where it lacks several sheets, the same for each of them


def in_reading_order(problems: Sequence[Problem], sheets: Sequence[str]) -> list[Problem]:
    """Return the problems by sheet, row, column and code, as the eye goes."""
    order = {sheet: index for index, sheet in enumerate(sheets)}

    def position(problem: Problem) -> tuple[int, int, int, str, str]:
        place = problem.place
        column = place.column or ""
        return (
            order.get(place.sheet, len(order)),
            place.row or 0,
            len(column),
            column,
            problem.code,
        )

    return sorted(problems, key=position)
