"""houqin's own sheets in the workbook: how each looks, and what a button writes on it."""

from houqin.own.count_sheet import COUNT_SHEET
from houqin.own.coverage import COVERAGE
from houqin.own.import_preview import IMPORT_PREVIEW
from houqin.own.layout import OwnSheet
from houqin.own.notice_form import NOTICES
from houqin.own.overdue import OVERDUE
from houqin.own.problem_list import PROBLEMS
from houqin.own.reconciliation import RECONCILIATION
from houqin.own.reorder import REORDER
from houqin.own.roster_check import ROSTER_CHECK
from houqin.own.roster_draft import ROSTER_DRAFT

OWN_SHEETS: tuple[OwnSheet, ...] = (  # in the order of their tabs
    PROBLEMS,
    RECONCILIATION,
    COUNT_SHEET,
    REORDER,
    OVERDUE,
    NOTICES,
    COVERAGE,
    ROSTER_CHECK,
    ROSTER_DRAFT,
    IMPORT_PREVIEW,
)
