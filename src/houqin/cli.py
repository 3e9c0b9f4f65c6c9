"""The terminal's door: each command reads its arguments, calls one piece, and tells."""

import gc
import json
import os
import sys
from contextlib import ExitStack
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from houqin import __version__
from houqin.errors import Refused, place_of
from houqin.importing.command import import_
from houqin.new_term.command import new_term
from houqin.result import Options, Result
from houqin.rollup.command import rollup
from houqin.sending.command import mail, mail_password
from houqin.setup import commands as setup
from houqin.terminal import Format, Trailed, checked, only_recognised, refusals, resting_on
from houqin.trail import note

app = typer.Typer(
    cls=Trailed, no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False
)


class RowsAs(StrEnum):
    """How the rows of a ledger are written."""

    JSON = "json"
    CSV = "csv"


class CatalogueAs(StrEnum):
    """How the catalogue of rules is written."""

    TEXT = "text"
    JSON = "json"
    MD = "md"


class DemoForm(StrEnum):
    """Which of the demo's terms is written."""

    DEMO = "demo"
    CLEAN = "clean"
    PLANTED = "planted"


Book = Annotated[Path, typer.Argument(help="The workbook; it is only read.", metavar="BOOK")]
AsOf = Annotated[
    str, typer.Option("--as-of", help="The day everything is judged by, as 2020-06-30.")
]
PeriodText = Annotated[
    str, typer.Option("--period", help="2020-05, 2020-05-01..2020-05-31 or term.")
]
Lang = Annotated[str, typer.Option("--lang", help="zh or en; else as the workbook says.")]
As = Annotated[Format, typer.Option("--format", help="text or json.")]
Sheets = Annotated[
    list[str] | None, typer.Option("--sheet", help="Only the problems of this sheet; repeatable.")
]
OutDir = Annotated[Path, typer.Option("-o", "--out", help="The folder to write to.")]
OutFile = Annotated[Path, typer.Option("-o", "--out", help="The file to write.")]


def main() -> None:
    """Run the command line.

    What goes into a file or a pipe is UTF-8; what a console cannot show is replaced.
    """
    gc.disable()  # a command lives for seconds: looking for cycles would cost more than it frees
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")
    try:
        app()
    except Exception as error:
        if "HOUQIN_DEBUG" in os.environ:
            raise
        typer.echo(
            f"houqin 出了故障，表格没有改动。请把这句话告诉维护的人：{place_of(error)}"
            f" / houqin broke; your workbook was not touched: {place_of(error)}",
            err=True,
        )
        sys.exit(2)


@app.command()
def check(  # noqa: PLR0913, PLR0917 - one for each option
    book: Book,
    sheet: Sheets = None,
    form: As = Format.TEXT,
    since: Annotated[
        Path | None, typer.Option("--since", help="An earlier result.json to compare with.")
    ] = None,
    copy: Annotated[
        Path | None,
        typer.Option("-o", "--out", help="Write a copy with the cells marked and the list added."),
    ] = None,
    as_of: AsOf = "",
    period: PeriodText = "",
    lang: Lang = "",
) -> None:
    """Say every problem, at its own cell. Exit 0 none of severity error, 1 some, 2 refused or broken."""
    from houqin.reports import as_json, as_text

    with refusals(book, lang, form):
        result = checked(book, Options(as_of, period, lang, tuple(sheet or ())))
        only_recognised(result)
        result, mended = compared(result, since)
        if copy is not None:
            _write_marked(book, result, copy)
    if form is Format.JSON:
        typer.echo(as_json.text_of(as_json.check_of(result, book.name, mended)))
    else:
        typer.echo(as_text.check_text(result, book.name, mended), nl=False)
    raise typer.Exit(result.exit_code)


def _write_marked(book: Path, result: Result, copy: Path) -> None:
    from houqin.reports.marked_copy import write_marked

    unmarked = write_marked(book, result, copy)
    if unmarked:
        names = "、".join(unmarked)
        typer.echo(
            f"{names} 的写法特殊，单元格没有标色，问题都在“问题清单”里。"
            f" / The cells of {names} are written in an odd form and were not filled; the list has all.",
            err=True,
        )


def compared(result: Result, since: Path | None) -> tuple[Result, list[dict[str, Any]]]:
    """Tell new, open and mended problems apart by an earlier result.json."""
    if since is None:
        return result, []
    from dataclasses import replace

    from houqin.states import since as compare

    try:
        before = json.loads(since.read_text("utf-8"))
        problems, mended = compare(result.problems, before)
    except (OSError, ValueError):
        raise Refused("since", value=since.name) from None
    told = [each for each in mended if not result.asked or each.get("sheet") in result.asked]
    return replace(result, problems=tuple(problems)), told


