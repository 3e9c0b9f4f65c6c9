"""Rows as CSV that no spreadsheet program takes for formulas."""

import csv
import io
from collections.abc import Mapping
from typing import Any

from houqin.cells.writing import written
from houqin.problems import Problem
from houqin.reports.as_json import rows_of
from houqin.rows import Rows

DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def rows_as_csv(rows: Rows[Any], problems: Mapping[int, list[Problem]], lang: str) -> str:
    """Return the rows of a ledger, headed by row and field names; then why a row is not good."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(["row", *rows.model.model_fields, "unread", "private", "problems"])
    for row in rows_of(rows, problems):
        told = "\n".join(problem.message(lang) for problem in problems.get(row["row"], ()))
        facts = (*row["values"].values(), row["unread"], row["private"], told)
        writer.writerow([row["row"], *map(safe, facts)])
    return out.getvalue()


def safe(value: object) -> str:
    """Return a value as text; text that a program would run gets a leading apostrophe (contract 2)."""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = written(value)
    is_number = isinstance(value, int | float)
    return f"'{text}" if not is_number and text.startswith(DANGEROUS) else text
