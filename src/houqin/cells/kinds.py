"""The kinds of field that a ledger has: pydantic types that read what people type.

Each is an ordinary type annotated with a `Kind`: the pure reader of `cells/` that
turns a raw cell into the value. So a row model is the only source of how a column
is read, validated and described in its JSON Schema.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import Annotated, Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, PlainSerializer
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from houqin.cells.choices import read_yes_no
from houqin.cells.classes import read_class
from houqin.cells.context import Context
from houqin.cells.dates import read_date
from houqin.cells.doubts import Doubt
from houqin.cells.durations import read_seconds
from houqin.cells.ids import read_id
from houqin.cells.money import read_money, read_price, to_cents
from houqin.cells.months import read_month
from houqin.cells.numbers import read_number, read_percent, read_temperature, read_whole
from houqin.cells.people import read_people, read_person
from houqin.cells.phones import read_phone
from houqin.cells.quantities import MEASURES, read_amount, read_difference
from houqin.cells.text import SEPARATORS, read_text, read_texts
from houqin.cells.times import TimeRange, read_moment, read_time, read_time_range
from houqin.cells.values import CellValue

NO_CONTEXT = Context()


@dataclass(frozen=True, slots=True)
class Kind:
    """How a cell of this kind is read, and how JSON describes its value."""

    name: str
    read: Callable[[CellValue, Context], Any]
    json: tuple[tuple[str, str], ...] = ()
    choices: str = ""  # the list whose values it takes

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Read the raw cell before pydantic validates the value."""

        def read(value: Any, info: core_schema.ValidationInfo) -> Any:
            if value is None:
                return None
            found = self.read(value, info.context or NO_CONTEXT)
            if isinstance(found, Doubt):
                raise PydanticCustomError("doubt", "{code}", {"code": found.code, "doubt": found})
            return found

        return core_schema.with_info_before_validator_function(read, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Describe the value as contract 2 writes it."""
        return dict(self.json) if self.json else handler(schema)


def _plain(read: Callable[[CellValue], Any]) -> Callable[[CellValue, Context], Any]:
    return lambda value, context: read(value)  # noqa: ARG005 - all readers look alike to Kind


def _date(value: CellValue, context: Context) -> date | Doubt:
    return read_date(value, context.term, date_1904=context.date_1904)


def _month(value: CellValue, context: Context) -> str | Doubt:
    return read_month(value, context.term, date_1904=context.date_1904)


def _moment(value: CellValue, context: Context) -> datetime | Doubt:
    return read_moment(value, context.term, date_1904=context.date_1904)


def _quantity(value: CellValue) -> Decimal | Doubt:
    amount = read_amount(value)
    return amount if isinstance(amount, Doubt) else amount.number


def _points(value: CellValue) -> Decimal | Doubt:
    return read_number(value, {"分"})


def _days(value: CellValue) -> int | Doubt:
    return read_whole(value, {"天", "日"})


def _year(value: CellValue) -> int | Doubt:
    return read_whole(value, {"年", "年度"})


def _cases(value: CellValue) -> int | Doubt:
    return read_whole(value, {"例", "人", "名", "个"})


def _minutes(value: CellValue) -> int | Doubt:
    return read_whole(value, {"分钟", "分"})


def _copies(value: CellValue) -> int | Doubt:
    return read_whole(value, {"份", "人", "票"})


def _heads(value: CellValue) -> int | Doubt:
    return read_whole(value, {"人", "名"})


def _things(value: CellValue) -> int | Doubt:
    return read_whole(value, MEASURES)


def _number_in_json(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


_NUMBER = (("type", "number"),)
_AS_NUMBER = PlainSerializer(_number_in_json, return_type=int | float)
_AS_MONEY = PlainSerializer(lambda price: _number_in_json(to_cents(price)), return_type=int | float)
_AS_TEXT = PlainSerializer(str, return_type=str)
_TIME = r"^([01]\d|2[0-3]):[0-5]\d"

Text = Annotated[str, Kind("text", _plain(read_text))]
Texts = Annotated[tuple[str, ...], Kind("texts", _plain(read_texts))]
Id = Annotated[str, Kind("id", _plain(read_id))]
Phone = Annotated[str, Kind("phone", _plain(read_phone))]
Person = Annotated[str, Kind("person", _plain(read_person))]
People = Annotated[tuple[str, ...], Kind("people", _plain(read_people))]
ClassName = Annotated[
    str, Kind("class", _plain(read_class), (("type", "string"), ("pattern", r"^\d{1,2}\.\d{1,2}$")))
]
YesNo = Annotated[bool, Kind("yes or no", _plain(read_yes_no))]
Whole = Annotated[int, Kind("whole", _plain(read_whole))]
Copies = Annotated[int, Kind("whole", _plain(_copies))]
Days = Annotated[int, Kind("whole", _plain(_days))]
Year = Annotated[int, Kind("whole", _plain(_year))]
Cases = Annotated[int, Kind("whole", _plain(_cases))]
Seconds = Annotated[int, Kind("whole", _plain(read_seconds))]
Minutes = Annotated[int, Kind("whole", _plain(_minutes))]
Heads = Annotated[int, Kind("whole", _plain(_heads))]
Things = Annotated[int, Kind("whole", _plain(_things))]  # 40套: a measure word may follow
Points = Annotated[Decimal, Kind("number", _plain(_points), _NUMBER), _AS_NUMBER]
Number = Annotated[Decimal, Kind("number", _plain(read_number), _NUMBER), _AS_NUMBER]
Quantity = Annotated[Decimal, Kind("quantity", _plain(_quantity), _NUMBER), _AS_NUMBER]
Difference = Annotated[Decimal, Kind("quantity", _plain(read_difference), _NUMBER), _AS_NUMBER]
Money = Annotated[Decimal, Kind("money", _plain(read_money), _NUMBER), _AS_NUMBER]
Price = Annotated[Decimal, Kind("money", _plain(read_price), _NUMBER), _AS_MONEY]
Percent = Annotated[Decimal, Kind("percent", _plain(read_percent), _NUMBER), _AS_NUMBER]
Temperature = Annotated[Decimal, Kind("temperature", _plain(read_temperature), _NUMBER), _AS_NUMBER]
Day = Annotated[date, Kind("date", _date)]
Month = Annotated[
    str, Kind("month", _month, (("type", "string"), ("pattern", r"^\d{4}-(0[1-9]|1[0-2])$")))
]
Moment = Annotated[
    datetime,
    Kind("moment", _moment, (("type", "string"), ("pattern", r"^\d{4}-\d\d-\d\dT\d\d:\d\d$"))),
    PlainSerializer(lambda moment: moment.strftime("%Y-%m-%dT%H:%M"), return_type=str),
]
Clock = Annotated[
    time,
    Kind("time", _plain(read_time), (("type", "string"), ("pattern", _TIME + "$"))),
    PlainSerializer(lambda clock: clock.strftime("%H:%M"), return_type=str),
]
Slot = Annotated[
    TimeRange,
    Kind("time range", _plain(read_time_range), (("type", "string"), ("pattern", _TIME + "-"))),
    _AS_TEXT,
]


def People_or(name: str) -> Kind:  # noqa: N802 - it stands where a type's facts stand
    """Return the kind of a field that takes names, or one word of a list for a whole group.

    Written as `Annotated[tuple[str, ...], People_or("全员对象"), heading("参加人员")]`.
    """

    def read(value: CellValue, context: Context) -> tuple[str, ...] | Doubt:
        groups = context.vocabularies.get(name)
        group = groups.read(value) if groups and isinstance(value, str) else None
        return (group,) if isinstance(group, str) else read_people(value)

    return Kind("people", read)


def Choice(name: str) -> Kind:  # noqa: N802 - it stands where a type's facts stand
    """Return the kind of a field that takes one value of a list of the school's.

    Written as `Annotated[str, Choice("校区"), heading("校区")]`.
    """

    def read(value: CellValue, context: Context) -> str | Doubt:
        text = read_text(value)
        vocabulary = context.vocabularies.get(name)
        if vocabulary is None or isinstance(text, Doubt):
            return text
        return vocabulary.read(value)

    return Kind("choice", read, choices=name)


def Choices(name: str) -> Kind:  # noqa: N802 - it stands where a type's facts stand
    """Return the kind of a field that takes several values of a list of the school's.

    Written as `Annotated[tuple[str, ...], Choices("检查类型"), heading("检查类型")]`.
    """

    def read(value: CellValue, context: Context) -> tuple[str, ...] | Doubt:
        text = read_text(value)
        if isinstance(text, Doubt):
            return text
        vocabulary = context.vocabularies.get(name)
        parts = [part for part in SEPARATORS.split(text) if part.strip()]
        found = [vocabulary.read(part) if vocabulary else part.strip() for part in parts]
        doubts = [each for each in found if isinstance(each, Doubt)]
        return doubts[0] if doubts else tuple(str(each) for each in found)

    return Kind("choices", read, choices=name)
