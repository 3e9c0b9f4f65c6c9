"""The command `houqin import`: shows the preview, and writes the book with the new rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from houqin.errors import HouqinError, Refused
from houqin.terminal import Format, refusals
from houqin.trail import note

if TYPE_CHECKING:
    from houqin.book import Book
    from houqin.importing.plan import ImportPlan
    from houqin.importing.sources import Source
    from houqin.opening import Reading


class NoOutputError(HouqinError):
    """Nobody said where the book with the new rows is to be written."""

    def __init__(self) -> None:
        super().__init__(
            "请用 -o 写明新工作簿的文件名，或用 --dry-run 只看预览。"
            " / Name the new workbook with -o, or ask for the preview only with --dry-run."
        )


class UnreadSheetError(HouqinError):
    """A sheet of the book cannot be read, so nobody knows what it holds."""

    def __init__(self, told: str) -> None:
        super().__init__(told)


def import_(
    book: Annotated[
        Path,
        typer.Argument(
            help="The workbook that takes the rows in; it is only read.", metavar="BOOK"
        ),
    ],
    files: Annotated[
        list[Path],
        typer.Argument(help="Old or separately filled workbooks; only read.", metavar="FILE..."),
    ],
    out: Annotated[
        Path | None,
        typer.Option("-o", "--out", help="The workbook to write, BOOK with the new rows."),
    ] = None,
    *,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would be taken in, and write nothing.")
    ] = False,
    form: Annotated[Format, typer.Option("--format", help="text or json.")] = Format.TEXT,
    as_of: Annotated[
        str, typer.Option("--as-of", help="The day everything is judged by, as 2020-06-30.")
    ] = "",
    lang: Annotated[str, typer.Option("--lang", help="zh or en; else as the workbook says.")] = "",
) -> None:
    """Take old or separately filled ledgers in: which headings were understood, which rows are new.

    Exit 0 all rows are in, 1 some differ, are doubtful or were held back, 2 refused.
    """
    with refusals(book, lang, form):
        _ready((book, *files), out, dry_run=dry_run)
        target = _target(book, as_of, lang)
    sources = []
    for file in files:
        with refusals(file, target.lang, form):
            sources.append(_source(file, files))
    with refusals(book, target.lang, form):
        plan = _plan(target, sources)
        written = None if dry_run else out
        if written is not None:
            _write(book, plan, written)
            note(rows_added=sum(len(each.rows) for each in plan.added.values()))
    typer.echo(_told(target, plan, written, form), nl=False)
    raise typer.Exit(0 if plan.is_complete else 1)


def _ready(read: Sequence[Path], out: Path | None, *, dry_run: bool) -> None:
    """Make sure that there is something to write, and that it replaces nothing that is read."""
    from houqin.files import spare

    if out is None and not dry_run:
        raise NoOutputError
    for each in read if out else ():
        spare(each, *filter(None, (out,)))


@dataclass(frozen=True, slots=True)
class _Target:
    """The book that takes the rows in."""

    name: str
    reading: "Reading"
    book: "Book"
    lang: str


def _target(path: Path, as_of: str, lang: str) -> _Target:
    """Read the book; this door alone may ask the clock."""
    from houqin.hosts.files import open_workbook
    from houqin.opening import open_sheets, read_book
    from houqin.pipeline import language
    from houqin.result import Options

    host = open_workbook(path)
    reading = open_sheets(host)
    if reading.faults:
        raise UnreadSheetError(reading.faults[0].error)
    _only_recognised(reading)
    today = datetime.now().astimezone().date()
    book = read_book(reading, Options(as_of), today, own="houqin" in host.properties())
    host.close()
    spoken = language(lang) or language(book.settings.text("language")) or "zh"
    return _Target(path.name, reading, book, spoken)


def _source(path: Path, files: Sequence[Path]) -> "Source":
    """Open a source; its name is its path where two of them are named alike."""
    from houqin.hosts.files import open_workbook
    from houqin.importing.sources import Source
    from houqin.opening import open_sheets

    host = open_workbook(path)
    reading = open_sheets(host)
    host.close()
    _only_recognised(reading)
    alike = [each for each in files if each.name == path.name]
    return Source(path.name if len(alike) == 1 else str(path), reading)


def _only_recognised(reading: "Reading") -> None:
    if not reading.found.sheets:
        raise Refused("nothing_recognised", value="、".join(reading.found.unknown) or "—")


def _plan(target: _Target, sources: Sequence["Source"]) -> "ImportPlan":
    from houqin.importing.planning import plan_import

    return plan_import(target.reading, target.book, sources)


def _write(book: Path, plan: "ImportPlan", out: Path) -> None:
    from houqin.reports.appended import write_appended

    write_appended(book, tuple(plan.added.values()), out)


def _told(target: _Target, plan: "ImportPlan", out: Path | None, form: Format) -> str:
    """Return what the command prints."""
    from houqin.importing.telling import import_of, import_text
    from houqin.problems import Both
    from houqin.reports.as_json import text_of

    lang, as_of = target.lang, str(target.book.as_of)
    if form is Format.JSON:
        written = str(out) if out else None
        head = {"book": target.name, "as_of": as_of, "lang": lang, "out": written}
        return text_of(head | import_of(plan, lang)) + "\n"
    head_line = Both(f"{target.name}  统计日期 {as_of}", f"{target.name}  as of {as_of}").of(lang)
    nothing = Both("什么都没有写（--dry-run）。", "Nothing was written (--dry-run).").of(lang)
    return f"{head_line}\n{import_text(plan, lang)}{out or nothing}\n"
