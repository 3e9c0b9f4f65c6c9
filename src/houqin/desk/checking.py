"""校验本表, 校验全部, 清除标记, 下一个问题: the marks and the list of problems."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from houqin.desk.jobs import Outcome, Press
from houqin.desk.marks import Marked, clearings, marked, texts
from houqin.desk.memory import Memory, memory, remembered
from houqin.desk.problem_list import ProblemList
from houqin.own.layout import FIRST_ROW
from houqin.own.problem_list import mended_facts, summary_lines
from houqin.pipeline import check
from houqin.port import DeskError, Writing
from houqin.problems import Both, Place, Problem
from houqin.reports.as_text import facts
from houqin.result import Options, Result
from houqin.states import PROBLEM_LIST, RECORD, accepted, since, with_states
from houqin.tables.address import column_letter, column_number
from houqin.tables.grid import Grid
from houqin.tables.results import heading_at
from houqin.trail import note

MARK = re.compile(r"[✘？]【(.+?)】")
BACKUP_DAYS = "backup.days"


@dataclass(frozen=True, slots=True)
class Checked:
    """One check of the open workbook, and what was known before it."""

    result: Result
    grids: Mapping[str, Grid]
    memory: Memory
    places: Mapping[str, Marked]


def checked(press: Press) -> Checked:
    """Check the open workbook; problems that the user accepted stay accepted.

    Raises:
        DeskError: no sheet of it is a ledger.
    """

    def progress(stage: Both) -> None:
        press.desk.status(f"houqin {stage.zh}…")

    result = check(press.snapshot, Options(), press.now.date(), progress)
    if not result.recognised:
        raise DeskError(
            "这个工作簿里没有认出任何台账。 / No ledger was recognised in this workbook."
        )
    grids = press.snapshot.checked_grids()
    kept = memory(grids)
    held = accepted(kept.decisions, result.book.as_of)
    result = replace(result, problems=tuple(with_states(result.problems, held)))
    note(**result.counts)
    return Checked(result, grids, kept, marked(grids.values()))


def check_all(press: Press) -> Outcome:
    """Check every ledger: marks on each, and the whole list."""
    found = checked(press)
    problems, mended = since(found.result.problems, {"problems": found.memory.told_on(None)})
    result = replace(found.result, problems=tuple(problems))
    lang = result.lang
    told = [
        *(facts(each, lang) for each in problems),
        *(mended_facts(each, lang) for each in mended),
    ]
    list_ = ProblemList(*summary_lines(result), tuple(told), lang)
    writings = _writings(found, list_, problems)
    words = _told(result, len(mended))
    return Outcome(
        words, Place(PROBLEM_LIST, FIRST_ROW, "A"), writings, keep_days=keep_days(result)
    )


def check_sheet(press: Press) -> Outcome:
    """Check the sheet before the user; the list keeps what it says of the others."""
    sheet = press.desk.selection().sheet
    found = checked(press)
    result = found.result
    if sheet not in found.places:
        raise DeskError(
            f"“{sheet}”不是台账。请先切换到要检查的表，再点“校验本表”。"
            f" / {sheet} is no ledger. Go to the sheet to be checked and click again."
        )
    here = [problem for problem in result.problems if problem.place.sheet == sheet]
    problems, mended = since(here, {"problems": found.memory.told_on(sheet)})
    result = replace(result, problems=tuple(problems), asked=frozenset({sheet}))
    lang = result.lang
    former = ProblemList.on(found.grids.get(PROBLEM_LIST, Grid(PROBLEM_LIST)), lang)
    order = {name: place for place, name in enumerate(found.grids)}
    others = [line for line in former.lines if line.get("sheet") != sheet]
    told = [
        *(facts(each, lang) for each in problems),
        *(mended_facts(each, lang) for each in mended),
    ]
    note, verdict, more = summary_lines(result)
    of_one = Both(
        f"{verdict}（只重新检查了“{sheet}”）", f"{verdict} (only {sheet} was checked anew)"
    )
    list_ = ProblemList(
        note,
        of_one.of(lang),
        more,
        tuple(sorted((*others, *told), key=lambda line: order.get(line["sheet"], 0))),
        lang,
    )
    writings = _writings(found, list_, problems, sheet)
    return Outcome(
        _told(result, len(mended)), _first(problems), writings, keep_days=keep_days(result)
    )


def clear_marks(press: Press) -> Outcome:
    """Empty 校验结果 and the list; what the user decided is kept for the next check."""
    grids = press.snapshot.checked_grids()
    places, kept = marked(grids.values()), memory(grids)
    empty = ProblemList("", "", "", ())
    writings = [*clearings(places), *_on_list(empty, places, grids)]
    if RECORD in grids:
        writings.append(remembered(kept.told, (), kept.decisions, grids[RECORD]))
    return Outcome("", None, writings)


def next_problem(press: Press) -> Outcome:
    """Go to the next cell that is marked, on this sheet or on one after it."""
    here = press.desk.selection()
    names = list(press.snapshot.sheet_names())
    start = names.index(here.sheet) if here.sheet in names else 0
    for sheet in [*names[start:], *names[:start], here.sheet]:
        after = here if sheet == here.sheet and sheet == names[start] else None
        place = _next_on(press.snapshot.read(sheet), after)
        if place is not None:
            return Outcome("", place)
        here = Place("")
    return Outcome(
        Both(
            "没有标记的问题。还没有检查过的话，请先点“校验全部”。",
            "No cell is marked. Click 校验全部 to check first.",
        ).zh
    )


def keep_days(result: Result) -> int | None:
    """Return how long backups are kept, None where 参数 leaves it blank."""
    days = result.book.settings.number(BACKUP_DAYS, None, result.book.as_of)
    return None if days is None else int(days)


def _writings(
    found: Checked, list_: ProblemList, problems: Sequence[Problem], only: str | None = None
) -> list[Writing]:
    """Return everything that a check of all sheets, or of one, writes: marks, list, memory."""
    list_ = list_.decided(found.memory.decisions).numbered()
    new = [line for line in list_.lines if only in (None, line.get("sheet"))][: len(problems)]
    numbered = [(int(line["no"]), each) for line, each in zip(new, problems, strict=True)]
    writings = [
        place.writing(texts(place, found.grids[sheet], numbered, list_.lang))
        for sheet, place in found.places.items()
        if only in (None, sheet)
    ]
    writings += _on_list(list_, found.places, found.grids)
    if RECORD in found.grids:
        before = [line for line in found.memory.told if only not in (None, line.get("sheet"))]
        kept = found.memory.decisions
        record = found.grids[RECORD]
        writings.append(remembered([*before, *new], found.result.problems, kept, record))
    return writings


def _on_list(
    list_: ProblemList, places: Mapping[str, Marked], grids: Mapping[str, Grid]
) -> Iterator[Writing]:
    if PROBLEM_LIST in grids:
        yield from list_.writings(places, grids[PROBLEM_LIST])


def _told(result: Result, mended: int) -> str:
    lang = result.lang
    verdict = summary_lines(result)[1]
    if result.faults:
        return verdict
    done = Both(f"已改好 {mended} 处。", f"Mended: {mended}. ").of(lang) if mended else ""
    if not result.problems:
        return verdict + done
    what = Both(
        "问题都列在“问题清单”：点“单元格”一栏就到那一格；改好后再点一次校验。",
        "All are on 问题清单: click 单元格 to go to the cell, mend it, and check again.",
    )
    return f"{verdict}{done}\n{what.of(lang)}"


def _first(problems: Sequence[Problem]) -> Place | None:
    return next((each.place for each in problems if each.place.row), None)


def _next_on(grid: Grid, after: Place | None) -> Place | None:
    """Return the first marked cell of a sheet that comes after another, row by row."""
    place = marked([grid]).get(grid.sheet)
    if place is None:
        return None
    columns = {
        heading_at(grid, place.heading_row, column): column
        for column in range(place.column - 1, 0, -1)
    }
    row_after = after.row or 0 if after else 0
    for row in range(max(place.heading_row + 1, row_after), place.bottom + 1):
        named = MARK.findall(heading_at(grid, row, place.column))
        for column in sorted(columns[name] for name in named if name in columns):
            if row > row_after or column > _number(after):
                return Place(grid.sheet, row, column_letter(column))
    return None


def _number(place: Place | None) -> int:
    return column_number(place.column) if place and place.column else 0
