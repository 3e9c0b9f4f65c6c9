"""An xlwings engine for LibreOffice: xlwings' own code for Windows over emulated objects of Excel."""

from tests.office.engine import boxes, reading
from tests.office.engine.com import CALLS, ComError
from tests.office.engine.connection import NAME, connected_app, disconnect
from tests.office.engine.reading import Source
from tests.office.engine.session import Session, null_date

__all__ = [
    "CALLS",
    "NAME",
    "ComError",
    "Session",
    "Source",
    "boxes",
    "connected_app",
    "disconnect",
    "null_date",
    "reading",
]
