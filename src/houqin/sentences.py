"""What the written summary is made of, as data: sentences with figures in them, goals, shortcomings."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from houqin.problems import Both
from houqin.sections import Figure, Light

Figures = Mapping[str, Figure]  # by key
_PLACEHOLDER = re.compile(r"\{([\w.]+)(?:@(\w+))?\}")


class Part(Enum):
    """Where in the written summary a sentence stands."""

    OPENING = "opening"  # what the school is, above all parts
    DONE = "done"  # what was done
    RESULT = "result"  # what came of it
    SHORTCOMING = "shortcoming"
    NEXT = "next"  # what is to be done about it


class Show(Enum):
    """What a placeholder shows of its figure."""

    TOTAL = ""
    CAMPUSES = "campuses"  # each campus in brackets; nothing where there is only one
    TARGET = "target"
    LAST = "last"  # of last term


@dataclass(frozen=True, slots=True)
class Named:
    """A figure that a sentence names, and what it shows of it."""

    key: str
    show: Show = Show.TOTAL


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence; `{hazards.found}` in its words stands for the figure of that key.

    `{hazards.found@campuses}` stands for the same at each campus, in brackets; `@target` for
    what it should be, `@last` for what it was last term. Yuan and days are named after it where
    the words do not. A figure that is not known leaves a visible gap. A sentence with conditions
    is written only while all of them hold.
    """

    part: Part
    words: Both
    when: str = ""  # this figure is known and not 0, such as a shortcoming that may not be
    unless: str = ""  # this figure is known and 0
    met: str = ""  # this figure meets its target
    missed: str = ""  # this figure misses it

    def holds(self, figures: Figures) -> bool:
        """Tell whether the sentence is true of these figures."""
        return (
            (not self.when or bool(_total(figures, self.when)))
            and (not self.unless or _total(figures, self.unless) == 0)
            and (not self.met or _light(figures, self.met) is Light.GREEN)
            and (not self.missed or _light(figures, self.missed) in (Light.RED, Light.AMBER))
        )

    def pieces(self, lang: str) -> Iterator[str | Named]:
        """Yield the words between the figures, and the figures."""
        words, at = self.words.of(lang), 0
        for found in _PLACEHOLDER.finditer(words):
            yield words[at : found.start()]
            yield Named(found[1], Show(found[2] or ""))
            at = found.end()
        yield words[at:]

    def named(self) -> frozenset[str]:
        """Return the figures that the words name in either language."""
        texts = self.words.zh + self.words.en
        return frozenset(found[1] for found in _PLACEHOLDER.finditer(texts))


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal that the school set itself, and how far it was reached, in words."""

    text: str
    target: str = ""
    reached: str = ""  # "" where it is not known
    light: Light = Light.NONE


@dataclass(frozen=True, slots=True)
class Shortcoming:
    """A shortcoming that the school stated itself, and what is to be done about it."""

    text: str
    step: str = ""
    responsible: str = ""
    due: date | None = None


def _total(figures: Figures, key: str) -> object:
    return figures[key].total if key in figures else None


def _light(figures: Figures, key: str) -> Light:
    return figures[key].light if key in figures else Light.NONE
