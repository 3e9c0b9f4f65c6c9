"""Ledgers as typed columns; a row object is made only when somebody looks at it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar, Generic, NamedTuple, Self, TypeVar

from pydantic import BaseModel, ConfigDict, PlainSerializer, PrivateAttr, model_validator

from houqin.cells.kinds import Kind
from houqin.cells.values import CellValue, is_blank
from houqin.cells.writing import shown, written
from houqin.problems import NO_WORDS, Both, Hit, Place
from houqin.tables.layout import Cross, Head, Layout
from houqin.tables.table import Table


class NotJudged(Exception):  # noqa: N818 - no error: the rule just cannot say
    """A rule looked at something that is not there to be judged."""


class Unread(NotJudged):
    """The cell could not be read, or is blank though it must not be; it is told already."""


class NoColumn(NotJudged):
    """The sheet has no such column."""

    def __init__(self, sheet: str, heading: str) -> None:
        self.sheet, self.heading = sheet, heading
        super().__init__(f"{sheet}: {heading}")


@dataclass(frozen=True, slots=True)
class Heading:
    """How a field is headed on the sheet, and how it is filled in."""

    name: str
    aliases: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()  # aliases that count only where there is no other
    tip: Both = NO_WORDS
    fill_down: bool = False
    fact: bool = False
    total: bool = False
    private: bool = False
    column: bool = False  # the column must be there, though a cell of it may stay blank
    literal: bool = False  # even a stroke or 无 means itself, and not that there is nothing
    unit: str = ""  # the field that holds the unit of this quantity


def heading(name: str, *aliases: str, tip: tuple[str, str] = ("", ""), **how: Any) -> Heading:
    """Return a heading with its aliases, its input hint (zh, en) and how it is filled in."""
    return Heading(name, aliases, tip=Both(*tip), **how)


@dataclass(frozen=True, slots=True)
class Ledger:
    """One sheet family: its key in code, its title, and what names a row of it."""

    key: str
    title: str
    en: str
    row_keys: tuple[tuple[str, ...], ...]  # the first whose first field is filled names the row
    aliases: tuple[str, ...] = ()
    about: Both = NO_WORDS
    private: bool = False
    cross: Cross | None = None  # how it may stand as a table that runs both ways


class SheetRow(BaseModel):
    """Base of every row; a subclass names its ledger and its fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
    ledger: ClassVar[Ledger]

    _rows: "Rows[Any]" = PrivateAttr()
    _index: int = PrivateAttr()

    @classmethod
    def standing(cls, rows: "Rows[Any]", index: int, values: dict[str, Any]) -> Self:
        """Return a row of values that are read already; `model_construct` takes ten times as long."""
        row = cls.__new__(cls)
        place = {"_rows": rows, "_index": index}
        for name, value in (
            ("__dict__", values),
            ("__pydantic_fields_set__", set(values)),
            ("__pydantic_extra__", None),
            ("__pydantic_private__", place),
            *place.items(),
        ):
            object.__setattr__(row, name, value)
        return row

    @model_validator(mode="before")
    @classmethod
    def _blank_is_none(cls, values: Mapping[str, Any]) -> dict[str, Any]:
        return {name: None if is_blank(value) else value for name, value in values.items()}

    @classmethod
    def headings(cls) -> Mapping[str, Heading]:
        """Return the heading of each field, in the order of the sheet."""
        return _headings(cls)

    @classmethod
    def required(cls, field: str) -> bool:
        """Tell whether a field must be filled in."""
        return not _nullable(cls.model_fields[field].annotation)

    @classmethod
    def kind_of(cls, field: str) -> Kind:
        """Return how a field is read."""
        return _kinds(cls)[field]

    @classmethod
    def is_limited(cls, field: str) -> bool:
        """Tell whether the model sets a limit to what the kind of a field reads, such as ge=0."""
        return _declared(cls)[field].limited

    @classmethod
    def layout(cls) -> Layout:
        """Return what the reader of tables must know of this ledger."""
        return _layout(cls)

    def at(self, field: str) -> Place:
        """Return the place of one field of this row."""
        return self._rows.place(self._index, field)

    def hit(self, field: str, /, *, related: Sequence[Place] = (), **values: object) -> Hit:
        """Say that a field is wrong; the words show its cell as typed as {value}."""
        return self._rows.hit(self._index, field, related=related, **values)

    def get(self, field: str) -> Any:
        """Return a field's value, or None where it is blank, unread or has no column."""
        return self.__dict__.get(field)

    def has(self, field: str) -> bool:
        """Tell whether the sheet has this column at all."""
        return self._rows.has(field)

    @property
    def key(self) -> str:
        """The row's own name, such as a document's number."""
        return self._rows.key(self._index)

    @property
    def number_on_sheet(self) -> int:
        """The number of the row on the screen."""
        return self._rows.row_number(self._index)

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            """Say why a field has no value to judge."""
            if name in _headings(type(self)):
                self._rows.require(name)
                raise Unread(name)
            return super().__getattr__(name)


