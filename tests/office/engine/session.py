"""What the objects of one connection to LibreOffice share."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from tests.office.answers import Answers
from tests.office.engine.formats import Formats


@dataclass(slots=True)
class Session:
    """One connection to LibreOffice, and how it is to play Excel."""

    context: Any
    desktop: Any
    answers: Answers
    is_strict: bool = True
    """Whether strings are read as Excel reads them."""
    is_ready: bool = True
    """What `Application.Ready` says."""
    statuses: list[str] = field(default_factory=list)
    """All that was shown in the status bar; "" where it was given back."""
    _formats: dict[str, Formats] = field(default_factory=dict)

    def service(self, name: str) -> Any:
        """Make one of LibreOffice's services; `name` is what follows com.sun.star."""
        return self.context.ServiceManager.createInstanceWithContext(
            f"com.sun.star.{name}", self.context
        )

    def formats(self, document: Any) -> Formats:
        """Return the number formats of a document."""
        number = document.RuntimeUID
        if number not in self._formats:
            self._formats[number] = Formats(document)
        return self._formats[number]


def null_date(document: Any) -> datetime:
    """Return the day from which a document counts its days."""
    day = document.NullDate
    return datetime(day.Year, day.Month, day.Day, tzinfo=UTC)
