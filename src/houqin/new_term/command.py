"""The command `houqin new-term`: writes the next term's workbook and prints the proof."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from houqin.errors import HouqinError
from houqin.terminal import Format, checked, only_recognised, refusals

if TYPE_CHECKING:
    from datetime import date

    from houqin.new_term.making import Made
    from houqin.result import Result


def new_term(  # noqa: PLR0913 - each is an option of the command
    book: Annotated[
        Path, typer.Argument(help="This term's workbook; it is only read.", metavar="BOOK")
    ],
    out: Annotated[Path, typer.Option("-o", "--out", help="The workbook to write (.xlsm).")],
    start: Annotated[
        str, typer.Option("--start", help="The first day of the next term, as 2020-09-01.")
    ] = "",
    end: Annotated[str, typer.Option("--end", help="The last day of the next term.")] = "",
    name: Annotated[str, typer.Option("--name", help="What the next term is called.")] = "",
    *,
    despite_errors: Annotated[
        bool,
        typer.Option(
            "--despite-errors", help="Carry over what can be, though balances are unsure."
        ),
    ] = False,
    form: Annotated[Format, typer.Option("--format", help="text or json.")] = Format.TEXT,
    as_of: Annotated[
        str, typer.Option("--as-of", help="Up to which day balances count, as 2020-06-30.")
    ] = "",
    lang: Annotated[str, typer.Option("--lang", help="zh or en; else as the workbook says.")] = "",
) -> None:
    """Write the next term's workbook: closing balances as 期初, what goes on, lists and plans, with a proof.

    Exit 0 done, 1 done though errors stand, 2 not done.
    """
    from houqin.new_term.making import make_next_term
    from houqin.new_term.next_settings import NextTerm
    from houqin.result import Options
    from houqin.summing_up import with_sections

    with refusals(book, lang, form):
        wanted = NextTerm(name, _day("--start", start), _day("--end", end))
        result = checked(book, Options(as_of, "", lang))
        only_recognised(result)
        made = make_next_term(
            with_sections(result), book, out, wanted, despite_errors=despite_errors
        )
    typer.echo(_told(made, result, book, out, form))
    raise typer.Exit(0 if made.is_sure else 1)


class NoDayError(HouqinError):
    """An option names no day."""

    def __init__(self, option: str, text: str) -> None:
        super().__init__(
            f"{option} 的“{text}”不是日期，请写成 2020-09-01 这样。"
            f" / {option}: {text!r} is no date; write it as 2020-09-01."
        )


def _day(option: str, text: str) -> "date | None":
    """Return the day that an option names, None where it was not given.

    Raises:
        NoDayError: it names none.
    """
    from houqin.cells.dates import read_date
    from houqin.cells.doubts import Doubt

    day = read_date(text) if text else None
    if isinstance(day, Doubt):
        raise NoDayError(option, text)
    return day


def _told(made: "Made", result: "Result", book: Path, out: Path, form: Format) -> str:
    from houqin.new_term.telling import new_term_of, new_term_text
    from houqin.reports.as_json import text_of

    if form is Format.JSON:
        head: dict[str, Any] = {"book": book.name, "as_of": str(result.book.as_of), "out": str(out)}
        return text_of(head | new_term_of(made, result.lang))
    return new_term_text(made, result, book.name, out)
