"""One JSON Schema for each ledger, generated from its row model (draft 2020-12)."""

import json
from pathlib import Path
from typing import Any

from houqin.areas import MODELS
from houqin.areas.school.defaults import fixed_values
from houqin.files import write_text
from houqin.problems import Severity, State
from houqin.rows import SheetRow

DRAFT = "https://json-schema.org/draft/2020-12/schema"


def schema_of(model: type[SheetRow]) -> dict[str, Any]:
    """Return the schema of the `values` of one row, as `export` writes them."""
    schema = model.model_json_schema(mode="serialization")
    properties = {
        name: _described(schema["properties"][name], model, name) for name in model.model_fields
    }
    return {
        "$schema": DRAFT,
        "$id": f"{model.ledger.key}.json",
        "title": model.ledger.title,
        "description": model.ledger.about.en,
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


LIMITS = {
    "ge": "minimum",
    "gt": "exclusiveMinimum",
    "le": "maximum",
}  # as pydantic leaves them, as JSON Schema says


def _described(schema: dict[str, Any], model: type[SheetRow], field: str) -> dict[str, Any]:
    head = model.headings()[field]
    said = {"title": head.name, "description": head.tip.en}
    values = fixed_values(model.kind_of(field).choices)
    kept = {name: each for name, each in schema.items() if name not in said}
    if "anyOf" in kept:
        return said | kept | {"anyOf": [_branch(each, values) for each in kept["anyOf"]]}
    return said | _branch(kept, values)


def _branch(schema: dict[str, Any], values: tuple[str, ...]) -> dict[str, Any]:
    enum = {"enum": list(values)} if values and schema.get("type") == "string" else {}
    return {LIMITS.get(name, name): each for name, each in schema.items()} | enum


def schema_folder() -> Path | None:
    """Return the folder schemas/ of a checkout, or None elsewhere."""
    root = Path(__file__).parents[3]
    return root / "schemas" if (root / "pyproject.toml").exists() else None


def schemas() -> dict[str, str]:
    """Return the text of every schema file by its name."""
    found = {f"{model.ledger.key}.json": schema_of(model) for model in MODELS}
    found["result.json"] = result_schema()
    return {
        name: json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        for name, schema in found.items()
    }


def write_schemas(folder: Path) -> None:
    """Write all schema files."""
    for name, text in schemas().items():
        write_text(folder / name, text)


def outdated(folder: Path) -> list[str]:
    """Return the names of the schema files that differ from the code."""
    wanted = schemas()
    present = {path.name for path in folder.glob("*.json")}
    differs = [
        name
        for name, text in wanted.items()
        if name not in present or (folder / name).read_text("utf-8") != text
    ]
    return sorted({*differs, *(present - set(wanted))})


def result_schema() -> dict[str, Any]:
    """Return the schema of the JSON that `check` prints (contract 9)."""
    text, maybe, whole = (
        {"type": "string"},
        {"type": ["string", "null"]},
        {"type": "integer", "minimum": 0},
    )
    day = {"type": "string", "format": "date"}
    problem = {
        "code": text,
        "severity": {"enum": [each.value for each in Severity]},
        "state": {"enum": [each.value for each in State]},
        "sheet": text,
        "cell": maybe,
        "row": {"type": ["integer", "null"]},
        "column": maybe,
        "heading": maybe,
        "key": maybe,
        "value": maybe,
        "message": text,
        "fix": text,
        "related": {"type": "array", "items": text},
    }
    counts = dict.fromkeys((*(each.value for each in Severity), "accepted"), whole)
    return {
        "$schema": DRAFT,
        "$id": "result.json",
        "title": "校验结果",
        **_object(
            {
                "book": text,
                "as_of": day,
                "period": {
                    "type": "array",
                    "prefixItems": [day, day],
                    "minItems": 2,
                    "maxItems": 2,
                },
                "lang": {"enum": ["zh", "en"]},
                "sheets": _list({"sheet": text, "key": text, "rows": whole}),
                "problems": _list(problem),
                "tidied": _list({"sheet": text, "cell": maybe, "raw": maybe, "read": {}}),
                "skipped": _list({"code": text, "why": text}),
                "faults": _list({"code": text, "error": text}),
                "counts": _object(counts),
                "files": {"type": "object", "additionalProperties": text},
            },
            optional=("files",),
        ),
    }


def _object(properties: dict[str, Any], optional: tuple[str, ...] = ()) -> dict[str, Any]:
    required = [name for name in properties if name not in optional]
    return {
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def _list(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": _object(properties)}
