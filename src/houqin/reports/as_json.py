"""Results as JSON, in the forms of contract 2 and 9."""

import json
from collections.abc import Mapping
from datetime import datetime, time
from decimal import Decimal
from enum import Enum
from typing import Any

from pydantic import TypeAdapter

from houqin.errors import Refused
from houqin.privacy import Output, may_show
from houqin.problems import Problem, Tidied
from houqin.result import Result
from houqin.rows import Rows
from houqin.rules import Rule


def plain(value: object) -> Any:
    """Return a typed value as JSON writes it: numbers as numbers, dates as ISO text."""
    if isinstance(value, Enum):
        return value.value
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, tuple | list | frozenset):
        return [plain(each) for each in value]
    return _moment(value)


def _moment(value: object) -> str:
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%dT%H:%M")
    return value.strftime("%H:%M") if isinstance(value, time) else str(value)


def text_of(found: object) -> str:
    """Return JSON text as every command prints it."""
    return json.dumps(found, ensure_ascii=False, indent=1)


def head_of(result: Result, book: str) -> dict[str, Any]:
    """Return the facts that every object about a book begins with."""
    period = result.book.period
    return {
        "book": book,
        "as_of": plain(result.book.as_of),
        "period": [plain(period.start), plain(period.end)],
    }


def check_of(
    result: Result, book: str, mended: list[dict[str, Any]] | None = None
) -> dict[str, Any]:
    """Return the whole result of a check."""
    lang = result.lang
    return {
        **head_of(result, book),
        "lang": lang,
        "sheets": [
            {"sheet": each.sheet, "key": each.key, "rows": each.rows} for each in result.sheets
        ],
        "problems": [*(problem_of(each, lang) for each in result.problems), *(mended or [])],
        "tidied": [tidied_of(each) for each in result.tidied],
        "skipped": [{"code": each.code, "why": each.why.of(lang)} for each in result.skipped],
        "faults": [{"code": each.code, "error": each.error} for each in result.faults],
        "counts": dict(result.counts),
    }


def problem_of(problem: Problem, lang: str) -> dict[str, Any]:
    """Return one problem; of a private cell only its place and its rule."""
    hit, place = problem.hit, problem.place
    shown = may_show(Output.RESULT, private=hit.private)
    return {
        "code": problem.code,
        "severity": problem.severity.value,
        "state": problem.state.value,
        "sheet": place.sheet,
        "cell": place.cell,
        "row": place.row,
        "column": place.column,
        "heading": hit.heading,
        "key": (hit.key or None) if shown else None,
        "value": (hit.value or None) if shown else None,
        "message": problem.message(lang),
        "fix": problem.fix(lang),
        "related": [str(each) for each in hit.related],
    }


def tidied_of(tidied: Tidied) -> dict[str, Any]:
    """Return one cell that was read otherwise than it stands."""
    may = may_show(Output.RESULT, private=tidied.private)
    shown = (tidied.raw, plain(tidied.read)) if may else (None, None)
    return {
        "sheet": tidied.place.sheet,
        "cell": tidied.place.cell,
        "raw": shown[0],
        "read": shown[1],
    }


def rule_of(rule: Rule, area: str) -> dict[str, Any]:
    """Return one rule of the catalogue."""
    return {
        "code": rule.code,
        "area": area,
        "sheets": [model.ledger.key for model in (*rule.needs, *rule.also)],
        "severity": rule.severity.value,
        "zh": rule.title.zh,
        "en": rule.title.en,
        "source": rule.source,
        "settings": list(rule.settings),
    }


def refusal_of(refused: Refused, book: str, lang: str) -> dict[str, Any]:
    """Return why a book was not read."""
    facts = {"code": refused.code, "message": refused.message(lang), "fix": refused.fix(lang)}
    return {"book": book, "refused": facts}


def rows_of(rows: Rows[Any], problems: Mapping[int, list[Problem]]) -> list[dict[str, Any]]:
    """Return the typed rows of a ledger as read, as its schema describes them.

    Each names its fields that could not be read, those withheld because they are
    private (contract 13), and the codes of its problems.
    """
    model = rows.model
    write = {name: TypeAdapter(_annotation(model, name)).dump_python for name in model.model_fields}
    columns = {name: _exported(rows, name) for name in model.model_fields}
    return [
        {
            "row": rows.row_number(index),
            "values": {name: _dumped(write[name], each[index]) for name, each in columns.items()},
            "unread": _unread(rows, index),
            "private": _withheld(rows, index),
            "problems": [problem.code for problem in problems.get(rows.row_number(index), ())],
        }
        for index in range(len(rows))
    ]


def _exported(rows: Rows[Any], field: str) -> tuple[Any, ...]:
    """Return the values of a field that may leave the workbook: of a private one none."""
    may = may_show(Output.EXPORT, private=rows.is_private(field))
    return rows.column_or_blank(field) if may else (None,) * len(rows)


def _unread(rows: Rows[Any], index: int) -> list[str]:
    """Name the fields of a row that could not be read."""
    return [name for name in rows.model.model_fields if index in rows.unread.get(name, ())]


def _withheld(rows: Rows[Any], index: int) -> list[str]:
    """Name the private fields of a row that are filled in."""
    fields = filter(rows.is_private, rows.model.model_fields)
    return [name for name in fields if rows.column_or_blank(name)[index] is not None]


def _dumped(write: Any, value: Any) -> Any:
    return None if value is None else write(value, mode="json")


def _annotation(model: Any, name: str) -> Any:
    from typing import Annotated

    info = model.model_fields[name]
    return Annotated[(info.annotation, *info.metadata)]
