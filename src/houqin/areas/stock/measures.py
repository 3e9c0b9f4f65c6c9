"""How a figure of the stock is got from facts, for every campus and in total."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Generic, Protocol, TypeVar

from houqin.areas.stock.moves import ZERO, to_cents
from houqin.problems import Both
from houqin.sections import Figure, Unit, Value


class AtCampus(Protocol):
    """Anything that belongs to one campus."""

    @property
    def campus(self) -> str:
        """The campus."""


F = TypeVar("F", bound=AtCampus)


@dataclass(frozen=True, slots=True)
class Measure(Generic[F]):
    """How one figure is got from the facts of a campus, or of all of them."""

    key: str
    name: Both
    unit: Unit
    of: Callable[[Sequence[F]], Value]
    source: Both

    def figure(self, facts: Sequence[F], campuses: Iterable[str]) -> Figure:
        """Return the figure, in total and for each campus."""
        by_campus = {
            campus: self.of([each for each in facts if each.campus == campus])
            for campus in campuses
        }
        return Figure(self.key, self.name, self.unit, self.of(facts), self.source, by_campus)


def money(amounts: Iterable[Decimal | None]) -> Decimal:
    """Add up amounts, as far as they are known."""
    return to_cents(sum((amount for amount in amounts if amount is not None), ZERO))


def share(part: int, whole: int) -> Decimal | None:
    """Return a fraction, None of nothing."""
    return Decimal(part) / whole if whole else None
