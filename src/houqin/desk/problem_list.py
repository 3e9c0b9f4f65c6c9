"""问题清单 in the open workbook: its lines, kept from one check to the next."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date

from houqin.desk.links import link
from houqin.desk.marks import Marked
from houqin.desk.pages import page_writings
from houqin.own.layout import MORE_ROW, NOTE_ROW, VERDICT_ROW, OwnPage
from houqin.own.problem_list import PROBLEMS
from houqin.port import Writing, Written
from houqin.states import LIST, USERS, Decision, Identity, identities, list_rows
from houqin.tables.grid import Grid
from houqin.tables.results import heading_at

Line = Mapping[str, str]  # by field of the list
NUMBER = "no"
_NAMED_BY = ("code", "sheet", "key", "heading", "value")


@dataclass(frozen=True, slots=True)
class ProblemList:
    """What stands on the list: three lines about it, and a line for each problem."""

    note: str
    verdict: str
    more: str
    lines: tuple[Line, ...]
    lang: str = "zh"

    @classmethod
    def on(cls, grid: Grid, lang: str) -> "ProblemList":
        """Return what stands on the sheet."""
        note, verdict, more = (heading_at(grid, r, 1) for r in (NOTE_ROW, VERDICT_ROW, MORE_ROW))
        lines = tuple(row for row in list_rows(grid) if row.get("code"))
        return cls(note, verdict, more, lines, lang)

    def numbered(self) -> "ProblemList":
        """Return the list with numbers for the lines that have none."""
        last = max((int(each[NUMBER]) for each in self.lines if each.get(NUMBER)), default=0)
        found: list[Line] = []
        for each in self.lines:
            last += not each.get(NUMBER)
            found.append(each if each.get(NUMBER) else {**each, NUMBER: str(last)})
        return replace(self, lines=tuple(found))

    def decided(self, decisions: Mapping[Identity, Decision]) -> "ProblemList":
        """Return the list with what the user decided beside each problem."""
        facts = [tuple(each.get(name, "") for name in _NAMED_BY) for each in self.lines]
        known = identities((f[0], f[1], f[2], f[3], f[4]) for f in facts)
        lines = (
            {**line, **_by_field(decisions.get(identity, Decision()))}
            for line, identity in zip(self.lines, known, strict=True)
        )
        return replace(self, lines=tuple(lines))

    def writings(self, places: Mapping[str, Marked], former: Grid) -> list[Writing]:
        """Return what is to be written on the sheet."""
        page = OwnPage(PROBLEMS, self.note, self.verdict, (), self.more)
        rows = [_row(line, places) for line in self.lines] or [_nothing(self.verdict)]
        return page_writings(page, former, self.lang, rows)


def _by_field(decision: Decision) -> dict[str, str]:
    return {column.field: text for column, text in zip(USERS, decision, strict=True)}


def _row(line: Line, places: Mapping[str, Marked]) -> list[Written]:
    number = int(line[NUMBER])
    cells: dict[str, Written] = {field: text or None for field, text in line.items()}
    sheet = line.get("sheet", "")
    cells["cell"] = link(sheet, line.get("cell", ""), number, places.get(sheet))
    with suppress(ValueError):
        cells["until"] = date.fromisoformat(line.get("until", ""))
    return [number, *(cells.get(column.field) for column in (*LIST, *USERS))]


def _nothing(verdict: str) -> list[Written]:
    """Return the one line of an empty list: it says so."""
    fields = [column.field for column in (*LIST, *USERS)]
    return [None, *(verdict if field == "what" else None for field in fields)]
