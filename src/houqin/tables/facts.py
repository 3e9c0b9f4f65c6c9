"""What stands once outside the table and holds for all of it: 校区 in a title, 检查人 below."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from houqin.cells.values import CellValue
from houqin.tables.address import column_letter
from houqin.tables.below import Line
from houqin.tables.headings import plain
from houqin.tables.layout import Head
from houqin.tables.table import Fact, Oddity
from houqin.tables.wording import has_colon

_COLON = re.compile(r"[:：]")
_WORD = re.compile(r"[^\s,，;；。|]+")
_LINE_TO_FILL = " \t\n\r\u3000\u00a0_＿,，;；。|"  # around a value
_UNFILLED = re.compile(r"[年月日时分\s_＿/]*")
_DAY = re.compile(r"(\d{4})[-年./](\d{1,2})[-月./](\d{1,2})日?")
_LABEL_PARTS = 6  # 检 查 人: a label with blanks between its letters
_SHORT = 12  # letters of a line that only names what follows


@dataclass(frozen=True, slots=True)
class Outside:
    """What stands outside a table: above it, in its notes, and the name of its sheet."""

    sheet: str
    above: Sequence[Line]
    notes: Sequence[Line]


@dataclass(frozen=True, slots=True)
class _Said:
    """One field said once, outside the table."""

    field: str
    fact: Fact


def harvest(
    outside: Outside, heads: Sequence[Head], known: Mapping[str, Sequence[str]]
) -> tuple[dict[str, Fact], dict[str, Oddity]]:
    """Return, by field, the facts outside a table, and those that contradict each other."""
    facts: dict[str, Fact] = {}
    oddities: dict[str, Oddity] = {}
    said = [*_labelled(outside, heads), *_named(outside, heads, known)]
    for head in heads:
        found = [one.fact for one in said if one.field == head.field]
        other = _contradiction(found, known.get(head.field, ()))
        if other:
            values = {"value": other.value, "other": found[0].value}
            oddity = Oddity("TAB-12", other.row, other.column, head.heading, values)
            oddities[head.field] = oddity
        elif found:
            words = known.get(head.field, ())
            facts[head.field] = next((fact for fact in found if fact.value in words), found[0])
    return facts, oddities


def _contradiction(found: Sequence[Fact], words: Sequence[str]) -> Fact | None:
    meanings = [_meaning(fact.value, words) for fact in found]
    differing = (fact for fact, meant in zip(found, meanings, strict=True) if meant != meanings[0])
    return next(differing, None)


def _meaning(value: CellValue, words: Sequence[str]) -> str:
    """Return what is compared: a known word, a day however written, or the text."""
    if isinstance(value, date):
        return f"{value.year}-{value.month}-{value.day}"
    text = _narrow(str(value))
    named = _words_in(text, words)
    day = _DAY.fullmatch(text)
    if day:
        return "-".join(str(int(part)) for part in day.groups())
    return named[0] if len(named) == 1 else text


def _narrow(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def _words_in(text: str, words: Sequence[str]) -> list[str]:
    """Return the known words in a text, none that is only part of a longer one."""
    left = _narrow(text)
    found = []
    for word in sorted(words, key=len, reverse=True):
        if _narrow(word) and _narrow(word) in left:
            found.append(word)
            left = left.replace(_narrow(word), " ")
    return found


def _named(
    outside: Outside, heads: Sequence[Head], known: Mapping[str, Sequence[str]]
) -> Iterator[_Said]:
    """Return the fields of which one known word stands in a title or the sheet's name."""
    sections = [line for line in outside.notes if _names_what_follows(line)]
    cells = [(row, *cell) for row, line in (*outside.above, *sections) for cell in line]
    texts = [(v, row, column_letter(c)) for row, c, v in cells if isinstance(v, str)]
    for head in heads:
        for text, row, column in (*texts, (outside.sheet, None, None)):
            named = _words_in(text, known.get(head.field, ()))
            if len(named) == 1:
                yield _Said(head.field, Fact(named[0], row, column))


def _names_what_follows(line: Line) -> bool:
    (_, cells) = line
    return len(cells) == 1 and isinstance(cells[0][1], str) and len(cells[0][1]) <= _SHORT


def _labelled(outside: Outside, heads: Sequence[Head]) -> Iterator[_Said]:
    """Return the fields that a label names: 检查人：张三, or a label and a value beside it."""
    names = {plain(name): head.field for head in heads for name in head.names}
    for row, cells in (*outside.above, *outside.notes):
        for (column, value), (beside, other) in pairwise((*cells, (0, None))):
            labels = _labels_in(value, names) if isinstance(value, str) else []
            for field, text in labels:
                if text:
                    yield _Said(field, Fact(text, row, column_letter(column)))
            if labels and not labels[-1][1] and _is_value(other, names):
                yield _Said(labels[-1][0], Fact(other, row, column_letter(beside)))


def _is_value(value: CellValue, names: Mapping[str, str]) -> bool:
    """Tell whether a cell beside a label holds its value, and not the next label."""
    if isinstance(value, str):
        return not has_colon(value) and plain(value) not in names and _filled(value) != ""
    return value is not None


def _labels_in(text: str, names: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return the fields labelled in a text with their values, which may be blank."""
    if plain(text) in names:
        return [(names[plain(text)], "")]
    found: list[tuple[int, int, str]] = []
    previous = 0
    for colon in _COLON.finditer(text):
        found.extend(_label_before(text, previous, colon.start(), names))
        previous = colon.end()
    labelled = pairwise((*found, (len(text), 0, "")))
    return [(name, _filled(text[at + 1 : end])) for (_, at, name), (end, _, _) in labelled if name]


def _label_before(
    text: str, start: int, colon: int, names: Mapping[str, str]
) -> list[tuple[int, int, str]]:
    """Return where the label before a colon starts, where it ends, and its field if known."""
    words = [start + word.start() for word in _WORD.finditer(text[start:colon])]
    for begin in words[-_LABEL_PARTS:]:
        name = plain(text[begin:colon])
        if name in names:
            return [(begin, colon, names[name])]
    # the colon of a time is no end of a label
    return [(begin, colon, "") for begin in words[-1:] if not text[begin].isdigit()]


def _filled(text: str) -> str:
    """Return what was written on a line to fill in; blank for ____ and 年  月  日."""
    return "" if _UNFILLED.fullmatch(text) else text.strip(_LINE_TO_FILL)
