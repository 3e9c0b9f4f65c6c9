"""How many lines a text takes in a cell whose height is fixed, and where to go on in the next."""

import re
import unicodedata
from collections.abc import Iterator

LINES_IN_ROW = 3
_WORD = re.compile(r"[!-~]+ *|.", re.DOTALL)  # a Latin word stays whole, others break anywhere


def pieces(text: str, room: int) -> list[str]:
    """Cut a text so that each piece fits into a row; `room` is in narrow characters.

    >>> pieces("一二三四五六七八", 4)
    ['一二三四五六', '七八']
    """
    found, lines, used = [""], 1, 0
    for word in _words(text, room):
        if word == "\n" or used + _width(word.rstrip()) > room:
            lines, used = lines + 1, 0
        if lines > LINES_IN_ROW:
            found.append("")
            lines = 1
        found[-1] += word
        used += 0 if word == "\n" else _width(word)
    return [piece.strip() for piece in found]


def _words(text: str, room: int) -> Iterator[str]:
    """Yield what stays together; a word that is wider than the room is cut."""
    for word in _WORD.findall(text):
        for first in range(0, len(word), room):
            yield word[first : first + room]


def _width(text: str) -> int:
    """Return how many narrow characters a text is wide; a Chinese one is two."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)
