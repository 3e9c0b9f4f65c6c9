"""The part of the summary about repairs."""

from houqin.areas.measures import campuses
from houqin.areas.repairs.facts import repair_facts
from houqin.areas.repairs.figures import REPAIRS
from houqin.areas.repairs.rows import MODELS, Repair
from houqin.areas.repairs.tables import (
    chase_list,
    costs,
    repairs_by_kind,
    repairs_by_month,
    turnaround,
)
from houqin.book import Book
from houqin.problems import Both
from houqin.sections import Chart, Section


def section(book: Book) -> Section | None:
    """Return the part of the summary that 维修 gives, None without the sheet."""
    if Repair not in book:
        return None
    facts, where = repair_facts(book), campuses(book, MODELS)
    monthly, spent = repairs_by_month(facts, book), costs(facts, book)
    tables = (
        repairs_by_kind(facts, book),
        turnaround(facts, book),
        spent,
        chase_list(book),
        monthly,
    )
    return Section(
        "repairs",
        Both("维修", "Repairs"),
        tuple(measure.figure(facts, where, book) for measure in REPAIRS),
        tables,
        (
            Chart(monthly.title, "column", monthly.key, 0, (1, 2, 3)),
            Chart(spent.title, "bar", spent.key, 0, (2, 4, 5)),
        ),
    )