M = TypeVar("M", bound=SheetRow)
KEPT = 5_000  # rows; the objects of a larger ledger would fill the memory, and are made anew


class Rows(Generic[M]):
    """One ledger: a tuple of typed values for each field, and where they stand.

    A blank or unread cell is None in its column; `unjudged` tells which cells no
    rule may judge, because a problem of their own is told already.
    """

    def __init__(
        self,
        model: type[M],
        table: Table,
        columns: Mapping[str, tuple[Any, ...]],
        unread: Mapping[str, frozenset[int]],
        unjudged: Mapping[str, frozenset[int]],
    ) -> None:
        self.model = model
        self.table = table
        self.sheet = table.sheet
        self.numbers = table.numbers
        self.unread = unread
        self.unjudged = unjudged
        self._columns = columns
        self._kept: dict[int, M] | None = {} if len(self.numbers) <= KEPT else None

    def __len__(self) -> int:
        return len(self.numbers)

    def __iter__(self) -> Iterator[M]:
        return map(self.__getitem__, range(len(self)))

    def __getitem__(self, index: int) -> M:
        """Return one row; a field that cannot be judged raises `NotJudged` when looked at."""
        if self._kept is None:
            return self._row(index)
        if index not in self._kept:
            self._kept[index] = self._row(index)
        return self._kept[index]

    def _row(self, index: int) -> M:
        values = {name: column[index] for name, column in self._columns.items()}
        for name, indexes in self.unjudged.items():
            if index in indexes:
                values.pop(name, None)
        return self.model.standing(self, index, values)

    def has(self, field: str) -> bool:
        """Tell whether the sheet has this column, or states the value outside its table."""
        return field in self._columns

    def is_private(self, field: str) -> bool:
        """Tell whether a field's values may stand nowhere but in the workbook (contract 13)."""
        return self.model.headings()[field].private or self.model.ledger.private

    def require(self, field: str) -> None:
        """Raise `NoColumn` where the sheet has no such column."""
        if field not in self._columns:
            raise NoColumn(self.sheet, self.model.headings()[field].name)

    def column(self, field: str) -> tuple[Any, ...]:
        """Return the values of a field, None where blank or unread; `NoColumn` if absent."""
        self.require(field)
        return self._columns[field]

    def column_or_blank(self, field: str) -> tuple[Any, ...]:
        """Return the values of a field, all None where the sheet has no such column."""
        return self._columns.get(field) or (None,) * len(self)

    def known(self, field: str) -> frozenset[Any]:
        """Return a field's values in every row, even in rows with another fault."""
        return frozenset(self.column(field)) - {None}

    def judged(self, *fields: str) -> Iterator[int]:
        """Yield the indexes of the rows in which all these fields may be judged."""
        for field in fields:
            self.require(field)
        bad = frozenset[int]().union(*(self.unjudged.get(field, ()) for field in fields))
        return (
            (index for index in range(len(self)) if index not in bad)
            if bad
            else iter(range(len(self)))
        )

    def raw(self, index: int, field: str) -> CellValue:
        """Return the cell as typed."""
        if field in self.table.columns:
            return self.table.columns[field].cells[index]
        return self.table.facts[field].value if field in self.table.facts else None

    def place(self, index: int, field: str) -> Place:
        """Return the cell in which a field of a row stands.

        That is the cell a merged, ditto or blank one repeats, or the place outside the
        table where a value is stated for all rows.
        """
        if column := self.table.columns.get(field):
            row = column.origins.get(index, self.numbers[index])
            return Place(self.sheet, *self.table.stands_at(row, column.letter))
        if fact := self.table.facts.get(field):
            return Place(self.sheet, *self.table.stands_at(fact.row, fact.column))
        return Place(self.sheet, self.row_number(index))

    def row_number(self, index: int) -> int:
        """Return the number of a row on the screen."""
        number = self.numbers[index]
        cross = self.model.ledger.cross
        if not self.table.origins or cross is None:
            return number
        letter = self.table.columns[cross.cell].letter
        return self.table.stands_at(number, letter)[0] or number

    def hit(
        self, index: int, field: str, /, *, related: Sequence[Place] = (), **values: object
    ) -> Hit:
        """Say that a cell is wrong."""
        raw = self.raw(index, field)
        head = self.model.headings()[field]
        text = "" if raw is None else shown(raw)
        return Hit(
            self.place(index, field),
            values,
            tuple(related),
            head.name,
            self.key(index),
            text,
            self.is_private(field),
            self.table.repeats,
        )

    def sheet_hit(
        self, field: str | None = None, *, related: Sequence[Place] = (), **values: object
    ) -> Hit:
        """Say that something is missing from the sheet, at no cell of it."""
        name = self.model.headings()[field].name if field else None
        return Hit(
            Place(self.sheet), values, tuple(related), name, private=self.model.ledger.private
        )

    def key(self, index: int) -> str:
        """Return the row's own name: its number, else its other key fields."""
        for fields in self.model.ledger.row_keys:
            parts = [self.column_or_blank(field)[index] for field in fields]
            if parts[0] is not None:
                return " ".join(written(part) for part in parts if part is not None)
        return ""


