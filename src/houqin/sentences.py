"""One sentence of the written summary, as data: words with figures in them; `reports/` writes it."""

from dataclasses import dataclass
from enum import Enum

from houqin.problems import Both


class Part(Enum):
    """Where in the written summary a sentence stands."""

    DONE = "done"  # what was done
    RESULT = "result"  # what came of it
    SHORTCOMING = "shortcoming"
    NEXT = "next"  # what is to be done about it


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence; `{hazards.found}` in its words stands for the figure of that key.

    A figure that is not known leaves a visible gap. Where `when` names a figure, the sentence
    is written only while that figure is known and not 0, such as a shortcoming that may not be.
    """

    part: Part
    words: Both
    when: str = ""
