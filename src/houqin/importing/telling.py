"""An import as text for a terminal and as JSON for programs."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from houqin.importing.plan import (
    HeadingState,
    HeadingUnderstood,
    ImportedRow,
    ImportPlan,
    LedgerImport,
    RowState,
    SheetNote,
)
from houqin.importing.preview import (
    BROKEN,
    LEFT,
    ROW_STATES,
    PreviewRow,
    heading_lines,
    row_line,
    summary_sentence,
)
from houqin.problems import Both

_IN_RUNS = (RowState.NEW, RowState.THERE)  # told together; the others one by one


def import_text(plan: ImportPlan, lang: str) -> str:
    """Return the preview: of each ledger its headings, then its rows, the usual ones in runs."""
    lines = [line for ledger in plan.ledgers for line in _ledger(ledger, lang)]
    for state, notes in ((LEFT, plan.left), (BROKEN, plan.broken)):
        lines += (_note(each, state, lang) for each in notes)
    return "\n".join([*lines, summary_sentence(plan).of(lang)]) + "\n"


def _ledger(ledger: LedgerImport, lang: str) -> Iterator[str]:
    to = ledger.target or Both("（本簿没有）", "(not in the book)").of(lang)
    yield f"{ledger.file} · {ledger.sheet} → {to}"
    yield _understood(ledger, lang)
    told = zip(
        heading_lines(ledger, lang), [*ledger.headings, *ledger.facts, *ledger.notes], strict=True
    )
    yield from (_line(line) for line, about in told if not _is_usual(about))
    for state, run in groupby(ledger.rows, key=lambda row: row.state):
        rows = list(run)
        if state in _IN_RUNS and len(rows) > 1:
            yield _run(rows, lang)
        else:
            yield from (_line(row_line(ledger, row, lang)) for row in rows)


def _understood(ledger: LedgerImport, lang: str) -> str:
    """Return one line about the headings that were understood, with those that are not ours."""
    read = [each for each in ledger.headings if each.heading is not None]
    other = [f"{each.text}＝{each.heading}" for each in read if each.text != each.heading]
    more = Both(f"：{'、'.join(other)}", f": {', '.join(other)}").of(lang) if other else ""
    return Both(f"  标题认出 {len(read)} 个", f"  headings understood: {len(read)}").of(lang) + more


def _is_usual(about: object) -> bool:
    """Tell whether a heading needs no line of its own."""
    usual = (HeadingState.UNDERSTOOD, HeadingState.OWN)
    return isinstance(about, HeadingUnderstood) and about.state in usual


def _line(line: PreviewRow) -> str:
    return "  " + "  ".join(part for part in line[3:] if part)


def _run(rows: list[ImportedRow], lang: str) -> str:
    first, last, state = rows[0].number, rows[-1].number, ROW_STATES[rows[0].state]
    return Both(
        f"  第 {first}-{last} 行  {state.zh}  共 {len(rows)} 行",
        f"  rows {first}-{last}  {state.en}  {len(rows)} rows",
    ).of(lang)


def _note(note: SheetNote, state: Both, lang: str) -> str:
    head = " · ".join(part for part in (note.file, note.sheet) if part)
    return f"{head}  {state.of(lang)}  {note.text.of(lang)}"


def import_of(plan: ImportPlan, lang: str) -> dict[str, Any]:
    """Return the preview as JSON; of what is private only the place and the heading."""
    counts = plan.counts
    return {
        "summary": summary_sentence(plan).of(lang),
        "counts": {state.value: counts[state] for state in RowState},
        "ledgers": [_ledger_of(each, lang) for each in plan.ledgers],
        "not_recognised": [_note_of(each, lang) for each in plan.left],
        "not_read": [_note_of(each, lang) for each in plan.broken],
    }


def _ledger_of(ledger: LedgerImport, lang: str) -> dict[str, Any]:
    return {
        "file": ledger.file,
        "sheet": ledger.sheet,
        "key": ledger.key,
        "target": ledger.target,
        "headings": [
            {
                "column": each.column,
                "heading": each.text,
                "understood": each.heading,
                "state": each.state.value,
            }
            for each in ledger.headings
        ],
        "not_understood": [
            each.text for each in ledger.headings if each.state is HeadingState.UNKNOWN
        ],
        "facts": [
            {"heading": each.heading, "cell": each.place.cell, "value": each.value}
            for each in ledger.facts
        ],
        "notes": [each.of(lang) for each in ledger.notes],
        "rows": [_row_of(each, lang) for each in ledger.rows],
    }


def _row_of(row: ImportedRow, lang: str) -> dict[str, Any]:
    twin = row.twin
    return {
        "row": row.number,
        "state": row.state.value,
        "key": row.key or None,
        "to_row": row.to_row,
        "same_as": twin and {"file": twin.file or None, "sheet": twin.sheet, "row": twin.row},
        "unread": [
            {"cell": each.place.cell, "heading": each.heading, "value": each.value}
            for each in row.unread
        ],
        "differences": [
            {
                "field": each.field,
                "heading": each.heading,
                "cell": each.place.cell,
                "value": each.value,
                "other_cell": str(each.other),
                "other_value": each.other_value,
            }
            for each in row.differences
        ],
        "why": row.why.of(lang) or None,
    }


def _note_of(note: SheetNote, lang: str) -> dict[str, Any]:
    return {"file": note.file, "sheet": note.sheet or None, "why": note.text.of(lang)}
