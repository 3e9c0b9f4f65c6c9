"""参数 of the next term: what the school stated, another term, and last term's figures."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from houqin.areas.school.defaults import LAST
from houqin.areas.school.rows import SettingRow
from houqin.master.demo.school import setting_rows
from houqin.master.term import Row
from houqin.result import Result
from houqin.rows import Rows
from houqin.sections import Figure, Unit

DIGITS = Decimal("0.000001")
COUNTED_IN = {Unit.MONEY: "单位：元", Unit.RATE: "比例，写成小数", Unit.DAYS: "单位：天"}


@dataclass(frozen=True, slots=True)
class NextTerm:
    """What is known of the next term; what is not stays blank on 参数."""

    name: str = ""
    start: date | None = None
    end: date | None = None


def next_settings(result: Result, wanted: NextTerm) -> list[Row]:
    """Return the rows of 参数: as they stand, with another term, no as-of date, and what is missing."""
    stated = {
        "term.name": wanted.name or None,
        "term.start": wanted.start,
        "term.end": wanted.end,
        "as_of": None,
        "period": "term",
    }
    rows = result.book.rows.get(SettingRow)
    kept = list(_kept(rows, stated)) if rows is not None else []
    codes = {row["code"] for row in kept}
    missing = [row for row in setting_rows(stated) if row["code"] not in codes]
    return [*kept, *missing, *_figures(result)]


def _kept(rows: Rows[SettingRow], stated: Mapping[str, object]) -> Iterator[Row]:
    """Yield the rows that stay; a value stays as it stands, for its code tells how it is read."""
    for index, code in enumerate(rows.column_or_blank("code")):
        if code is None or not code.startswith(f"{LAST}."):
            row = row_of(rows, index)
            row["value"] = stated[code] if code in stated else rows.raw(index, "value")
            yield row


def row_of(rows: Rows[SettingRow], index: int) -> Row:
    """Return a row as typed values; a cell that was not read stays as it stands."""
    return {
        field: rows.raw(index, field)
        if index in rows.unread.get(field, ())
        else rows.column_or_blank(field)[index]
        for field in rows.model.model_fields
    }


def _figures(result: Result) -> Iterator[Row]:
    term = result.book.settings.text("term.name")
    for section in result.sections:
        for figure in section.figures:
            if isinstance(figure.total, int | Decimal):
                yield _figure(figure, figure.total, term)


def _figure(figure: Figure, total: int | Decimal, term: str) -> Row:
    return {
        "code": f"{LAST}.{figure.key}",
        "name": f"上学期{figure.name.zh}",
        "value": float(Decimal(total).quantize(DIGITS)),
        "source": f"{term or '上学期'}后勤台账",
        "note": COUNTED_IN.get(figure.unit),
    }
