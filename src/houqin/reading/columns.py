"""One column at a time: every distinct cell is read once, and pydantic judges its limits."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import Annotated, Any

from pydantic import TypeAdapter, ValidationError

from houqin.cells.context import Context
from houqin.cells.doubts import Doubt
from houqin.cells.kinds import Kind
from houqin.cells.text import narrow
from houqin.cells.values import CellError, CellValue, Uncached, blanks_among
from houqin.cells.writing import written
from houqin.rows import Heading, SheetRow

Key = CellValue | tuple[type, CellValue]
Reader = Callable[[list[CellValue], Context], list[Any]]  # a value or a Doubt for each cell


@dataclass(frozen=True, slots=True)
class ReadColumn:
    """The values of a column, None where blank or doubtful, and the doubts by index."""

    values: tuple[Any, ...]
    doubts: Mapping[int, Doubt]
    filled: bool = False  # every cell holds a value


def read_column(
    cells: Sequence[CellValue],
    reader: Reader,
    context: Context,
    nothing: frozenset[str] = frozenset(),
) -> ReadColumn:
    """Read the cells of a column; equal cells are read once, so dirt costs little.

    The words for `nothing` are read as a blank, where they are no value themselves.
    """
    keys: Sequence[Key] = cells
    if bool in set(map(type, cells)):  # True equals 1 for a dict, but not for a reader
        keys = [(type(cell), cell) for cell in cells]
    meanings = dict(zip(distinct := set(keys), _read_all(distinct, reader, context), strict=True))
    if nothing:
        meanings |= {key: None for key in distinct if _is_nothing(key, meanings[key], nothing)}
    if not any(isinstance(meaning, Doubt) for meaning in meanings.values()):
        filled = None not in meanings.values()
        return ReadColumn(tuple(map(meanings.__getitem__, keys)), {}, filled)
    doubtful = {key for key, meaning in meanings.items() if isinstance(meaning, Doubt)}
    doubts = {index: meanings[key] for index, key in enumerate(keys) if key in doubtful}
    known = meanings | dict.fromkeys(doubtful)
    return ReadColumn(tuple(map(known.__getitem__, keys)), doubts)


def _read_all(keys: Iterable[Key], reader: Reader, context: Context) -> list[Any]:
    raws = [key[1] if isinstance(key, tuple) else key for key in keys]
    meanings: list[Any] = [_before_reading(raw) for raw in raws]
    blanks = blanks_among(raws)
    waiting = [i for i, raw in enumerate(raws) if meanings[i] is None and raw not in blanks]
    read = reader([raws[i] for i in waiting], context)
    for index, meaning in zip(waiting, read, strict=True):
        meanings[index] = meaning
    return meanings


def _is_nothing(key: Key, meaning: Any, nothing: frozenset[str]) -> bool:
    """Tell whether a cell says that there is nothing, and was not read as anything else."""
    text = key if isinstance(key, str) else ""
    word = text.strip() if text.isascii() else narrow(text)
    if word not in nothing:
        return False
    only = meaning[0] if isinstance(meaning, tuple) and len(meaning) == 1 else meaning
    as_typed = isinstance(only, str) and narrow(only) == word
    return as_typed or isinstance(meaning, Doubt)


def _before_reading(raw: CellValue) -> Doubt | None:
    if isinstance(raw, CellError):
        return Doubt("CEL-02", {"value": raw.text})
    return Doubt("CEL-03") if isinstance(raw, Uncached) else None


def _read_by_kind(kind: Kind, raws: list[CellValue], context: Context) -> list[Any]:
    return [kind.read(raw, context) for raw in raws]


def _validate(adapter: "TypeAdapter[Any]", raws: list[CellValue], context: Context) -> list[Any]:
    try:
        return list(adapter.validate_python(raws, context=context))
    except ValidationError as error:
        doubts = {int(each["loc"][0]): _doubt(each) for each in error.errors(include_url=False)}
    good = [raw for index, raw in enumerate(raws) if index not in doubts]
    values = iter(adapter.validate_python(good, context=context))
    return [doubts[index] if index in doubts else next(values) for index in range(len(raws))]


STROKES = frozenset(("/", "//", "\\", "-", "--", "---"))
NONE = STROKES | {"无", "没有", "暂无"}
NUMBERS = frozenset(("whole", "number", "quantity", "money", "percent", "temperature"))


def words_for_nothing(model: type[SheetRow], field: str, context: Context) -> frozenset[str]:
    """Return what a cell that may stay blank says instead; 无 as a number may be 0."""
    if model.required(field) or model.headings()[field].literal:
        return frozenset()
    kind = model.kind_of(field)
    words = STROKES if kind.name in NUMBERS else NONE
    chosen = context.vocabularies.get(kind.choices)
    return words - set(chosen.values) if chosen else words


LIMITS = {
    "greater_than": ("大于", "above", "gt"),
    "greater_than_equal": ("不小于", "at least", "ge"),
    "less_than": ("小于", "below", "lt"),
    "less_than_equal": ("不大于", "at most", "le"),
}


def _doubt(error: Any) -> Doubt:
    """Turn pydantic's finding into ours: a reader's own doubt, or a limit of the model."""
    facts = error.get("ctx", {})
    if "doubt" in facts:
        found: Doubt = facts["doubt"]
        return found
    zh, en, name = LIMITS.get(error["type"], ("", "", ""))
    limit = written(facts.get(name))
    return Doubt("CEL-10", {"limit": f"{zh} {limit}".strip(), "limit_en": f"{en} {limit}".strip()})


def reader_of(model: type[SheetRow], field: str) -> Reader:
    """Return what reads a list of cells of one field, as the model declares it.

    Where the model sets no limit the kind alone decides: an adapter for each field would
    take longer to build than a school's ledger to read.
    """
    if not model.is_limited(field):
        return partial(_read_by_kind, model.kind_of(field))
    return partial(_validate, _adapter_of(model, field))


def _adapter_of(model: type[SheetRow], field: str) -> "TypeAdapter[Any]":
    info = model.model_fields[field]
    inner = [part for part in getattr(info.annotation, "__args__", ()) if part is not type(None)]
    optional = type(None) in getattr(info.annotation, "__args__", ())
    facts = tuple(part for part in info.metadata if not isinstance(part, Heading))
    annotation: Any = inner[0] if optional else info.annotation
    return _adapter(annotation, facts)


@cache
def _adapter(annotation: Any, facts: tuple[Any, ...]) -> "TypeAdapter[Any]":
    each: Any = Annotated[(annotation, *facts)] if facts else annotation
    return TypeAdapter(list[each])
