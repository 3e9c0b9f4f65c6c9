"""A rate, and how far it may be off because only some of the people answered."""

from typing import Any

from houqin.areas.survey.wilson import ends
from houqin.functions.arguments import WrongArgument, whole
from houqin.problems import Both

LOWER, RATE, UPPER = -1, 0, 1


def rate(satisfied: Any, valid: Any, population: Any = None, part: Any = None) -> float | None:
    """Return a rate (part 0), or the lower (-1) or upper (1) end of its 95 % interval.

    Raises:
        WrongArgument: an argument cannot be used.
    """
    yes, answers, people = whole(satisfied), whole(valid), whole(population)
    wanted = whole(part) or RATE
    if yes is None or answers is None:
        return None
    _require(wanted in (LOWER, RATE, UPPER), "部分只能是 0、-1 或 1", "part is 0, -1 or 1")
    _require(answers > 0, "有效份数要大于 0", "there must be valid answers")
    _require(0 <= yes <= answers, "满意份数要在 0 和有效份数之间", "satisfied is from 0 to valid")
    _require(
        people is None or people >= answers,
        "总人数不能少于有效份数",
        "the population is not smaller than the valid answers",
    )
    lower, upper = ends(yes, answers, people)
    return {LOWER: lower, RATE: yes / answers, UPPER: upper}[wanted]


def _require(holds: bool, zh: str, en: str) -> None:
    if not holds:
        raise WrongArgument(Both(zh, en))
