"""A rate, and how far it may be off because only some of the people answered."""

from math import sqrt
from typing import Any

from houqin.functions.arguments import WrongArgument, whole
from houqin.problems import Both

LOWER, RATE, UPPER = -1, 0, 1
Z_95 = 1.959963984540054  # the normal distribution's quantile for 95 %


def rate(satisfied: Any, valid: Any, population: Any = None, part: Any = None) -> float | None:
    """Return a rate (part 0), or the lower (-1) or upper (1) end of its 95 % interval.

    The ends are Wilson's (E. B. Wilson, J. Amer. Stat. Assoc. 22, 1927, 209-212): the p with
    |k/n - p| = z sqrt(V(p)), that is

        (p' + z²/2n ± z sqrt(p'(1 - p')/n + z²/4n²)) / (1 + z²/n),  p' = k/n.

    Of a population of N people the n answers are a part, drawn without replacement, and
    V(p) = p(1 - p)/n · (N - n)/(N - 1) (W. G. Cochran, Sampling Techniques, 3rd ed. 1977,
    theorem 3.2); so the same formula holds with n(N - 1)/(N - n) in the place of n. Where
    everybody answered, both ends are the rate itself.

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
    share = yes / answers
    if wanted == RATE or people == answers:
        return share
    size = answers if people is None else answers * (people - 1) / (people - answers)
    return _end(share, size, wanted)


def _end(share: float, size: float, side: int) -> float:
    if (share, side) in ((0.0, LOWER), (1.0, UPPER)):
        return share  # exactly; rounding would leave it a hair inside
    z_squared = Z_95 * Z_95
    middle = share + z_squared / (2 * size)
    reach = Z_95 * sqrt(share * (1 - share) / size + z_squared / (4 * size * size))
    return (middle + side * reach) / (1 + z_squared / size)


def _require(holds: bool, zh: str, en: str) -> None:
    if not holds:
        raise WrongArgument(Both(zh, en))
