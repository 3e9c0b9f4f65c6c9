"""Rows as CSV that no spreadsheet program takes for formulas."""

import csv
import io
from collections.abc import Mapping
from typing import Any

from houqin.cells.writing import written
from houqin.problems import Problem
from houqin.rows import Rows

DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def rows_as_csv(rows: Rows[Any], problems: Mapping[int, list[Problem]], lang: str) -> str:
    """Return the rows of a ledger, headed by row and field names; then why a row is not good."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    fields = list(rows.model.model_fields)
    writer.writerow(["row", *fields, "unread", "problems"])
    columns = [rows.column_or_blank(name) for name in fields]
    for index, number in enumerate(rows.numbers):
        unread = [name for name in fields if index in rows.unread.get(name, ())]
        told = "\n".join(problem.message(lang) for problem in problems.get(number, ()))
        values = (safe(column[index]) for column in columns)
        writer.writerow([number, *values, "、".join(unread), safe(told)])
    return out.getvalue()


def safe(value: object) -> str:
    """Return a value as text; text that a program would run gets a leading apostrophe (contract 2)."""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = written(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(DANGEROUS) else text
