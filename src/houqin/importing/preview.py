"""What a person looks at before an import: the headings first, then what becomes of each row."""

from typing import NamedTuple

from houqin.importing.plan import (
    Cell,
    Difference,
    FactUnderstood,
    HeadingState,
    HeadingUnderstood,
    ImportedRow,
    ImportPlan,
    LedgerImport,
    RowState,
    Twin,
)
from houqin.problems import NO_WORDS, Both

HEADINGS = (
    Both("来源文件", "Source"),
    Both("工作表", "Sheet"),
    Both("台账", "Ledger"),
    Both("位置", "Where"),
    Both("状态", "State"),
    Both("内容", "What stands there"),
    Both("说明", "What becomes of it"),
)
HEADING_STATES = {
    HeadingState.UNDERSTOOD: Both("标题认出", "heading understood"),
    HeadingState.UNKNOWN: Both("标题没认出", "heading not understood"),
    HeadingState.REPEATED: Both("标题重复", "heading repeated"),
    HeadingState.OWN: Both("不用导入", "not needed"),
}
ROW_STATES = {
    RowState.NEW: Both("新", "new"),
    RowState.DOUBTFUL: Both("新，有存疑", "new, doubtful"),
    RowState.THERE: Both("已有", "there"),
    RowState.DIFFERS: Both("不同", "differs"),
    RowState.HELD: Both("没导入", "held back"),
}
FACT, NOTE = Both("表外写明", "stated outside"), Both("注意", "note")
LEFT, BROKEN = Both("没认出的表", "sheet not recognised"), Both("读不了", "cannot be read")
_HEADING_WORDS = {
    HeadingState.UNKNOWN: Both(
        "本台账没有这一栏，这一列不导入", "our ledger has no such column; it is not imported"
    ),
    HeadingState.REPEATED: Both(
        "另一列已是这一栏，这一列不导入", "another column is this field already; it is not imported"
    ),
    HeadingState.OWN: Both(
        "序号或校验结果，不导入", "a counter or houqin's own column; it is not imported"
    ),
}
_PRIVATE = Both("（不显示）", "(not shown)")
_BLANK = Both("（空）", "(blank)")


class PreviewRow(NamedTuple):
    """One line of the preview."""

    file: str
    sheet: str
    ledger: str
    where: str
    state: str
    content: str
    explanation: str


def preview_rows(plan: ImportPlan, lang: str) -> list[PreviewRow]:
    """Return the lines of the preview below its `HEADINGS`; nothing private stands in them."""
    lines: list[PreviewRow] = []
    for ledger in plan.ledgers:
        lines += heading_lines(ledger, lang)
        lines += (row_line(ledger, row, lang) for row in ledger.rows)
    for state, notes in ((LEFT, plan.left), (BROKEN, plan.broken)):
        for file, sheet, text in notes:
            lines.append(PreviewRow(file, sheet, "", "", state.of(lang), "", text.of(lang)))
    return lines


def heading_lines(ledger: LedgerImport, lang: str) -> list[PreviewRow]:
    """Return the lines about a table as a whole: headings, what stands outside it, oddities."""
    told = [
        *((_column(each, lang), *_heading(each)) for each in ledger.headings),
        *((_where(each), *_fact(each, lang)) for each in ledger.facts),
        *(("", NOTE, "", text) for text in ledger.notes),
    ]
    return [
        _line(ledger, lang, where, state, content, text) for where, state, content, text in told
    ]


def row_line(ledger: LedgerImport, row: ImportedRow, lang: str) -> PreviewRow:
    """Return the line about one row of a source."""
    where = Both(f"第 {row.number} 行", f"row {row.number}").of(lang)
    return _line(ledger, lang, where, ROW_STATES[row.state], row.label, _row(ledger, row, lang))


def _line(
    ledger: LedgerImport, lang: str, where: str, state: Both, content: str, text: Both
) -> PreviewRow:
    head = (ledger.file, ledger.sheet, ledger.title.of(lang))
    return PreviewRow(*head, where, state.of(lang), content, text.of(lang))