@app.command()
def run(
    book: Book,
    out: OutDir,
    as_of: AsOf = "",
    period: PeriodText = "",
    lang: Lang = "",
    form: As = Format.TEXT,
) -> None:
    """Do the main job: check, reconcile, flag, and write summaries, problem list, mail draft and result.json."""
    from houqin.main_job import run_main_job
    from houqin.reports import as_text
    from houqin.summing_up import with_sections

    with refusals(book, lang, form):
        result = checked(book, Options(as_of, period, lang))
        only_recognised(result)
        result = with_sections(result)
        made = run_main_job(result, book, out)
        note(files_written=len(made))
    if form is Format.JSON:
        typer.echo((out / made["result"].name).read_text("utf-8"))
    else:
        typer.echo(as_text.head(result, book.name))
        typer.echo(as_text.verdict(result))
        for path in made.values():
            typer.echo(f"  {path}")
    if "report" not in made:
        from houqin.reports.written_summary import MISSING

        typer.echo(MISSING.of(result.lang), err=True)
    raise typer.Exit(result.exit_code)


@app.command()
def reconcile(
    book: Book, form: As = Format.TEXT, as_of: AsOf = "", period: PeriodText = "", lang: Lang = ""
) -> None:
    """Reconcile the stock: opening, in, out, book, count and variance, with a proof."""
    from houqin.areas.stock.reconcile import reconcile as reconcile_book
    from houqin.reports import actions, as_json

    with refusals(book, lang, form):
        result = checked(book, Options(as_of, period, lang))
        only_recognised(result)
    with resting_on(actions.STOCK, result, book, form):
        found = reconcile_book(result.book)
    if form is Format.JSON:
        typer.echo(as_json.text_of(actions.reconciliation_json(found, result, book.name)))
    else:
        actions.print_reconciliation(found, result)
    raise typer.Exit(actions.exit_code(result, actions.STOCK))


@app.command()
def overdue(
    book: Book, form: As = Format.TEXT, as_of: AsOf = "", period: PeriodText = "", lang: Lang = ""
) -> None:
    """List the hazards that are overdue or about to be, per responsible person, with the next step."""
    from houqin.areas.safety.overdue import overdue as overdue_hazards
    from houqin.reports import actions, as_json

    with refusals(book, lang, form):
        result = checked(book, Options(as_of, period, lang))
        only_recognised(result)
    with resting_on(("hazards",), result, book, form):
        found = overdue_hazards(result.book)
    if form is Format.JSON:
        typer.echo(as_json.text_of(actions.overdue_json(found, result)))
    else:
        actions.print_overdue(found, result)
    raise typer.Exit(actions.exit_code(result, ("hazards",)))


@app.command()
def roster(
    book: Book,
    fill: Annotated[
        bool, typer.Option("--fill", help="Draft the days to come as well; BOOK is not changed.")
    ] = False,
    form: As = Format.TEXT,
    as_of: AsOf = "",
    period: PeriodText = "",
    lang: Lang = "",
) -> None:
    """Check the duty roster: gaps and who could fill them, loads, visitors still in; --fill drafts who goes where."""
    from houqin.areas.duty.drafting.draft import drafted
    from houqin.areas.duty.drafting.tasks import task_of
    from houqin.areas.duty.review import review
    from houqin.reports import actions, as_json, roster

    keys = ("posts", "roster", "people") if fill else ("posts", "roster")
    with refusals(book, lang, form):
        result = checked(book, Options(as_of, period, lang))
        only_recognised(result)
        with ExitStack() as needed:
            for key in keys:
                needed.enter_context(resting_on((key,), result, book, form))
            found = review(result.book)
            draft = drafted(task_of(result.book)) if fill else None
    if form is Format.JSON:
        typer.echo(as_json.text_of(roster.roster_json(found, draft, result, book.name)))
    else:
        roster.print_roster(found, draft, result)
    raise typer.Exit(actions.exit_code(result, keys))


@app.command()
def summary(
    book: Book, out: OutFile, as_of: AsOf = "", period: PeriodText = "", lang: Lang = ""
) -> None:
    """Write the summary workbook."""
    from houqin.files import spare
    from houqin.reports.summary import write_summary
    from houqin.summing_up import with_sections

    with refusals(book, lang):
        result = checked(book, Options(as_of, period, lang))
        only_recognised(result)
        spare(book, out)
        result = with_sections(result)
        write_summary(result, book.name, out)
    typer.echo(str(out))
    raise typer.Exit(result.exit_code)


@app.command()
def report(
    book: Book, out: OutFile, as_of: AsOf = "", period: PeriodText = "", lang: Lang = ""
) -> None:
    """Write the written summary of the term, a Word document."""
    from houqin.files import spare
    from houqin.reports.written_summary import require_library, write_report
    from houqin.summing_up import with_sections

    with refusals(book, lang):
        require_library()
        result = checked(book, Options(as_of, period, lang))
        only_recognised(result)
        spare(book, out)
        result = with_sections(result)
        write_report(result, out)
    typer.echo(str(out))
    raise typer.Exit(result.exit_code)


