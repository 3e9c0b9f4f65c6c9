"""Slips of the hand in numbers: a letter for a digit, a Chinese full stop for a point."""

import re
from collections.abc import Callable


def mended(text: str) -> str:
    """Return a narrow text as it would read without slips: a suggestion, never a reading.

    >>> mended("2O2O-O5-12"), mended("l2 ml"), mended("36。5")
    ('2020-05-12', '12 ml', '36.5')
    """
    for slip, meant in _SLIPS:
        text = slip.sub(meant, text)
    return text


def _as_long(sign: str) -> Callable[[re.Match[str]], str]:
    return lambda run: sign * len(run[0])


_SLIPS = (
    (re.compile(r"(?<=[0-9])[Oo○〇]+(?![A-Za-z])|(?<![A-Za-z])[Oo○〇]+(?=[0-9])"), _as_long("0")),
    (re.compile(r"(?<=[0-9])[lI|]+(?=[0-9])|(?<![A-Za-z])[lI|]+(?=[0-9])"), _as_long("1")),
    (re.compile(r"(?<=[0-9])[。·](?=[0-9])"), _as_long(".")),
)
