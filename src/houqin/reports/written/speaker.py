"""Says sentences with their figures in them, and remembers which figures it named."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from houqin.problems import NO_WORDS, Both
from houqin.reports.written.figures import campuses_of, in_words, target_of
from houqin.reports.written.parts import GAP, Paragraph, Piece
from houqin.result import Result
from houqin.sections import Figure, Unit, Value
from houqin.sentences import Figures, Named, Sentence, Show

NOTHING = "—"
UNITS = {Unit.MONEY: Both("元", " yuan"), Unit.DAYS: Both("天", " days")}


@dataclass(frozen=True, slots=True)
class Speaker:
    """Speaks one language about the figures of one result."""

    lang: str
    figures: Figures
    _named: dict[str, None] = field(default_factory=dict)

    @classmethod
    def of(cls, result: Result) -> "Speaker":
        """Return one who knows the figures of all sections."""
        told = (figure for section in result.sections for figure in section.figures)
        return cls(result.lang, {figure.key: figure for figure in told})

    @property
    def used(self) -> tuple[Figure, ...]:
        """The figures that were named so far, in the order of the summary."""
        return tuple(each for key, each in self.figures.items() if key in self._named)

    def say(self, zh: str, en: str) -> str:
        """Return the words in its language."""
        return Both(zh, en).of(self.lang)

    def day(self, value: Value) -> str:
        """Return a day in words."""
        return in_words(value, Unit.DATE, self.lang)

    def gap(self) -> Piece:
        """Return what stands where something must be filled in."""
        return Piece(GAP.of(self.lang), is_gap=True)

    def or_gap(self, text: str) -> Piece:
        """Return words, or a gap where there are none."""
        return Piece(text) if text else self.gap()

    def value(self, figure: Figure, value: Value) -> Piece:
        """Return a value of a figure as a table shows it: a stroke where there is none."""
        self._named[figure.key] = None
        return Piece(in_words(value, figure.unit, self.lang) or NOTHING)

    def paragraph(self, sentences: Iterable[Sentence]) -> Paragraph:
        """Return sentences one after another."""
        pieces: list[Piece] = []
        for each in sentences:
            if pieces:
                pieces.append(Piece(self.say("", " ")))
            pieces += self.pieces(each)
        return tuple(piece for piece in pieces if piece.text)

    def pieces(self, sentence: Sentence) -> Iterator[Piece]:
        """Yield the words of a sentence, its figures and its gaps.

        Chinese text has no blanks around figures. Yuan and days are named, once.
        """
        told = [*sentence.pieces(self.lang), ""]
        for each, after in pairwise(told):
            if isinstance(each, str):
                yield Piece(each.strip(" ") if self.lang == "zh" else each)
            else:
                shown = self._shown(each)
                yield shown
                yield Piece("" if shown.is_gap else self._unit(each, after))

    def _unit(self, named: Named, after: str | Named) -> str:
        """Return the unit of a figure where the words after it do not name it."""
        figure = self.figures.get(named.key)
        if figure is None or named.show is Show.CAMPUSES:
            return ""
        unit = UNITS.get(figure.unit, NO_WORDS).of(self.lang)
        said = isinstance(after, str) and after.lstrip().startswith(unit.strip())
        return "" if said else unit

    def _shown(self, named: Named) -> Piece:
        figure = self.figures.get(named.key)
        if figure is None:
            return Piece("") if named.show is Show.CAMPUSES else self.gap()
        self._named[figure.key] = None
        if named.show is Show.CAMPUSES:
            return Piece(campuses_of(figure, self.lang))
        return self.or_gap(self._words(figure)[named.show])

    def _words(self, figure: Figure) -> Mapping[Show, str]:
        return {
            Show.TOTAL: in_words(figure.total, figure.unit, self.lang),
            Show.TARGET: target_of(figure, self.lang),
            Show.LAST: in_words(figure.last, figure.unit, self.lang),
        }
