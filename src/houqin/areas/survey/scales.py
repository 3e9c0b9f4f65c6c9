"""The scale of a question: the answers that it offers, and how they count."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from houqin.areas.survey.rows import Question
from houqin.book import Book
from houqin.cells.choices import Vocabulary
from houqin.cells.text import unspaced

WORDS = "满意程度"


@dataclass(frozen=True, slots=True)
class Scale:
    """The answers of one question; those that satisfied people give, and those left out."""

    options: Vocabulary
    satisfied: frozenset[str]
    excluded: frozenset[str]

    def read(self, answer: str) -> str | None:
        """Return the option that an answer is, None where the scale has none such."""
        found = self.options.read(answer)
        return found if isinstance(found, str) else None


def scale_of(question: Question, book: Book) -> Scale:
    """Return a question's scale; a cell that cannot be judged raises `NotJudged`."""
    excluded = question.excluded if question.has("excluded") else None
    options = options_of(question.scale, book)
    satisfied, without = (_read(options, words) for words in (question.satisfied, excluded or ()))
    return Scale(options, satisfied - without, without)


def options_of(words: tuple[str, ...], book: Book) -> Vocabulary:
    """Return the options, with the other spellings that 清单 knows of them."""
    listed = book.vocabularies.get(WORDS, Vocabulary(WORDS, ()))
    meanings = {word: meaning(word, listed) for word in dict.fromkeys(words)}
    often = Counter(meanings.values())
    same: dict[str, str] = {}
    for word, meant in meanings.items():
        if often[meant] == 1:
            same |= _spellings(meant, word, listed)
    return Vocabulary(WORDS, tuple(meanings), same)


def meaning(word: str, listed: Vocabulary) -> str:
    """Return the word of the list that a word is a spelling of, else itself as compared."""
    plain = unspaced(word)
    values = {unspaced(value): value for value in listed.values}
    same = {unspaced(spelling): value for spelling, value in listed.same.items()}
    return values.get(plain) or same.get(plain) or plain


def _spellings(meant: str, word: str, listed: Vocabulary) -> Mapping[str, str]:
    others = [spelling for spelling, value in listed.same.items() if value == meant]
    return dict.fromkeys((meant, *others), word)


def _read(options: Vocabulary, words: tuple[str, ...]) -> frozenset[str]:
    found = (options.read(word) for word in words)
    return frozenset(each for each in found if isinstance(each, str))