def _column(each: HeadingUnderstood, lang: str) -> str:
    return Both(f"{each.column} 列", f"column {each.column}").of(lang)


def _heading(each: HeadingUnderstood) -> tuple[Both, str, Both]:
    state, ours = HEADING_STATES[each.state], each.heading
    if ours is None:
        return state, each.text, _HEADING_WORDS[each.state]
    return state, each.text, Both(f"即“{ours}”", f"is {ours}") if ours != each.text else NO_WORDS


def _where(fact: FactUnderstood) -> str:
    return fact.place.cell or fact.place.sheet


def _fact(fact: FactUnderstood, lang: str) -> tuple[Both, str, Both]:
    value = _PRIVATE.of(lang) if fact.value is None else fact.value
    for_all = Both(f"每一行的“{fact.heading}”", f"{fact.heading} of every row")
    return FACT, value, for_all


def _row(ledger: LedgerImport, row: ImportedRow, lang: str) -> Both:
    to = f"{ledger.target}!{row.to_row}"
    match row.state:
        case RowState.NEW:
            return Both(f"加到 {to}", f"added at {to}")
        case RowState.DOUBTFUL:
            cells = [_cell(each, lang) for each in row.unread]
            return Both(
                f"加到 {to}，看不准的照原样：{'；'.join(cells)}",
                f"added at {to}; taken as it stands: {'; '.join(cells)}",
            )
        case RowState.THERE:
            return Both(f"{_twin(row.twin).zh}已有", f"it is {_twin(row.twin).en} already")
        case RowState.DIFFERS:
            return _differing(row, lang)
    return row.why


def _twin(twin: Twin | None) -> Both:
    if twin is None:
        return NO_WORDS
    at = f"{twin.sheet}!{twin.row}"
    if twin.file:
        return Both(f"{twin.file} 的 {at} ", f"in {twin.file} at {at}")
    return Both(f"本簿 {at} ", f"in the book at {at}")


def _differing(row: ImportedRow, lang: str) -> Both:
    told = [_difference(each, lang) for each in row.differences]
    twin = _twin(row.twin)
    return Both(
        f"与{twin.zh}是同一行而内容不同，没有导入：{'；'.join(told)}",
        f"the same row is {twin.en} with other contents; not imported: {'; '.join(told)}",
    )


def _difference(each: Difference, lang: str) -> str:
    where = each.place.cell or each.place.sheet
    there = each.other.cell or each.other.sheet
    if each.value is None or each.other_value is None:
        return Both(
            f"{each.heading}（{where}、{there}，内容不显示）",
            f"{each.heading} ({where}, {there}; not shown)",
        ).of(lang)
    ours, theirs = (_quoted(value, lang) for value in (each.value, each.other_value))
    return Both(
        f"{each.heading} {where}：{ours}，已有 {there}：{theirs}",
        f"{each.heading} {where}: {ours}, there {there}: {theirs}",
    ).of(lang)


def _cell(cell: Cell, lang: str) -> str:
    where = cell.place.cell or cell.place.sheet
    value = _PRIVATE.of(lang) if cell.value is None else _quoted(cell.value, lang)
    return f"{cell.heading} {where} {value}"


def _quoted(value: str, lang: str) -> str:
    return Both(f"“{value}”", repr(value)).of(lang) if value else _BLANK.of(lang)


def summary_sentence(plan: ImportPlan) -> Both:
    """Return in one sentence what the import comes to."""
    counts = plan.counts
    files = len({ledger.file for ledger in plan.ledgers})
    new, doubtful, there, differs, held = (counts[state] for state in RowState)
    return Both(
        f"{files} 个文件的 {len(plan.ledgers)} 张台账共 {counts.total():,} 行：新增 {new + doubtful:,} 行"
        f"（其中 {doubtful:,} 行有存疑），已有 {there:,} 行，不同 {differs:,} 行，没导入 {held:,} 行。",
        f"{counts.total():,} rows in {len(plan.ledgers)} ledgers of {files} files: {new + doubtful:,} new"
        f" ({doubtful:,} of them doubtful), {there:,} there already, {differs:,} differ,"
        f" {held:,} held back.",
    )
