"""Why a cell was not read: a value, never an exception."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Doubt:
    """The code of a reading rule, and the values that its words show."""

    code: str
    values: Mapping[str, object] = field(default_factory=dict)
