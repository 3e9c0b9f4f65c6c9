"""Rewrites the XML of a sheet in the form in which most programs write it."""

import re
from collections.abc import Iterable, Mapping
from html import escape
from xml.parsers.expat import ExpatError, ParserCreate

from houqin.errors import Refused
from houqin.hosts.archive import MAX_PIECE
from houqin.tables.address import column_letter, column_number

MAX_ROW, MAX_COLUMN = 1_048_576, 16_384

_ADDRESS = re.compile(r"\$?([A-Za-z]{1,9})\$?(\d{1,12})")


def usual_form(pieces: Iterable[bytes]) -> bytes:
    """Rewrite a sheet with what matters here only, each cell in its usual form."""
    writer = _UsualForm()
    parser = ParserCreate("utf-8")
    parser.StartElementHandler = writer.start
    parser.EndElementHandler = writer.end
    parser.CharacterDataHandler = writer.text
    size = 0
    try:
        for piece in pieces:
            size += len(piece)
            if size > MAX_PIECE:
                raise Refused("unreadable")
            parser.Parse(piece, False)
        parser.Parse(b"", True)
    except (ExpatError, ValueError) as error:
        raise Refused("unreadable") from error
    return bytes(writer.written)


class _UsualForm:
    """Rewrites a sheet tag by tag, and gives an address to the cells that state none."""

    KEPT: Mapping[str, tuple[str, ...]] = {
        "row": ("r", "hidden"),
        "c": ("r", "t"),
        "f": (),
        "v": (),
        "is": (),
        "col": ("min", "max", "hidden"),
        "mergeCell": ("ref",),
    }

    def __init__(self) -> None:
        self.written = bytearray()  # a list of texts would take ten times the memory
        self.row = self.column = 0
        self.in_value = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Write a tag that matters, with the attributes that do."""
        name = tag.rpartition(":")[2]
        if name not in self.KEPT:
            return
        facts = dict(attributes)
        if name == "row":
            self.row, self.column = int(facts.get("r", self.row + 1)), 0
            facts["r"] = str(self.row)
        elif name == "c":
            facts["r"] = self._address(facts.get("r"))
        self.in_value = name == "v"
        kept = [f' {key}="{escape(facts[key])}"' for key in self.KEPT[name] if key in facts]
        self._write(f"<{name}{''.join(kept)}>")

    def end(self, tag: str) -> None:
        """Close a tag that matters."""
        name = tag.rpartition(":")[2]
        self.in_value = False
        if name in self.KEPT:
            self._write(f"</{name}>")

    def text(self, text: str) -> None:
        """Write the value of a cell; texts and formulas are of no interest here."""
        if self.in_value:
            self._write(escape(text, quote=False))

    def _write(self, text: str) -> None:
        self.written += text.encode()

    def _address(self, stated: str | None) -> str:
        """Return the address of a cell; one without is the next of its row."""
        row, self.column = self.row, self.column + 1
        if stated is not None:
            place = _ADDRESS.fullmatch(stated)
            if place is None:
                raise Refused("unreadable")
            row, self.column = int(place[2]), column_number(place[1].upper())
        if self.column > MAX_COLUMN or row > MAX_ROW:
            raise Refused("grid")
        return f"{column_letter(self.column)}{row}"
