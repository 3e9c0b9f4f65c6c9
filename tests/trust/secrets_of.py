"""What a term holds that must not leave it, and a term whose every private value is unmistakable."""

from collections.abc import Iterator
from typing import NamedTuple

from houqin.areas import MODELS
from houqin.cells.writing import written
from houqin.master.term import Row, Term, copied
from houqin.privacy import private_fields
from houqin.rows import SheetRow

RARE = "龘靐齉爩麤龗灪籱虪鸞"  # letters that stand in no other text
WORDS = ("text", "texts", "person", "people", "id")
NUMBERS = ("number", "money", "quantity", "percent", "temperature", "whole")
DOUBTFUL = 20  # rows
CANARY_NUMBER, CANARY_PHONE = "73914", "1990713"
# A kind of leave or an item of the appraisal is a word like others: it tells beside a name.
WITH_A_NAME = {"leave": ("person", "kind"), "appraisals": ("person", "item")}
NO_SECRET_ALONE = ("person", "appraiser", "verified_by", "item", "post")  # of private ledgers


class Pair(NamedTuple):
    """A name and what must not stand beside it on one line."""

    name: str
    value: str


def private_texts(term: Term) -> set[str]:
    """Return the private values that are secrets wherever they stand: names, phones, proofs, reasons."""
    private = {
        text for model in MODELS for row in _rows(term, model) for text in _texts(model, row)
    }
    return private - open_texts(term)


def open_texts(term: Term) -> set[str]:
    """Return what stands in fields that are not private, and tells nothing on its own."""
    return {
        text
        for model in MODELS
        for row in _rows(term, model)
        for field in set(model.model_fields) - set(private_fields(model))
        for text in _shown(row.get(field))
    }


def _rows(term: Term, model: type[SheetRow]) -> list[Row]:
    return list(term.get(model.ledger.key, ()))


def _texts(model: type[SheetRow], row: Row) -> Iterator[str]:
    for field in private_fields(model):
        kind, value = model.kind_of(field), row.get(field)
        if kind.name in (*WORDS, "phone") and field not in NO_SECRET_ALONE and not kind.choices:
            for each in value if isinstance(value, tuple) else (value,):
                text = written(each) if each is not None else ""
                if len(text) > 1:
                    yield text


def private_pairs(term: Term) -> set[Pair]:
    """Return the private values that are secrets beside somebody's name."""
    others = {key: rows for key, rows in term.items() if key != "lists"}
    elsewhere = "\n".join(open_texts(others))
    rows = ((row, WITH_A_NAME[key]) for key in WITH_A_NAME for row in term[key])
    found = {Pair(written(row[name]), written(row[value])) for row, (name, value) in rows}
    return {pair for pair in found if pair.value not in elsewhere}


def with_canaries(term: Term) -> tuple[Term, set[str]]:
    """Return a term whose private values stand nowhere else, and those values."""
    changed, canaries = copied(term), set[str]()
    for model in MODELS:
        for row in changed.get(model.ledger.key, ()):
            for field in private_fields(model):
                if row.get(field) is not None and field not in NO_SECRET_ALONE:
                    row[field] = _canary(model.kind_of(field).name, row[field], len(canaries))
                    canaries |= _shown(row[field])
    return changed, {each for each in canaries if _is_canary(each)}


def _canary(kind: str, value: object, number: int) -> object:
    if kind in NUMBERS:
        return float(f"{CANARY_NUMBER}{number:05}.37")
    if kind == "phone":
        return f"{CANARY_PHONE}{number:04}"
    if kind not in WORDS:
        return value
    name = "".join(RARE[int(digit)] for digit in f"{number:04}")
    return (name,) if isinstance(value, tuple) else name


def _shown(value: object) -> set[str]:
    values = value if isinstance(value, tuple) else (value,)
    return {written(each) for each in values if each is not None}


def _is_canary(text: str) -> bool:
    return text.startswith((CANARY_NUMBER, CANARY_PHONE)) or text[:1] in RARE


def with_all_canaries(term: Term) -> tuple[Term, set[str]]:
    """Return the same where in a few rows of each ledger no private cell can be read."""
    changed, canaries = with_canaries(term)
    for model in MODELS:
        for row in changed.get(model.ledger.key, ())[-DOUBTFUL:]:
            for field in private_fields(model):
                row[field] = f"约{RARE[0]}{len(canaries):05}？"
                canaries.add(str(row[field]))
    return changed, canaries
