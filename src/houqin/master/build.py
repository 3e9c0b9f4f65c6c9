"""The master workbook, blank or filled with the demo term: sheets, macros and ribbon in one file."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

import xlsxwriter

from houqin import __version__
from houqin.areas import MODELS, TABS
from houqin.areas.area import Area
from houqin.master.cells import is_number
from houqin.master.demo import clean_term
from houqin.master.demo.dirt import left_by_staff
from houqin.master.demo.school import list_rows, setting_rows
from houqin.master.help import add_help
from houqin.master.home import Term, add_home
from houqin.master.ledgers import LedgerSheet, Reckoned, add_ledger
from houqin.master.lists import add_lists, known_lists
from houqin.master.macros import ribbon
from houqin.master.own_notices import add_notices
from houqin.master.own_sheets import add_own_sheet
from houqin.master.package import finished
from houqin.master.record import add_record
from houqin.master.term import Row
from houqin.own import OWN_SHEETS
from houqin.own.layout import OwnSheet
from houqin.own.notice_form import NOTICES
from houqin.own.problem_list import PROBLEMS
from houqin.reports.forms import Forms
from houqin.vba.project import Module, Owner, document, project, standard

CREATED = datetime(2020, 1, 1)  # noqa: DTZ001 - of every build, so that two builds are equal
SEED = 2020
OWN_TAB = "#1F5C8B"
ITEM = "items[[#This Row],[物品编号]]"
BALANCE = (
    f'=IF({ITEM}="","",SUMIFS(receipts[数量],receipts[物品编号],{ITEM})'
    f"-SUMIFS(stock_issues[数量],stock_issues[物品编号],{ITEM}))"
)
Rows = Mapping[str, Sequence[Row]]


def blank_term() -> Rows:
    """Return what a new master holds: the default settings and lists, and nothing else."""
    return {"settings": setting_rows({}), "lists": list_rows()}


def demo_term() -> Rows:
    """Return the demo term as staff leave it."""
    return left_by_staff(clean_term(SEED), SEED)


def master(term: Rows, macros: Sequence[str]) -> bytes:
    """Return the workbook with these rows; `macros` are the texts of its modules."""
    raw = BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    book = xlsxwriter.Workbook(raw, options)
    facts = {"title": "后勤工作台", "subject": "学校后勤台账", "author": "houqin"}
    book.set_properties(facts | {"company": "", "created": CREATED})
    book.set_custom_property("houqin", __version__)
    book.set_vba_name("ThisWorkbook")
    pages = _pages(term)
    _sheets(book, term, pages)
    modules = _documents(book)
    book.add_vba_project(BytesIO(project([*modules, *map(standard, macros)])), is_stream=True)
    book.close()
    return finished(raw.getvalue(), ribbon())


def _pages(term: Rows) -> dict[str, LedgerSheet]:
    balances = Reckoned("结存", BALANCE, list(_balances(term)))
    return {
        model.ledger.key: LedgerSheet(model, (balances,) if model.ledger.key == "items" else ())
        for model in MODELS
    }


def _balances(term: Rows) -> Iterator[float | str]:
    """Yield what the column 结存 shows beside each item: numbers only, as SUMIFS adds them."""
    moved: dict[str, float] = {}
    for key, sign in (("receipts", 1), ("stock_issues", -1)):
        for row in term.get(key, ()):
            if is_number(row.get("quantity"), "quantity") and isinstance(row.get("item"), str):
                item = str(row["item"]).upper()
                moved[item] = moved.get(item, 0) + sign * float(str(row["quantity"]))
    for row in term.get("items", ()) or ({},):
        named = row.get("item")
        yield moved.get(str(named).upper(), 0) if named else ""


def _sheets(book: Any, term: Rows, pages: Mapping[str, LedgerSheet]) -> None:
    form, lists = Forms(book), known_lists(term)
    add_home(book, form, Term(term, pages))
    _own(book, form, PROBLEMS, lists)
    *working, school = TABS
    for area in working:
        _area(book, form, area, term, pages)
    for sheet in OWN_SHEETS:
        if sheet is not PROBLEMS:
            _own(book, form, sheet, lists)
    _area(book, form, school, term, pages)
    add_help(book, form)
    add_lists(book, term, pages)
    add_record(book)


def _area(book: Any, form: Forms, area: Area, term: Rows, pages: Mapping[str, LedgerSheet]) -> None:
    lists = known_lists(term)
    for model in area.models:
        rows = term.get(model.ledger.key, ())
        sheet = add_ledger(book, form, pages[model.ledger.key], rows, lists)
        sheet.set_tab_color(area.colour)


def _own(book: Any, form: Forms, sheet: OwnSheet, lists: frozenset[str]) -> None:
    page = (
        add_notices(book, form)
        if sheet is NOTICES
        else add_own_sheet(book, sheet, form, lists=lists)
    )
    page.set_vba_name(f"Own_{sheet.key}")
    page.set_tab_color(OWN_TAB)


def _documents(book: Any) -> list[Module]:
    """Return a document module for the workbook and for each sheet, as Excel wants them."""
    names = [sheet.vba_codename for sheet in book.worksheets()]
    return [document("ThisWorkbook", Owner.WORKBOOK), *(document(n, Owner.SHEET) for n in names)]
