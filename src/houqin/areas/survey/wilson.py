"""How far a rate may be off because only some of the people answered: Wilson's interval."""

from math import sqrt

Z_95 = 1.959963984540054  # the normal distribution's quantile for 95 %


def ends(satisfied: int, valid: int, population: int | None = None) -> tuple[float, float]:
    """Return the lower and the upper end of the 95 % interval of a rate.

    The ends are Wilson's (E. B. Wilson, J. Amer. Stat. Assoc. 22, 1927, 209-212): the p with
    |k/n - p| = z sqrt(V(p)), that is

        (p' + z²/2n ± z sqrt(p'(1 - p')/n + z²/4n²)) / (1 + z²/n),  p' = k/n.

    Of a population of N people the n answers are a part, drawn without replacement, and
    V(p) = p(1 - p)/n · (N - n)/(N - 1) (W. G. Cochran, Sampling Techniques, 3rd ed. 1977,
    theorem 3.2); so the same formula holds with n(N - 1)/(N - n) in the place of n. Where
    everybody answered, both ends are the rate itself.
    """
    share = satisfied / valid
    size = effective_size(valid, population)
    return (share, share) if size is None else ends_of(share, size)


def effective_size(valid: float, population: int | None) -> float | None:
    """Return how many answers of endless many people tell as much; None where all answered."""
    if population is None:
        return valid
    left = population - valid
    return valid * (population - 1) / left if left > 0 else None


def ends_of(share: float, size: float) -> tuple[float, float]:
    """Return the ends for a share of so many answers, whole or not."""
    # 0 and 1 exactly; rounding would leave the end a hair inside
    lower = 0.0 if share <= 0 else _end(share, size, -1)
    upper = 1.0 if share >= 1 else _end(share, size, 1)
    return lower, upper


def _end(share: float, size: float, side: int) -> float:
    z_squared = Z_95 * Z_95
    middle = share + z_squared / (2 * size)
    reach = Z_95 * sqrt(share * (1 - share) / size + z_squared / (4 * size * size))
    return (middle + side * reach) / (1 + z_squared / size)
