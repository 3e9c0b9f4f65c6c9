"""The life of a problem over several checks: new, open, accepted, mended."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Any, NamedTuple

from houqin.cells.dates import read_date
from houqin.cells.values import CellValue, is_blank
from houqin.cells.writing import written
from houqin.problems import Problem, State
from houqin.tables.grid import Grid


class Identity(NamedTuple):
    """What makes a problem the same one next time, wherever its row went (contract 7)."""

    code: str
    sheet: str
    key: str
    heading: str
    value: str
    ordinal: int  # problems alike in all else are told apart by their order


def identities(facts: Iterable[tuple[str, str, str, str, str]]) -> Iterator[Identity]:
    """Number the problems that are alike in everything else."""
    seen: Counter[tuple[str, str, str, str, str]] = Counter()
    for each in facts:
        seen[each] += 1
        yield Identity(*each, seen[each])


def of_problems(problems: Sequence[Problem]) -> list[Identity]:
    """Return the identity of each problem; of a private cell key and value are unknown."""
    return list(identities(map(_facts, problems)))


def _facts(problem: Problem) -> tuple[str, str, str, str, str]:
    hit = problem.hit
    shown = ("", "") if hit.private else (hit.key, hit.value)
    return (problem.code, hit.place.sheet, shown[0], hit.heading or "", shown[1])


@dataclass(frozen=True, slots=True)
class ListColumn:
    """One column of the problem list, by which a later check finds its way."""

    field: str
    zh: str
    en: str
    width: int


LIST = (
    ListColumn("state", "状态", "State", 7),
    ListColumn("severity", "级别", "Severity", 7),
    ListColumn("sheet", "工作表", "Sheet", 11),
    ListColumn("cell", "单元格", "Cell", 8),
    ListColumn("heading", "栏目", "Heading", 13),
    ListColumn("key", "行标识", "Row", 15),
    ListColumn("value", "现在的内容", "What is there", 15),
    ListColumn("what", "问题", "Problem", 38),
    ListColumn("fix", "怎么改", "What to do", 34),
    ListColumn("related", "相关单元格", "See also", 14),
    ListColumn("code", "代码", "Code", 9),
)
USERS = (
    ListColumn("handling", "处理", "Handling", 8),
    ListColumn("reason", "理由", "Reason", 16),
    ListColumn("by", "经手人", "By", 9),
    ListColumn("until", "有效至", "Until", 11),
)
NUMBER = ListColumn("no", "序号", "No.", 7)  # of the list in the workbook
TOLD = ListColumn("told", "上次", "Last time", 6)  # kept only: told by the last check
ACCEPT = ("接受", "accept", "Accept")
_MENDED = ("已改好", "mended")  # told once, and then no problem any more
_IDENTITY = ("code", "sheet", "key", "heading", "value")
PROBLEM_LIST, RECORD = "问题清单", "_houqin"  # the list, and where it is kept between checks


class Decision(NamedTuple):
    """What the user wrote beside a problem, as it stands."""

    handling: str = ""
    reason: str = ""
    by: str = ""
    until: str = ""

    def accepts(self, as_of: date) -> bool:
        """Tell whether 接受 holds: with a reason and a name, and until 有效至 has passed."""
        if self.handling not in ACCEPT or not self.reason or not self.by:
            return False
        until = read_date(self.until) if self.until else as_of
        return isinstance(until, date) and until >= as_of


def decisions_in(grid: Grid | None) -> dict[Identity, Decision]:
    """Return what stands beside each problem of a problem list, or of what is kept of it."""
    rows = list(list_rows(grid)) if grid else []
    told = (row for row in rows if row.get("state") not in _MENDED)
    kept = [row for row in told if row.get("code")]
    facts = ((*(row.get(name, "") for name in _IDENTITY),) for row in kept)
    numbered = identities((f[0], f[1], f[2], f[3], f[4]) for f in facts)
    return {
        each: Decision(*(row.get(column.field, "") for column in USERS))
        for each, row in zip(numbered, kept, strict=True)
    }


def decisions_of(grids: Mapping[str, Grid]) -> dict[Identity, Decision]:
    """Return the user's decisions: those on the problem list, over those kept from earlier ones."""
    return decisions_in(grids.get(RECORD)) | decisions_in(grids.get(PROBLEM_LIST))


def accepted_in(grid: Grid | None, as_of: date) -> frozenset[Identity]:
    """Return the problems that the user accepted on a problem list."""
    return accepted(decisions_in(grid), as_of)


def accepted(decisions: Mapping[Identity, Decision], as_of: date) -> frozenset[Identity]:
    """Return the problems whose acceptance holds on a day."""
    return frozenset(each for each, decision in decisions.items() if decision.accepts(as_of))


def list_rows(grid: Grid) -> Iterator[dict[str, str]]:
    """Yield the lines of a problem list, or of what is kept of it, by field."""
    names = {each.zh: each.field for each in (NUMBER, *LIST, *USERS, TOLD)} | {
        each.en: each.field for each in (NUMBER, *LIST, *USERS, TOLD)
    }
    fields: dict[int, str] = {}
    for cells in grid.values:
        heads = {
            i: names[str(cell).strip()]
            for i, cell in enumerate(cells)
            if str(cell).strip() in names
        }
        if "code" in heads.values():
            fields = heads
        elif fields:
            yield {name: _text(cells[i]) for i, name in fields.items() if i < len(cells)}


def _text(cell: CellValue) -> str:
    if isinstance(cell, datetime) and cell.time() == time():
        cell = cell.date()
    return "" if is_blank(cell) else written(cell)


def with_states(problems: Sequence[Problem], accepted: frozenset[Identity]) -> Iterator[Problem]:
    """Mark the problems that the user accepted."""
    for problem, identity in zip(problems, of_problems(problems), strict=True):
        yield replace(problem, state=State.ACCEPTED) if identity in accepted else problem


def since(
    problems: Sequence[Problem], before: object
) -> tuple[list[Problem], list[dict[str, Any]]]:
    """Compare with an earlier result.json: mark what is new, and return what was mended.

    A mended problem is the earlier result's own entry with its state changed.

    Raises:
        ValueError: it is no earlier result.
    """
    earlier = [each for each in _told(before) if each.get("state") != State.MENDED.value]
    known = list(identities(_json_facts(each) for each in earlier))
    now = of_problems(problems)
    old, new = frozenset(known), frozenset(now)
    marked = [
        problem
        if identity in old or problem.state is State.ACCEPTED
        else replace(problem, state=State.NEW)
        for problem, identity in zip(problems, now, strict=True)
    ]
    mended = [
        {**each, "state": State.MENDED.value}
        for each, i in zip(earlier, known, strict=True)
        if i not in new
    ]
    return marked, mended


def _told(result: object) -> list[Mapping[str, Any]]:
    """Return the problems of a result as JSON holds it."""
    told = result.get("problems") if isinstance(result, dict) else None
    if not isinstance(told, list) or not all(isinstance(each, dict) for each in told):
        raise ValueError(result)
    return told


def _json_facts(entry: Mapping[str, Any]) -> tuple[str, str, str, str, str]:
    names = ("code", "sheet", "key", "heading", "value")
    code, sheet, key, heading, value = (str(entry.get(name) or "") for name in names)
    return (code, sheet, key, heading, value)
