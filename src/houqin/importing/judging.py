"""Judges each row of a source: new, there already, different, doubtful, or not to be taken."""

from collections.abc import Iterator

from houqin.cells.values import Uncached
from houqin.importing.lines import Lines
from houqin.importing.matching import Match, Pool, matches
from houqin.importing.plan import Difference, ImportedRow, RowState, Twin
from houqin.importing.target import Target
from houqin.problems import Both


def judged(lines: Lines, target: Target | None, pool: Pool) -> list[ImportedRow]:
    """Return what becomes of each row of a sheet, in their order."""
    if target is None:
        title = lines.model.ledger.title
        why = Both(f"本簿没有工作表“{title}”", f"the book has no sheet {title}")
        return [_held(lines, index, why) for index in range(len(lines))]
    reasons = ((index, _why_held(lines, index, target)) for index in range(len(lines)))
    whys = {index: why for index, why in reasons if why}
    compared = tuple(field for field in lines.fields if field in target.lines.fields)
    open_ = [index for index in range(len(lines)) if index not in whys]
    found = matches(lines, open_, compared, pool)
    return [
        _held(lines, index, whys[index])
        if index in whys
        else _row(lines, index, compared, found.get(index))
        for index in range(len(lines))
    ]


def _row(lines: Lines, index: int, compared: tuple[str, ...], match: Match | None) -> ImportedRow:
    number, key, label = lines.rows.numbers[index], lines.key(index), lines.label(index)
    unread = tuple(
        lines.cell(index, field) for field in lines.fields if field in lines.unread(index)
    )
    if match is None:
        state = RowState.DOUBTFUL if unread else RowState.NEW
        return ImportedRow(number, state, key, label, unread=unread)
    them, there = match.member.lines, match.member.row
    twin = Twin(them.file, them.rows.sheet, them.rows.numbers[there])
    state = RowState.THERE if match.same else RowState.DIFFERS
    differences = () if match.same else tuple(_differences(lines, index, compared, match))
    return ImportedRow(number, state, key, label, unread=unread, differences=differences, twin=twin)


def _differences(
    lines: Lines, index: int, compared: tuple[str, ...], match: Match
) -> Iterator[Difference]:
    """Yield the fields in which a row differs from the one of its key."""
    them, there = match.member.lines, match.member.row
    for field in compared:
        as_it_stands = lines.unread(index) & {field}
        ours = lines.signature(index, (field,), as_it_stands)
        if ours != them.signature(there, (field,), as_it_stands):
            name = lines.model.headings()[field].name
            yield Difference(
                field,
                name,
                lines.place(index, field),
                lines.shown(index, field),
                them.place(there, field),
                them.shown(there, field),
            )


def _held(lines: Lines, index: int, why: Both) -> ImportedRow:
    return ImportedRow(
        lines.rows.numbers[index],
        RowState.HELD,
        lines.key(index),
        lines.label(index),
        why=why,
    )


def _why_held(lines: Lines, index: int, target: Target) -> Both | None:
    """Say why a row cannot be taken without losing something, if so."""
    return (
        _without_column(lines, index, target)
        or _without_result(lines, index)
        or _without_source(lines, index)
    )


def _without_column(lines: Lines, index: int, target: Target) -> Both | None:
    names = [
        lines.model.headings()[field].name
        for field in lines.fields
        if lines.says(index, field) and not target.takes(lines, index, field)
    ]
    if not names:
        return None
    zh, en = "、".join(f"“{name}”" for name in names), ", ".join(names)
    sheet = target.lines.rows.sheet
    return Both(f"本簿的“{sheet}”没有这一列：{zh}", f"{sheet} of the book has no column {en}")


def _without_result(lines: Lines, index: int) -> Both | None:
    cells = [
        str(lines.place(index, field)).partition("!")[2]
        for field in lines.fields
        if field in lines.unread(index) and isinstance(lines.raw(index, field), Uncached)
    ]
    if not cells:
        return None
    return Both(
        f"公式没有存下结果：{'、'.join(cells)}；请用 Excel 打开来源文件保存一次再导入",
        f"formulas without a stored result: {', '.join(cells)}; "
        "open the source in Excel, save it and import it again",
    )


def _without_source(lines: Lines, index: int) -> Both | None:
    """A ditto mark that says nothing here would repeat a row of the book there."""
    heads = lines.model.headings()
    names = [
        heads[field].name
        for field, rows in lines.rows.table.unread.items()
        if index in rows and heads[field].fill_down
    ]
    if not names:
        return None
    zh, en = "、".join(f"“{name}”" for name in names), ", ".join(names)
    return Both(f"{zh}写的是“同上”，上面却没有内容", f"a ditto mark with nothing above it: {en}")
