"""The very hidden sheet _houqin: the version, what the macros say, and what is remembered."""

from typing import Any

from houqin import __version__
from houqin.desk.memory import COLUMNS, HEADING_ROW
from houqin.states import RECORD

# What the macros say stands here, because macros are plain ASCII.
NO_PYTHON = (
    "这台电脑还没有装好 houqin（找不到 Python）。请让管电脑的老师运行安装文件夹里的 install.cmd，"
    "装好后重新打开本工作簿再点。不用按钮时，表格照常可以填写。\n"
    "houqin is not set up on this machine (Python was not found). Please run install.cmd of the "
    "installation folder, then open this workbook again. The sheets can be filled in all the same."
)
FAILED = (
    "按钮没有运行成功，工作簿没有改动。 / The button did not run; the workbook was not changed."
)
FACTS = (("version", __version__), ("no_python", NO_PYTHON), ("failed", FAILED))


def add_record(book: Any) -> None:
    """Add the sheet; HouqinSheet is what macros call it."""
    sheet = book.add_worksheet(RECORD)
    sheet.set_vba_name("HouqinSheet")
    sheet.very_hidden()
    for row, (name, text) in enumerate(FACTS):
        sheet.write_string(row, 0, name)
        sheet.write_string(row, 1, text)
    for column, each in enumerate(COLUMNS):
        sheet.write_string(HEADING_ROW - 1, column, each.zh)
