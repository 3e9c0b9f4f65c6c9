"""What houqin keeps between two checks, on the hidden sheet _houqin (contract 7)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from houqin.port import Writing
from houqin.problems import Problem
from houqin.states import (
    LIST,
    RECORD,
    TOLD,
    USERS,
    Decision,
    Identity,
    decisions_of,
    list_rows,
    of_problems,
)
from houqin.tables.grid import Grid
from houqin.tables.results import last_row

HEADING_ROW = 6  # above it: the version, and what the macros say when Python is missing
COLUMNS = (TOLD, *LIST, *USERS)
YES = "1"


@dataclass(frozen=True, slots=True)
class Memory:
    """The user's decisions, and the problems that the last check told."""

    decisions: Mapping[Identity, Decision]
    told: Sequence[Mapping[str, str]]  # by field of the list

    def told_on(self, sheet: str | None) -> list[dict[str, Any]]:
        """Return the problems that the last check told of one sheet, or of all."""
        return [dict(each) for each in self.told if sheet in (None, each.get("sheet"))]

    def decision(self, identity: Identity) -> Decision:
        """Return what the user decided about a problem."""
        return self.decisions.get(identity, Decision())


def memory(grids: Mapping[str, Grid]) -> Memory:
    """Return what is kept; nothing where there is no such sheet."""
    kept = grids.get(RECORD)
    told = [row for row in list_rows(kept) if row.get("told") == YES] if kept else []
    return Memory(decisions_of(grids), told)


def remembered(
    lines: Iterable[Mapping[str, str]],
    problems: Sequence[Problem],
    decisions: Mapping[Identity, Decision],
    grid: Grid,
) -> Writing:
    """Return what is to be kept: the lines told now, and decisions about others.

    Decisions about problems that are not there any more wait for their return.
    """
    now = set(of_problems(problems))
    rows = [_row({**line, "told": YES}) for line in lines]
    rows += [
        _row(_facts(identity, decision))
        for identity, decision in decisions.items()
        if identity not in now and any(decision)
    ]
    heads = [column.zh for column in COLUMNS]
    blank = max(0, last_row(grid) - HEADING_ROW - len(rows))
    text = frozenset(range(len(COLUMNS)))
    return Writing(RECORD, HEADING_ROW, 1, [heads, *rows], text, blank)


def _row(facts: Mapping[str, str]) -> list[str | None]:
    return [facts.get(column.field) or None for column in COLUMNS]


def _facts(identity: Identity, decision: Decision) -> dict[str, str]:
    kept = zip((column.field for column in USERS), decision, strict=True)
    named = {
        "code": identity.code,
        "sheet": identity.sheet,
        "key": identity.key,
        "heading": identity.heading,
        "value": identity.value,
    }
    return named | dict(kept)
