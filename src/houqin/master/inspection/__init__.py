"""What validators miss in a finished workbook with macros.

A validator looks at each part for itself. These checks look at what one part says about
another: a ribbon and its macros, sheets and their modules, tables, names and formulas.
"""

from houqin.errors import Refused
from houqin.hosts.archive import Archive
from houqin.master.inspection.book import book_of
from houqin.master.inspection.formulas import faults_of_formulas
from houqin.master.inspection.macros import faults_of_buttons, faults_of_code_names
from houqin.master.inspection.parts import faults_of_formats, faults_of_package, faults_of_xml
from houqin.master.inspection.ribbon import faults_of_ribbon
from houqin.master.inspection.tables import faults_of_tables

_CHECKS = (
    faults_of_package,
    faults_of_ribbon,
    faults_of_buttons,
    faults_of_code_names,
    faults_of_tables,
    faults_of_formulas,
    faults_of_formats,
)


def faults_of(content: bytes) -> list[str]:
    """Return what is wrong with a finished .xlsm, each fault once and in one sentence."""
    try:
        archive = Archive(content)
        if found := list(faults_of_xml(archive)):
            return found
        book = book_of(archive)
    except Refused as error:
        return [f"{error.message('en')}."]
    return list(dict.fromkeys(fault for check in _CHECKS for fault in check(book)))
