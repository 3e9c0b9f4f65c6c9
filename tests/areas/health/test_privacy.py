"""What stands on 因病缺课 stays there: no output but the workbook itself tells of any pupil."""

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from houqin.areas.health.rows import SickAbsence
from houqin.master.demo import clean_term, write_demo, write_planted
from houqin.master.plants import plants

Run = Any
TERM_ROWS = clean_term()["sick_absences"]
PLANTED_ROWS = [row for plant in plants() for row in plant.rows.get("sick_absences", ())]
NAMES = {str(row["pupil"]) for row in (*TERM_ROWS, *PLANTED_ROWS)}
PROOFS = {str(row["proof"]) for row in (*TERM_ROWS, *PLANTED_ROWS) if row.get("proof")}
# Diagnoses stand on 病种 and 清单 as words; nothing that is sent tells of one.
DIAGNOSES = {str(row["disease"]) for row in (*TERM_ROWS, *PLANTED_ROWS) if row.get("disease")}
COMMANDS = (
    ("check", "--format", "json"),
    ("check",),
    ("check", "--lang", "en"),
    ("overdue", "--format", "json"),
    ("reconcile", "--format", "json"),
)


@pytest.fixture(scope="module", params=["clean", "demo", "planted"])
def book(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The term in each of its forms."""
    folder = tmp_path_factory.mktemp(request.param)
    path = folder / "book.xlsx"
    if request.param == "planted":
        return next(write_planted(folder))
    write_demo(path, request.param)
    return path


def texts_of(folder: Path) -> Iterator[str]:
    """Yield every text in the files of a folder, of workbooks part by part."""
    for path in folder.rglob("*"):
        if path.is_file() and zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as parts:
                yield from (
                    parts.read(name).decode("utf-8", "replace") for name in parts.namelist()
                )
        elif path.is_file():
            yield path.read_text("utf-8", "replace")


def found_in(text: str, secrets: set[str]) -> set[str]:
    return {secret for secret in secrets if secret in text}


def test_the_workbook_itself_holds_them_all(book: Path) -> None:
    with zipfile.ZipFile(book) as parts:
        text = "".join(parts.read(n).decode("utf-8", "replace") for n in parts.namelist())

    assert len(NAMES) > 60
    assert len(found_in(text, NAMES)) >= 55  # of the demo some are written with a blank inside


def test_the_main_job_writes_no_name_no_proof_and_no_diagnosis(
    book: Path, houqin: Run, tmp_path: Path
) -> None:
    done = houqin("run", book, "--out", tmp_path / "out", "--format", "json")

    told = "".join(texts_of(tmp_path / "out")) + done.output
    assert "因病缺课" in told
    assert found_in(told, NAMES | PROOFS | DIAGNOSES - LISTED) == set()


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_no_command_prints_one(book: Path, houqin: Run, command: tuple[str, ...]) -> None:
    name, *options = command

    assert (
        found_in(houqin(name, book, *options).output, NAMES | PROOFS | DIAGNOSES - LISTED) == set()
    )


@pytest.mark.parametrize("form", ["json", "csv"])
def test_an_export_of_the_sheet_holds_no_value_of_it(book: Path, houqin: Run, form: str) -> None:
    done = houqin("export", book, "--sheet", "因病缺课", "--format", form)

    assert done.output.count("pupil") >= 1
    assert found_in(done.output, NAMES | PROOFS | DIAGNOSES) == set()


@pytest.mark.parametrize("sheet", ["晨午检", "班级", "人员", "病种"])
def test_no_other_sheet_names_a_pupil(book: Path, houqin: Run, sheet: str) -> None:
    done = houqin("export", book, "--sheet", sheet)

    assert found_in(done.output, NAMES | PROOFS) == set()


def test_the_whole_ledger_is_private() -> None:
    assert SickAbsence.ledger.private


# What rules and problems of the sheet 病种, which is not private, may name.
LISTED = {"风疹"}
