"""Choices from a list of the school's, and yes or no."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from houqin.cells.doubtful import doubtful
from houqin.cells.doubts import Doubt
from houqin.cells.figures import is_figure
from houqin.cells.text import fold, unspaced
from houqin.cells.values import CellValue
from houqin.cells.writing import written

_LONGEST = 200
_MOST_SHOWN = 8
_STOP = re.compile(r"[。;；!！\n\r]+|[.．,，]\s*$")
_TICK, _BOX = "☑✓✔√■", "□☐口"
_TICKED = re.compile(rf"([{_TICK}{_BOX}]) ?([^{_TICK}{_BOX}]+)")
_TICKED_AFTER = re.compile(rf"([^{_TICK}{_BOX}]+?) ?([{_TICK}{_BOX}])")
_NEGATIONS = re.compile("[不未无没非]")
_PER_SLIP = 3  # letters of a word for each slip of the hand

_YES = frozenset(("是", "对", "有", *"√✓✔☑1y", "yes", "true"))
_NO = frozenset(("否", "不是", "错", "无", "没有", *"×✗✘✕✖☒0nx", "no", "false"))


@dataclass(frozen=True)
class Vocabulary:
    """The values that a field may take, and other spellings of them."""

    name: str
    values: tuple[str, ...]
    same: Mapping[str, str] = field(default_factory=dict, hash=False)

    def read(self, value: CellValue) -> str | Doubt:
        """Read one of the values, in any of its spellings."""
        if found := self.meaning(value):
            return found
        meant = closest(_word(value), self._spellings)
        suggest = self._spellings[meant] if meant else None
        return doubtful("CEL-14", value, suggest, allowed=self._allowed)

    def meaning(self, value: CellValue) -> str | None:
        """Return the value that a cell means, None where it means none; nothing is suggested."""
        if isinstance(value, str) and value in self.values:
            return value
        return self._spellings.get(_word(value)) or None

    @cached_property
    def _spellings(self) -> Mapping[str, str]:
        """What each compared form stands for; one of two values is none."""
        words = [_word(each) for each in self.values]
        values = dict(zip(words, self.values, strict=True))
        alike = {word for word in words if words.count(word) > 1}
        same = {_word(spelling): meant for spelling, meant in self.same.items()}
        return {word: meant for word, meant in (same | values).items() if word not in alike}

    @property
    def _allowed(self) -> str:
        more = "…" if len(self.values) > _MOST_SHOWN else ""
        return "、".join(self.values[:_MOST_SHOWN]) + more


def read_yes_no(value: CellValue) -> bool | Doubt:
    """Read yes or no, as words or as marks."""
    if isinstance(value, bool):
        return value
    word = _word(value)
    if word in _YES or word in _NO:
        return word in _YES
    return doubtful("CEL-14", value, allowed="是、否")


def closest(word: str, words: Iterable[str]) -> str | None:
    """Return the one word that differs by a slip of the hand, or None when unsure."""
    typed = fold(word)[:_LONGEST]
    slips = max(1, len(typed) // _PER_SLIP)
    near = sorted(
        (distance, each)
        for each in set(words)
        if (distance := _slips(typed, fold(each), slips)) <= slips
    )
    alone = len(near) == 1 or (near and near[0][0] < near[1][0])
    return near[0][1] if alone else None


def _word(value: CellValue) -> str:
    """Return a word in the form in which words are compared; a word said twice is one."""
    if not isinstance(value, str) and not is_figure(value):
        return ""
    text = _ticked(written(value)[:_LONGEST])
    parts = {unspaced(part) for part in _STOP.split(text)} - {""}
    return parts.pop() if len(parts) == 1 else unspaced(text)


def _ticked(text: str) -> str:
    """Return the one answer that is ticked among others that are not: ☑正常 □不正常."""
    folded = fold(text)
    for shape, mark, answer in ((_TICKED, 0, 1), (_TICKED_AFTER, 1, 0)):
        found = shape.findall(folded)
        ticked = [each[answer] for each in found if each[mark] in _TICK]
        if len(ticked) == 1 < len(found) and not shape.sub("", folded).strip():
            return str(ticked[0])
    return text


def _slips(typed: str, meant: str, most: int) -> int:
    """Count letters wrong, missing, added or swapped; a lost 不 is no slip."""
    too_many = most + 1
    if len(typed) == 1 or abs(len(typed) - len(meant)) > most:
        return too_many
    if sorted(_NEGATIONS.findall(typed)) != sorted(_NEGATIONS.findall(meant)):
        return too_many
    rows = [list(range(len(meant) + 1))]
    for count, letter in enumerate(typed, 1):
        rows.append([count])
        for column, other in enumerate(meant, 1):
            costs = [
                rows[-2][column] + 1,
                rows[-1][column - 1] + 1,
                rows[-2][column - 1] + (letter != other),
            ]
            if typed[count - 2 : count] == meant[column - 2 : column][::-1] != "":
                costs.append(rows[-3][column - 2] + 1)
            rows[-1].append(min(costs))
    return rows[-1][-1]
