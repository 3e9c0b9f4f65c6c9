"""What a formula mentions: sheets, names, tables and their columns."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from openpyxl.formula.tokenizer import Token, Tokenizer, TokenizerError

_SHEET = r"(?:(?P<sheet>'(?:[^']|'')*'|[^'!:\[\]]+(?::[^'!:\[\]]+)?)!)?"
_COLUMNS = r"(?P<columns>\[(?:'.|[^\[\]']|\[(?:'.|[^\[\]'])*\])*\])?"
_PIECE = re.compile(rf"{_SHEET}(?P<what>[^'!:\[\]]*){_COLUMNS}(?::(?=.)|$)", re.DOTALL)
_CELL = re.compile(r"\$?[A-Z]{1,3}\$?[1-9]\d{0,6}", re.IGNORECASE)
_LINE = re.compile(r"\$?[A-Z]{1,3}|\$?[1-9]\d{0,6}", re.IGNORECASE)  # a whole column or row
_ITEM = re.compile(r"\[((?:'.|[^\[\]'])*)\](?:[,:](?=\[)|$)", re.DOTALL)
_QUOTED = re.compile(r"'(.)", re.DOTALL)
_OWN = "[0]!"  # a name of this very workbook, as charts write it
_VARIABLE = "_xlpm."  # of LET and LAMBDA
_PARTS = frozenset({"#all", "#data", "#headers", "#totals", "#this row"})  # of a table
_AT_TEXTS = ("INDIRECT(", "HYPERLINK(")  # functions that take a text for a reference


class UnreadableError(ValueError):
    """A formula does not say what it means."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One thing that a formula mentions."""

    sheet: str = ""
    name: str = ""  # a defined name or a table
    columns: tuple[str, ...] | None = None  # None where no columns of a table are asked for
    is_in_text: bool = False  # of INDIRECT or HYPERLINK


def mentions(formula: str) -> Iterator[Mention]:
    """Yield what a formula mentions; of cells that is only their sheet.

    Raises:
        UnreadableError: it is not written as a file holds formulas.
    """
    tokens = _tokens(formula)
    for token in tokens:
        if token.subtype in (Token.RANGE, Token.ERROR):
            yield from _in_reference(token.value)
    for text in _texts(tokens):
        yield from _in_reference(text, is_in_text=True)


def _tokens(formula: str) -> list[Token]:
    try:
        read = Tokenizer(f"={formula}")
    except TokenizerError as error:
        raise UnreadableError("it is no formula") from error
    if read.token_stack:
        raise UnreadableError("it lacks a bracket at its end")
    found: list[Token] = read.items
    return found


def _texts(tokens: list[Token]) -> Iterator[str]:
    """Yield the references that stand whole in a text, as in INDIRECT("items[name]")."""
    for (before, token), after in zip(pairwise(tokens), tokens[2:], strict=False):
        is_whole = after.subtype == Token.CLOSE or after.type == Token.SEP
        if token.subtype != Token.TEXT or not is_whole or before.value.upper() not in _AT_TEXTS:
            continue
        text = token.value[1:-1].replace('""', '"')
        if before.value.upper() == _AT_TEXTS[0] or text.startswith("#"):
            yield text.removeprefix("#")


def _in_reference(text: str, *, is_in_text: bool = False) -> Iterator[Mention]:
    text = text.removeprefix(_OWN)
    if "#REF!" in text:
        raise UnreadableError("it refers to a place that was deleted")
    if text.startswith("#"):  # such as #N/A, on purpose
        return
    pieces, at = [], 0
    while at < len(text):
        piece = _PIECE.match(text, at)
        if piece is None or not piece[0].rstrip(":"):
            raise UnreadableError(f"it refers to {text}")
        pieces.append(piece)
        at = piece.end()
    for piece in pieces:
        yield from _in_piece(piece, is_alone=len(pieces) == 1, is_in_text=is_in_text)


def _in_piece(piece: re.Match[str], *, is_alone: bool, is_in_text: bool) -> Iterator[Mention]:
    sheets, what = _sheets(piece["sheet"] or ""), piece["what"]
    is_place = _CELL.fullmatch(what) or (not is_alone and _LINE.fullmatch(what))
    if not what:
        raise UnreadableError(f"it names nothing in {piece[0]}")
    if piece["columns"] is not None:
        yield Mention("", what, _columns(piece["columns"][1:-1]), is_in_text)
    elif is_place or what.startswith(_VARIABLE):
        yield from (Mention(sheet, is_in_text=is_in_text) for sheet in sheets)
    else:
        yield Mention(sheets[0] if sheets else "", what, None, is_in_text)


def _sheets(text: str) -> list[str]:
    """Return the sheets before an exclamation mark: none, one, or the first and the last."""
    if text.startswith("'"):
        text = text[1:-1].replace("''", "'")
    names = text.split(":") if text else []
    return [each for each in names if len(names) == 1 or not _CELL.fullmatch(each)]


def _columns(text: str) -> tuple[str, ...]:
    """Return the columns between the brackets behind a table."""
    items, at = ([] if text.startswith("[") or not text else [text]), 0
    while text.startswith("[") and at < len(text):
        item = _ITEM.match(text, at)
        if item is None:
            raise UnreadableError(f"it names columns without brackets in [{text}]")
        items.append(item[1])
        at = item.end()
    for each in items:
        if each.startswith("#") and each.lower() not in _PARTS:
            raise UnreadableError(f"it asks for {each} of a table")
    return tuple(_QUOTED.sub(r"\1", each) for each in items if not each.startswith("#"))
