"""Everything that houqin makes of one workbook, read back as text and as lines."""

import json
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from unittest.mock import patch

import openpyxl

from houqin.areas import MODELS
from houqin.desk.backups import folder_of
from houqin.desk.failures import tell_failure
from houqin.desk.jobs import Press
from houqin.privacy import Output
from houqin.terminal import checked

Run = Callable[..., Any]
OF_FILE: Mapping[str, Output] = {
    "后勤汇总": Output.SUMMARY,
    "问题清单": Output.PROBLEM_LIST,
    "学期总结": Output.WRITTEN_SUMMARY,
    "邮件草稿": Output.MAIL,
    "result": Output.RESULT,
}
COMMANDS = (
    ("check",),
    ("check", "--lang", "en"),
    ("check", "--format", "json"),
    ("overdue",),
    ("overdue", "--format", "json"),
    ("reconcile",),
    ("reconcile", "--format", "json"),
    ("roster",),
    ("roster", "--format", "json"),
)


@dataclass(frozen=True, slots=True)
class Made:
    """One output: which it is, what it is called, its bytes, and its text line by line."""

    output: Output
    name: str
    content: bytes
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        """All its lines."""
        return "\n".join(self.lines)


def of_bytes(output: Output, name: str, content: bytes) -> Made:
    return Made(output, name, content, tuple(lines_in(content)))


def all_outputs(book: Path, folder: Path, houqin: Run) -> list[Made]:
    """Make every output of a workbook that leaves it."""
    folder.mkdir(exist_ok=True)
    with patch("houqin.cli.checked", cache(checked)):  # the same check need not be done ten times
        return [*_of_the_terminal(book, folder, houqin)]


def _of_the_terminal(book: Path, folder: Path, houqin: Run) -> Iterator[Made]:
    for made in (
        _files(book, folder / "run", houqin),
        _printed(book, houqin),
        _exports(book, houqin),
        _rolled_up(book, folder / "district", houqin),
        _carried_over(book, folder / "next", houqin),
        _preview(book, folder, houqin),
    ):
        yield from made


def _files(book: Path, folder: Path, houqin: Run) -> Iterator[Made]:
    done = houqin("run", book, "--out", folder)
    yield of_bytes(Output.TERMINAL, "run", done.output.encode())
    for path in sorted(folder.iterdir()):
        output = next(each for name, each in OF_FILE.items() if path.name.startswith(name))
        yield of_bytes(output, path.name, path.read_bytes())
    draft = folder / "again.eml"
    houqin("mail", next(folder.glob("后勤汇总*.xlsx")), "--draft", draft)
    yield of_bytes(Output.MAIL, "mail", draft.read_bytes())


def _printed(book: Path, houqin: Run) -> Iterator[Made]:
    for command in COMMANDS:
        name, *options = command
        done = houqin(name, book, *options)
        yield of_bytes(Output.TERMINAL, " ".join(command), done.output.encode())
    for form in ("text", "json", "md"):
        yield of_bytes(
            Output.TERMINAL, f"rules {form}", houqin("rules", "--format", form).output.encode()
        )


def _exports(book: Path, houqin: Run) -> Iterator[Made]:
    for model in MODELS:
        for form in ("json", "csv"):
            done = houqin("export", book, "--sheet", model.ledger.key, "--format", form)
            name = f"{model.ledger.key}.{form}"
            yield of_bytes(Output.EXPORT, name, done.stdout_bytes)


def _rolled_up(book: Path, folder: Path, houqin: Run) -> Iterator[Made]:
    """Roll a folder of one school up; the file that is kept between runs is an output as well."""
    folder.mkdir()
    (folder / "school.xlsx").write_bytes(book.read_bytes())
    report = folder.parent / "reports" / "rollup.xlsx"
    options = ("--out", report, "--jobs", 1, "--as-of", "2020-06-30")
    yield of_bytes(Output.ROLLUP, "rollup", houqin("rollup", folder, *options).output.encode())
    for path in sorted(report.parent.iterdir()):
        yield of_bytes(Output.ROLLUP, path.name, path.read_bytes())


def _carried_over(book: Path, folder: Path, houqin: Run) -> Iterator[Made]:
    """Print the proof of the next term; the workbook it is about may show everything."""
    options = ("--out", folder / "next.xlsm", "--despite-errors")
    yield of_bytes(Output.TERMINAL, "new-term", houqin("new-term", book, *options).output.encode())


def _preview(book: Path, folder: Path, houqin: Run) -> Iterator[Made]:
    """Show what an import of the book into an emptier one would take in."""
    target = folder / "target.xlsx"
    emptied = openpyxl.load_workbook(book)
    for sheet in emptied.worksheets:
        sheet.delete_rows(6, sheet.max_row)
    emptied.save(target)
    for form in ("text", "json"):
        done = houqin("import", target, book, "--dry-run", "--format", form)
        yield of_bytes(Output.TERMINAL, f"import {form}", done.output.encode())


def support_file(desk: Any, error: Exception) -> Made:
    """Let a button fail, and return the file that is kept of it with what the user is told."""
    tell_failure(Press(desk, datetime(2020, 7, 1, 9, 0).astimezone(), "校验全部"), error)
    (kept,) = folder_of(desk.path).glob("故障_*.txt")
    return of_bytes(Output.SUPPORT, kept.name, kept.read_bytes() + "\n".join(desk.told).encode())


def lines_in(content: bytes) -> Iterator[str]:
    """Yield the lines of a file: rows of workbooks, objects of JSON, parts of a mail, else its text."""
    if zipfile.is_zipfile(BytesIO(content)):
        yield from _of_package(content)
    elif b"\nX-Unsent: 1" in content:
        yield from _of_mail(content)
    else:
        text = content.decode("utf-8")
        yield from _of_json(text) if text.lstrip().startswith(("[", "{")) else text.splitlines()


def _of_package(content: bytes) -> Iterator[str]:
    """Yield the XML of every part, then each row of a workbook as one line."""
    with zipfile.ZipFile(BytesIO(content)) as parts:
        names = parts.namelist()
        yield from (parts.read(name).decode("utf-8", "replace") for name in names)
    if "xl/workbook.xml" in names:
        book = openpyxl.load_workbook(BytesIO(content))
        for sheet in book.worksheets:
            for row in sheet.iter_rows(values_only=True):
                yield _line(row)


def _of_mail(content: bytes) -> Iterator[str]:
    message = message_from_bytes(content, policy=policy.default)
    assert isinstance(message, EmailMessage)
    yield from (f"{name}: {value}" for name, value in message.items())
    body = message.get_body()
    yield from body.get_content().splitlines() if body else ()
    for attached in message.iter_attachments():
        yield str(attached.get_filename())
        yield from lines_in(attached.get_content())


def _of_json(text: str) -> Iterator[str]:
    yield text
    try:
        yield from _objects(json.loads(text))
    except ValueError:  # a sentence on stderr stands behind it
        yield from text.splitlines()


def _objects(found: Any) -> Iterator[str]:
    """Yield each object that holds plain values as one line."""
    inner = found.values() if isinstance(found, dict) else found if isinstance(found, list) else ()
    if isinstance(found, dict):
        yield _line(each for each in found.values() if not _is_nested(each))
    for each in inner:
        yield from _objects(each)


def _is_nested(found: Any) -> bool:
    return isinstance(found, dict) or (isinstance(found, list) and any(map(_is_nested, found)))


def _line(cells: Any) -> str:
    return " | ".join(str(each) for each in cells if each is not None)
