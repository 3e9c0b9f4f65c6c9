"""One cell of a ledger in a workbook that XlsxWriter writes."""

from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from houqin.cells.values import CellError, Uncached
from houqin.cells.writing import written

TYPED = {  # by type of value: a day on 参数 stands in a column of texts
    "date": "yyyy-mm-dd",
    "datetime": "yyyy-mm-dd hh:mm",
    "time": "hh:mm",
}
MEASURED = {"number", "quantity", "money", "percent", "whole", "temperature"}


def write_cell(sheet: Any, place: tuple[int, int], value: object, kind: str, form: Any) -> None:
    """Write a typed value as its kind of field is written, or a raw cell as it is."""
    if value is None:
        sheet.write_blank(*place, None, form)
    elif isinstance(value, CellError):
        sheet.write_formula(*place, "=NA()", form, value.text)
    elif isinstance(value, Uncached):
        sheet.write_formula(*place, "=1+1", form, "")
    elif isinstance(value, bool):
        sheet.write_string(*place, "是" if value else "否", form)
    elif isinstance(value, datetime | date | time):
        sheet.write_datetime(*place, value, form)
    elif is_number(value, kind):
        sheet.write_number(*place, float(str(value)), form)
    else:
        sheet.write_string(*place, value if isinstance(value, str) else written(value), form)


def is_number(value: object, kind: str) -> bool:
    """Tell whether a value stands in its cell as a number."""
    if isinstance(value, bool):
        return False
    return isinstance(value, int | float) or (isinstance(value, Decimal) and kind in MEASURED)
