"""The LibreOffice edition differs from the workbook in its macros only, and these run."""

import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from tests.office.clicking import run_macro
from tests.office.edition import ALWAYS, GUARD, PROJECT, edition

from houqin.vba.project import modules_of

HERE = Path(__file__).parent


def parts_of(book: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(book) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def sources_of(book: Path) -> dict[str, str]:
    return {each.name: each.source for each in modules_of(parts_of(book)[PROJECT])}


def test_all_parts_but_the_macros_keep_their_bytes(sample_path: Path, sample_edition: Path) -> None:
    before, after = parts_of(sample_path), parts_of(sample_edition)

    assert sample_edition.name == sample_path.name
    assert list(before) == list(after)
    assert [name for name in before if before[name] != after[name]] == [PROJECT]


def test_only_what_reaches_python_is_exchanged(sample_path: Path, sample_edition: Path) -> None:
    before, after = sources_of(sample_path), sources_of(sample_edition)
    bridge, functions = (
        (HERE / name).read_bytes().decode("ascii") for name in ("bridge.bas", "functions.bas")
    )

    wrappers = before["xlwings_udfs"].replace(GUARD, ALWAYS)
    assert wrappers != before["xlwings_udfs"]
    assert after == {**before, "xlwings": bridge, "xlwings_udfs": wrappers, "XLPy": functions}


def test_a_workbook_without_macros_is_copied(demo_book: Path, tmp_path: Path) -> None:
    assert edition(demo_book, tmp_path).read_bytes() == demo_book.read_bytes()


@pytest.mark.office
def test_macros_run_in_the_edition(sample: Any) -> None:
    assert run_macro(sample, "Actions.Interpreter") == sys.executable
