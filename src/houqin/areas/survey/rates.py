"""A rate of satisfied answers: its interval, and what may be said of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from math import hypot

from houqin.areas.measures import COMPARISONS
from houqin.areas.survey.wilson import effective_size, ends_of
from houqin.problems import Both

PLACES = Decimal("0.000001")


class Verdict(Enum):
    """Whether a rate meets its target, given how far it may be off."""

    MET = Both("达标", "met")
    MISSED = Both("未达标", "not met")
    UNCLEAR = Both("难以判定", "cannot tell")
    NO_TARGET = Both("没有目标", "no target")


class Change(Enum):
    """Whether a rate differs from that of the last term by more than chance may bring about."""

    ROSE = Both("明显上升", "really up")
    FELL = Both("明显下降", "really down")
    CHANCE = Both("在偶然范围内", "within chance")


@dataclass(frozen=True, slots=True)
class Rate:
    """So many satisfied of so many valid answers, and how sure one can be of their share.

    Answers of one person to several questions go together; where each person answered so many
    `questions`, the interval is that of so many times fewer answers, which is never too narrow.
    """

    satisfied: int
    valid: int
    population: int | None = None
    questions: float = 1

    @property
    def share(self) -> Decimal:
        """The rate; nothing has none."""
        return Decimal(self.satisfied) / self.valid

    @property
    def ends(self) -> tuple[Decimal, Decimal]:
        """The lower and the upper end of the 95 % interval; both the rate if all answered."""
        size = effective_size(self.valid / self.questions, self.population)
        if size is None:
            return self.share, self.share
        lower, upper = ends_of(self.satisfied / self.valid, size)
        return Decimal(lower), Decimal(upper)

    def verdict(self, target: Decimal | None, comparator: str = ">=") -> Verdict:
        """Tell whether the target is met: only where the whole interval lies on one side."""
        if target is None:
            return Verdict.NO_TARGET
        meets = COMPARISONS.get(comparator, COMPARISONS[">="])
        met = {meets(end, target) for end in self.ends}
        if len(met) > 1:
            return Verdict.UNCLEAR
        return Verdict.MET if met.pop() else Verdict.MISSED


def difference(now: Rate, then: Rate) -> tuple[float, float]:
    """Return the 95 % interval of the difference of two rates.

    It is made of the two Wilson intervals (R. G. Newcombe, Statistics in Medicine 17, 1998,
    873-890, method 10), so that a known population narrows it as well. Who answers now is
    taken to be independent of who answered then.
    """
    (low, high), (low_then, high_then) = _spans(now), _spans(then)
    between = float(now.share - then.share)
    return between - hypot(low, high_then), between + hypot(high, low_then)


def change(now: Rate, then: Rate) -> Change:
    """Tell whether a rate really changed: the interval of the difference leaves 0 out."""
    lower, upper = difference(now, then)
    if lower > 0:
        return Change.ROSE
    return Change.FELL if upper < 0 else Change.CHANCE


def pooled(rates: Iterable[Rate]) -> Rate | None:
    """Return the rate of several questions that the same people answered, None of none."""
    found = list(rates)
    populations = {rate.population for rate in found}
    same = populations.pop() if len(populations) == 1 else None
    return _sum(found, same, len(found))


def together(rates: Iterable[Rate]) -> Rate | None:
    """Return the rate of different people, None of none.

    Somebody who answers more questions weighs more; as many people of equal weight as tell
    as much are (Σw)²/Σw² (L. Kish, Survey Sampling, 1965, 11.7), so that each stands for as
    many answers as there are on average about an answer.
    """
    found = list(rates)
    valid = sum(rate.valid for rate in found)
    answered = sum(rate.valid * rate.questions for rate in found)
    return _sum(found, None, answered / valid if valid else 1)


def _sum(rates: Sequence[Rate], population: int | None, questions: float) -> Rate | None:
    if not rates:
        return None
    satisfied, valid = (sum(rate.satisfied for rate in rates), sum(rate.valid for rate in rates))
    return Rate(satisfied, valid, population, questions)


def shown(value: Decimal | float) -> Decimal:
    """Return a share as reports hold it."""
    return Decimal(value).quantize(PLACES)


def _spans(rate: Rate) -> tuple[float, float]:
    lower, upper = rate.ends
    return float(rate.share - lower), float(upper - rate.share)
