"""What may stand where: which content may go into which output."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from types import MappingProxyType

from houqin.rows import SheetRow


class Content(StrEnum):
    """What an output may hold."""

    PRIVATE = "private"  # values and row names of fields and sheets that are marked private
    VALUES = "values"  # those of all others
    PLACES = "places"  # where a problem stands: sheet, cell, heading, rule
    FIGURES = "figures"  # counts, sums and rates; small groups are hidden
    CODES = "codes"  # codes of rules, versions, names of functions


class Output(StrEnum):
    """Everything that houqin writes or prints."""

    WORKBOOK = "workbook"  # the user's own, the next term's, one with imported rows
    BACKUP = "backup"
    MARKED_COPY = "marked copy"
    PROBLEM_LIST = "problem list"
    TERMINAL = "terminal"  # what a command prints about a book
    RESULT = "result.json"
    EXPORT = "export"
    SUMMARY = "summary"
    WRITTEN_SUMMARY = "written summary"
    MAIL = "mail"
    ROLLUP = "rollup"
    SUPPORT = "support"  # support files, logs, what is told of a fault


EVERYTHING = frozenset(Content)
IN_THE_OFFICE = EVERYTHING - {Content.PRIVATE}
SENT = frozenset({Content.VALUES, Content.FIGURES, Content.CODES})  # no problem but as a count

MAY_SHOW: Mapping[Output, frozenset[Content]] = MappingProxyType(
    {
        Output.WORKBOOK: EVERYTHING,
        Output.BACKUP: EVERYTHING,
        Output.MARKED_COPY: EVERYTHING,
        Output.PROBLEM_LIST: IN_THE_OFFICE,
        Output.TERMINAL: IN_THE_OFFICE,
        Output.RESULT: IN_THE_OFFICE,
        Output.EXPORT: IN_THE_OFFICE,
        Output.SUMMARY: SENT,
        Output.WRITTEN_SUMMARY: SENT,
        Output.MAIL: SENT,
        Output.ROLLUP: frozenset({Content.FIGURES, Content.CODES}),
        Output.SUPPORT: frozenset({Content.CODES}),
    }
)


def may_show(output: Output, *, private: bool) -> bool:
    """Tell whether the value of a cell may stand in an output."""
    return (Content.PRIVATE if private else Content.VALUES) in MAY_SHOW[output]


def private_fields(model: type[SheetRow]) -> Iterator[str]:
    """Yield the fields of a ledger whose values stay in the workbook."""
    for field, heading in model.headings().items():
        if model.ledger.private or heading.private:
            yield field


def outputs_of(model: type[SheetRow], field: str) -> frozenset[Output]:
    """Return every output in which the values of a field may stand."""
    private = field in private_fields(model)
    return frozenset(output for output in Output if may_show(output, private=private))
