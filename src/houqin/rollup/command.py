"""`houqin rollup`: the workbooks of a folder in one report."""

import sys
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from houqin.terminal import Format, refusals


def rollup(
    folder: Annotated[
        Path,
        typer.Argument(
            help="The folder with the workbooks, and folders in it.", exists=True, file_okay=False
        ),
    ],
    out: Annotated[Path, typer.Option("-o", "--out", help="The report to write.")],
    jobs: Annotated[
        int | None,
        typer.Option("--jobs", min=1, help="Processes; as many as processors if left out."),
    ] = None,
    scheduler: Annotated[
        str, typer.Option("--scheduler", help="The address of a Dask cluster that does the work.")
    ] = "",
    form: Annotated[Format, typer.Option("--format", help="text or json.")] = Format.TEXT,
    as_of: Annotated[
        str, typer.Option("--as-of", help="The day to judge by, such as 2020-06-30.")
    ] = "",
    lang: Annotated[str, typer.Option("--lang", help="zh or en.")] = "",
) -> None:
    """Check and sum up every workbook of a folder; what has not changed since is not read again.

    Exit 0 all were read, 1 some could not be, 2 none.
    """
    from houqin.result import Options
    from houqin.rollup.district import roll_up
    from houqin.rollup.executors import executor
    from houqin.rollup.kept import Kept
    from houqin.rollup.report import verdict, write_district

    today = datetime.now().astimezone().date()
    language = "en" if lang.lower().startswith("en") else "zh"
    with refusals(folder, language, form):
        options = Options(as_of=as_of, lang=lang)
        kept = Kept(out.with_name(f"{out.stem}.kept.jsonl"), options, str(today))
        kept.start_anew()
        with executor(scheduler, jobs) as pool:
            district = roll_up(folder, options, today, pool=pool, kept=kept, progress=_progress)
        write_district(district, out, today, language)
    if form is Format.JSON:
        typer.echo(f"[{','.join(book.text() for book in district.books)}]")
    else:
        typer.echo(verdict(district, language))
        for book in district.refused:
            typer.echo(f"  {book.file}: {book.refused}", err=True)
        typer.echo(str(out))
    unread = bool(district.refused)
    raise typer.Exit(2 if not district.schools else int(unread))


def _progress(done: int, total: int, file: str) -> None:
    """Show how far the work is on one line, where somebody watches."""
    if sys.stderr.isatty():
        end = "\n" if done == total else ""
        sys.stderr.write(f"\r\033[K{done}/{total} {file}{end}")
        sys.stderr.flush()
