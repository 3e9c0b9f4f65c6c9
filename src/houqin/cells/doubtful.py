"""How a reader says that it does not read a cell."""

from houqin.cells.doubts import Doubt
from houqin.cells.values import CellError, CellValue, Uncached, is_blank
from houqin.cells.writing import shown


def doubtful(code: str, value: CellValue, suggest: object = None, **more: object) -> Doubt:
    """Return the doubt about a cell; a blank, an error or a missing result has its own code."""
    values: dict[str, object] = {"value": shown(value)}
    if own := _own_code(value):
        return Doubt(own, values)
    if suggest is not None:
        values["suggest"] = shown(suggest)
    return Doubt(code, values | more)


def _own_code(value: CellValue) -> str | None:
    if isinstance(value, CellError):
        return "CEL-02"
    if isinstance(value, Uncached):
        return "CEL-03"
    return "CEL-01" if is_blank(value) else None
