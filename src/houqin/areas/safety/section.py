"""The safety part of the summary: hazards, inspections and fire equipment."""

from houqin.areas.safety.equipment_figures import equipment_part
from houqin.areas.safety.hazard_figures import hazard_part
from houqin.areas.safety.inspection_figures import inspection_part
from houqin.areas.safety.rows import Equipment, Hazard, Inspection
from houqin.book import Book
from houqin.problems import Both
from houqin.rules import no_sheet
from houqin.sections import Section

PARTS = ((Hazard, hazard_part), (Inspection, inspection_part), (Equipment, equipment_part))


def section(book: Book) -> Section | None:
    """Return the safety part of the summary, None where the workbook has none of its ledgers."""
    parts = [part(book) for model, part in PARTS if model in book]
    if not parts:
        return None
    missing = [model.ledger.title for model, _ in PARTS if model not in book]
    return Section(
        "safety",
        Both("安全", "Safety"),
        tuple(each for part in parts for each in part.figures),
        tuple(each for part in parts for each in part.tables),
        tuple(each for part in parts for each in part.charts),
        (
            *(each for part in parts for each in part.notes),
            *((no_sheet(missing),) if missing else ()),
        ),
    )