@app.command()
def export(
    book: Book,
    sheet: Annotated[
        str, typer.Option("--sheet", help="Its title in the file, its standard title or its key.")
    ],
    form: Annotated[RowsAs, typer.Option("--format", help="json or csv.")] = RowsAs.JSON,
    as_of: AsOf = "",
    period: PeriodText = "",
    lang: Lang = "",
) -> None:
    """Write the typed rows of one sheet as they were read."""
    from houqin.reports import as_csv, as_json

    with refusals(book, lang, Format.JSON if form is RowsAs.JSON else Format.TEXT):
        result = checked(book, Options(as_of, period, lang))
        only_recognised(result)
        rows = next(
            (
                r
                for m, r in result.book.rows.items()
                if sheet in (r.sheet, m.ledger.title, m.ledger.key)
            ),
            None,
        )
        if rows is None:
            seen = "、".join(each.sheet for each in result.sheets)
            raise Refused("no_ledger", value=sheet, seen=seen)
    problems = result.problems_by_row(rows.sheet)
    if form is RowsAs.CSV:
        text = as_csv.rows_as_csv(rows, problems, result.lang)
    else:
        text = as_json.text_of(as_json.rows_of(rows, problems)) + "\n"
    sys.stdout.buffer.write(text.encode("utf-8"))


@app.command()
def rules(
    code: Annotated[str, typer.Argument(help="One rule, such as STK-07.")] = "",
    form: Annotated[
        CatalogueAs, typer.Option("--format", help="text, json or md.")
    ] = CatalogueAs.TEXT,
) -> None:
    """Show the catalogue of rules, or all about one rule."""
    from houqin.reports import catalogue
    from houqin.reports.as_json import rule_of, text_of

    found = catalogue.rules_of(code)
    if not found:
        typer.echo(f"没有规则 {code}。 / There is no rule {code}.", err=True)
        raise typer.Exit(2)
    if form is CatalogueAs.JSON:
        typer.echo(text_of([rule_of(rule, area) for area, rule in found]))
    elif form is CatalogueAs.MD:
        typer.echo(catalogue.page(), nl=False)
    else:
        tell = catalogue.account_of if code else catalogue.line_of
        typer.echo("\n".join(tell(rule) for _, rule in found))


@app.command()
def demo(
    folder: Annotated[Path, typer.Argument(metavar="DIR")] = Path("houqin-demo"),
    form: Annotated[
        DemoForm, typer.Option("--form", help="demo, clean or planted.")
    ] = DemoForm.DEMO,
    seed: Annotated[int, typer.Option("--seed")] = 2020,
    scale: Annotated[
        int, typer.Option("--scale", min=1, help="Repeat the stock moves so many times.")
    ] = 1,
) -> None:
    """Write an invented school's term to DIR and do the main job on it."""
    from houqin.demo_job import run_demo

    with refusals(folder, ""):
        for text in run_demo(folder, form, seed, scale):
            typer.echo(text)


@app.command()
def schemas(
    check: Annotated[
        bool, typer.Option("--check", help="Only prove that they are up to date.")
    ] = False,
) -> None:
    """Write the JSON Schemas of a checkout, or prove them unchanged."""
    from houqin.master.schemas import outdated, schema_folder, write_schemas

    folder = schema_folder()
    if folder is None:
        typer.echo("只能在源码目录里用。 / This works in a checkout only.", err=True)
        raise typer.Exit(2)
    if not check:
        write_schemas(folder)
        return
    old = outdated(folder)
    for name in old:
        typer.echo(
            f"{name} 与代码不一致，请运行 houqin schemas。 / {name} differs; run houqin schemas.",
            err=True,
        )
    raise typer.Exit(1 if old else 0)


@app.command()
def build(
    check: Annotated[
        bool, typer.Option("--check", help="Only prove that they are up to date.")
    ] = False,
) -> None:
    """Write the macros, the ribbon and both workbooks of a checkout, or prove them unchanged."""
    from houqin.master.checkout import checkout, outdated, write_all

    root = checkout()
    if root is None:
        typer.echo("只能在源码目录里用。 / This works in a checkout only.", err=True)
        raise typer.Exit(2)
    if not check:
        for path in write_all(root):
            typer.echo(str(path.relative_to(root)))
        return
    old = [path.relative_to(root) for path in outdated(root)]
    for name in old:
        typer.echo(
            f"{name} 与代码不一致，请运行 houqin build。 / {name} differs; run houqin build.",
            err=True,
        )
    raise typer.Exit(1 if old else 0)


for command in (setup.install, setup.uninstall, setup.doctor, setup.bundle):
    app.command()(command)
app.command("import")(import_)
app.command()(rollup)
app.command()(mail)
app.command("mail-password")(mail_password)
app.command("new-term")(new_term)


@app.callback(invoke_without_command=True)
def version(
    show: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    """Check, reconcile and summarise a school's logistics ledgers (校验、对账、汇总学校后勤台账)."""
    if show:
        typer.echo(__version__)
        raise typer.Exit