# A merged cell of these says the same of each of its rows; never of quantities or names.
SPREAD = frozenset(("text", "texts", "id", "choice", "choices", "date"))


class _Declared(NamedTuple):
    heading: Heading
    kind: Kind
    limited: bool


@cache
def _declared(model: type[SheetRow]) -> dict[str, _Declared]:
    found = {}
    for name, field in model.model_fields.items():
        parts = [*field.metadata, *_metadata(field.annotation)]
        head = next(part for part in parts if isinstance(part, Heading))
        kind = next(part for part in parts if isinstance(part, Kind))
        limited = not all(isinstance(part, Heading | Kind | PlainSerializer) for part in parts)
        found[name] = _Declared(head, kind, limited)
    return found


def _metadata(annotation: Any) -> list[Any]:
    inner = getattr(annotation, "__args__", ())
    return [each for part in (annotation, *inner) for each in getattr(part, "__metadata__", ())]


@cache
def _headings(model: type[SheetRow]) -> Mapping[str, Heading]:
    return {name: each.heading for name, each in _declared(model).items()}


@cache
def _kinds(model: type[SheetRow]) -> Mapping[str, Kind]:
    return {name: each.kind for name, each in _declared(model).items()}


@cache
def _layout(model: type[SheetRow]) -> Layout:
    heads = tuple(
        Head(
            name,
            head.name,
            head.aliases,
            model.required(name) or head.column,
            head.fill_down,
            head.fact,
            head.total,
            spread=kind.name in SPREAD,
            weak=head.weak,
        )
        for name, (head, kind, _) in _declared(model).items()
    )
    return Layout(
        model.ledger.key, model.ledger.title, model.ledger.aliases, heads, model.ledger.cross
    )


def _nullable(annotation: Any) -> bool:
    return type(None) in getattr(annotation, "__args__", ())
