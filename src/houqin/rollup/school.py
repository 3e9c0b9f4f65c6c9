"""What one school's workbook came to, as plain data that goes from one process to another."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from decimal import Decimal
from typing import Any, Self

from houqin.sections import Light, Unit

Amount = Decimal | None


@dataclass(frozen=True, slots=True)
class SchoolFigure:
    """One figure of a school's summary that is a number."""

    key: str
    zh: str
    en: str
    unit: Unit
    value: Amount
    target: Amount
    light: Light


@dataclass(frozen=True, slots=True)
class SchoolBook:
    """One workbook: whose it is, its figures and the number of its problems, or why it was refused."""

    file: str  # its path below the folder
    hash: str  # SHA-256 of its content
    school: str = ""  # 参数 school.name
    term: str = ""
    as_of: str = ""
    rows: int = 0
    errors: int = 0
    warnings: int = 0
    rules: Mapping[str, int] = field(
        default_factory=dict
    )  # problems by rule, accepted ones left out
    figures: tuple[SchoolFigure, ...] = ()
    faults: int = 0
    refused: str = ""  # one sentence in both languages

    @property
    def was_read(self) -> bool:
        """Tell whether its figures count."""
        return not self.refused

    def under(self, file: str) -> "SchoolBook":
        """Return the same content under another name."""
        return replace(self, file=file)

    def figure(self, key: str) -> SchoolFigure | None:
        """Return a figure by its key."""
        return next((each for each in self.figures if each.key == key), None)

    def text(self) -> str:
        """Return it as one line of JSON."""
        return json.dumps(asdict(self), ensure_ascii=False, default=str)

    @classmethod
    def of_text(cls, text: str) -> Self:
        """Return what a line of JSON holds.

        Raises:
            ValueError: it holds something else.
        """
        try:
            facts: dict[str, Any] = json.loads(text)
            figures = tuple(_figure(**each) for each in facts.pop("figures"))
            return cls(**facts, figures=figures)
        except (TypeError, KeyError, AttributeError, ArithmeticError) as error:
            raise ValueError(text[:40]) from error


def _figure(
    *, unit: str, value: str | None, target: str | None, light: str, **names: str
) -> SchoolFigure:
    return SchoolFigure(
        **names, unit=Unit(unit), value=_amount(value), target=_amount(target), light=Light(light)
    )


def _amount(text: str | None) -> Amount:
    return None if text is None else Decimal(text)
