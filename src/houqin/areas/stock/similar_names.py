"""Names that are much alike, and may be two spellings of one thing."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from houqin.cells.text import unspaced

_SHORTEST = 4  # letters; a slip in a shorter name makes another name


def alike(names: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """Yield each group of names that are much alike, in the order in which they were given.

    Alike are names of the same letters, in whatever order and with whatever signs
    between them, and names of which one has a letter more. A letter instead of another
    is not enough: 大号 and 小号, 红 and 黑 are meant. Digits and Latin letters name a
    model, so they must be the same: A4 and A3, 12 and 21 are meant.
    """
    given = list(dict.fromkeys(names))
    groups = _Groups({name: name for name in given})
    for same in _by_marks(given).values():
        for other in same[1:]:
            groups.join(same[0], other)
    yield from groups.of_several()


class _Groups:
    """Names that were found alike, directly or through others."""

    def __init__(self, heads: dict[str, str]) -> None:
        self._heads = heads

    def join(self, one: str, other: str) -> None:
        self._heads[self._head(other)] = self._head(one)

    def of_several(self) -> Iterator[tuple[str, ...]]:
        found: dict[str, list[str]] = defaultdict(list)
        for name in self._heads:
            found[self._head(name)].append(name)
        return (tuple(names) for names in found.values() if len(names) > 1)

    def _head(self, name: str) -> str:
        while self._heads[name] != name:
            name = self._heads[name]
        return name


def _by_marks(names: Iterable[str]) -> Mapping[str, list[str]]:
    """Group names by what those that are alike have in common: all letters but one at most."""
    letters = {name: _letters(name) for name in names}
    marks: dict[str, list[str]] = defaultdict(list)
    for name, own in letters.items():
        marks[_in_any_order(own)].append(name)
    shorter = {own for own in letters.values() if len(own) >= _SHORTEST}
    for name, own in letters.items():
        for rest in _one_less(own) & shorter:
            marks[_in_any_order(rest)].append(name)
    return marks


def _in_any_order(letters: str) -> str:
    """Return the same for names of the same letters; digits and Latin letters keep their order."""
    model = "".join(filter(_is_of_model, letters))
    return model + "".join(sorted(letter for letter in letters if not _is_of_model(letter)))


def _is_of_model(letter: str) -> bool:
    return letter.isascii() or letter.isnumeric()


def _one_less(letters: str) -> set[str]:
    """Return the names with one letter left out that is neither a digit nor Latin."""
    return {
        letters[:place] + letters[place + 1 :]
        for place, letter in enumerate(letters)
        if not _is_of_model(letter)
    }


def _letters(name: str) -> str:
    """Return the letters and digits of a name."""
    return "".join(c for c in unspaced(name) if unicodedata.category(c)[0] in "LN")
