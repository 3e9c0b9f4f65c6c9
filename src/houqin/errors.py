"""What stops houqin; never a mistake in the data, which is a problem and a value."""

import traceback
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple


class HouqinError(Exception):
    """Something stopped the work; the text says what the user can do."""


def place_of(error: BaseException) -> str:
    """Return what broke and where in the code; never its text, which may hold a value of the user's."""
    frames = traceback.extract_tb(error.__traceback__)
    places = (f" ({Path(each.filename).name}:{each.lineno} {each.name})" for each in frames[-1:])
    return f"{type(error).__name__}{''.join(places)}"


class Said(NamedTuple):
    """One sentence in both languages."""

    zh: str
    en: str


class Refusal(NamedTuple):
    """What stops a book, a sheet or a command, and what to do about it."""

    what: Said
    fix: Said


_SAVE_AGAIN = Said(
    "请用 Excel 或 WPS 打开并另存为 .xlsx 后再试。",
    "Open it in Excel or WPS, save it as .xlsx and try again.",
)
_GET_AGAIN = Said(
    "请向提供者重新索取，或用 Excel/WPS 修复后另存为 .xlsx。",
    "Ask for it again, or let Excel or WPS repair it and save it as .xlsx.",
)
_ASK_SENDER = Said(
    "请不要使用此文件，向提供者核实后重新索取。",
    "Do not use this file; check with whoever sent it and ask for it again.",
)
_REMOVE_BLANKS = Said(
    "请删除数据以外的空行、空列（按 Ctrl+End 可看到末尾）后保存再试。",
    "Delete the rows and columns beyond the data (Ctrl+End shows the end), save and try again.",
)
_SPLIT = Said(
    "请只留下要检查的工作表，或按学期、校区分成几个文件后再试。",
    "Keep only the sheets to be checked, or split the file by term or campus, and try again.",
)


WORDS = MappingProxyType(
    {
        "missing": Refusal(
            Said("找不到这个文件", "There is no such file"),
            Said("请检查文件名和所在文件夹。", "Check its name and its folder."),
        ),
        "busy": Refusal(
            Said(
                "文件被其他程序占用，或没有读取权限",
                "Another program holds the file, or it may not be read",
            ),
            Said(
                "请关闭正在使用它的程序，或复制一份后再试。",
                "Close the program that uses it, or make a copy, and try again.",
            ),
        ),
        "empty": Refusal(Said("文件是空的（0 字节）", "The file is empty (0 bytes)"), _GET_AGAIN),
        "too_big": Refusal(Said("文件超过 100 MB", "The file is larger than 100 MB"), _SPLIT),
        "encrypted": Refusal(
            Said("工作簿已加密", "The workbook is encrypted"),
            Said(
                "请在 Excel 或 WPS 中取消“打开密码”，保存后再试。",
                "Remove its password in Excel or WPS, save it and try again.",
            ),
        ),
        "xls": Refusal(Said("这是旧版 .xls 格式", "This is an old .xls workbook"), _SAVE_AGAIN),
        "xlsb": Refusal(
            Said("这是二进制 .xlsb 格式", "This is a binary .xlsb workbook"), _SAVE_AGAIN
        ),
        "ods": Refusal(Said("这是 .ods 表格", "This is an .ods spreadsheet"), _SAVE_AGAIN),
        "html": Refusal(
            Said("这是改了扩展名的网页", "This is a web page under another name"), _SAVE_AGAIN
        ),
        "text": Refusal(
            Said(
                "这是 CSV 或其他文本文件，不是工作簿",
                "This is CSV or other plain text, not a workbook",
            ),
            _SAVE_AGAIN,
        ),
        "xml2003": Refusal(
            Said("这是“XML 表格 2003”格式", "This is an XML spreadsheet of 2003"), _SAVE_AGAIN
        ),
        "not_zip": Refusal(Said("这不是 Excel 工作簿", "This is no Excel workbook"), _SAVE_AGAIN),
        "not_excel": Refusal(
            Said(
                "这是压缩包或其他 Office 文件，不是 Excel 工作簿",
                "This is a zip or another Office file, no Excel workbook",
            ),
            _SAVE_AGAIN,
        ),
        "bad_zip": Refusal(
            Said("文件已损坏或不完整", "The file is damaged or incomplete"), _GET_AGAIN
        ),
        "duplicates": Refusal(
            Said(
                "文件内有重名而内容不同的部件，读哪一份都可能出错",
                "The file holds different parts of one name, and either may be the wrong one",
            ),
            _GET_AGAIN,
        ),
        "unreadable": Refusal(
            Said(
                "内容不符合 Excel 格式，无法可靠读取",
                "Its content is not as Excel writes it and cannot be read reliably",
            ),
            _SAVE_AGAIN,
        ),
        "too_many_parts": Refusal(
            Said("文件内的部件超过 1,000 个", "The file holds more than 1,000 parts"), _SAVE_AGAIN
        ),
        "bomb": Refusal(
            Said(
                "文件解压后异常庞大，疑似压缩炸弹",
                "The file unpacks to an abnormal size, as a zip bomb does",
            ),
            _ASK_SENDER,
        ),
        "entities": Refusal(
            Said(
                "文件内有 Excel 从不使用的 DTD/实体声明，可能有害",
                "The file declares a DTD or entities, which Excel never does and may do harm",
            ),
            _ASK_SENDER,
        ),
        "strings": Refusal(
            Said(
                "共享文字表与实际不符，或超长文字被大量重复引用",
                "Its table of texts is false, or very long texts are repeated too often",
            ),
            _SAVE_AGAIN,
        ),
        "area": Refusal(
            Said(
                "已用区域过大，数据之外的远处还有内容",
                "Its used area is too large; something stands far away from the data",
            ),
            _REMOVE_BLANKS,
        ),
        "grid": Refusal(
            Said(
                "有单元格超出 Excel 的行列范围（1,048,576 行 × 16,384 列）",
                "A cell lies outside Excel's 1,048,576 rows by 16,384 columns",
            ),
            _SAVE_AGAIN,
        ),
        "nothing_recognised": Refusal(
            Said(
                "没有认出任何台账，看到的工作表：{value}",
                "No ledger was recognised; sheets seen: {value}",
            ),
            Said(
                "请把工作表改名为标准名称（如 领用、入库、隐患台账），并保留标准标题行。",
                "Name a sheet after its ledger (such as 领用, 入库, 隐患台账) and keep its headings.",
            ),
        ),
        "no_ledger": Refusal(
            Said("没有读到台账“{value}”", "There is no ledger {value}"),
            Said("读到的有：{seen}。", "Those read: {seen}."),
        ),
        "as_of": Refusal(
            Said("统计日期“{value}”看不懂", "The as-of date {value} is not understood"),
            Said("请写成 2020-06-30。", "Write it like 2020-06-30."),
        ),
        "period": Refusal(
            Said("期间“{value}”看不懂", "The period {value} is not understood"),
            Said(
                "请写 2020-05、2020-05-01..2020-05-31 或 term。",
                "Write 2020-05, 2020-05-01..2020-05-31 or term.",
            ),
        ),
        "lang": Refusal(
            Said("没有“{value}”这种语言", "There is no language {value}"),
            Said("请写 zh 或 en。", "Write zh or en."),
        ),
        "since": Refusal(
            Said("读不了上次的结果 {value}", "{value} is no earlier result of houqin"),
            Said("请给出 houqin 写的 result.json。", "Name a result.json that houqin wrote."),
        ),
        "no_solver": Refusal(
            Said("自动排班需要 OR-Tools，这台电脑还没有装", "Filling a roster needs OR-Tools"),
            Said(
                "请运行 python -m pip install ortools 后再试。",
                "Run python -m pip install ortools and try again.",
            ),
        ),
        "timeout": Refusal(
            Said("20 秒内没有读完", "It could not be read within 20 seconds"), _REMOVE_BLANKS
        ),
        "memory": Refusal(
            Said("读取所需内存超过 1 GB", "Reading it would need more than 1 GB of memory"), _SPLIT
        ),
    }
)


class Refused(HouqinError):  # noqa: N818 - no error in the data, nor in houqin
    """A file, one sheet of it or a command is refused; the code says why.

    >>> print(Refused("encrypted"))
    工作簿已加密，请在 Excel 或 WPS 中取消“打开密码”，保存后再试。
    >>> Refused("area", sheet="领用").message("en")
    'Sheet 领用: Its used area is too large; something stands far away from the data'
    >>> print(Refused("as_of", value="上周"))
    统计日期“上周”看不懂，请写成 2020-06-30。
    """

    def __init__(self, code: str, sheet: str | None = None, **shown: str) -> None:
        zh, en = zip(*WORDS[code], strict=True)
        self.code = code
        self.zh = _shown(zh, f"工作表“{sheet}”：" if sheet else "", shown)
        self.en = _shown(en, f"Sheet {sheet}: " if sheet else "", shown)
        super().__init__("，".join(self.zh))

    def message(self, lang: str) -> str:
        """Say in "zh" or "en" what is wrong."""
        return (self.en if lang == "en" else self.zh)[0]

    def fix(self, lang: str) -> str:
        """Say in "zh" or "en" what to do about it."""
        return (self.en if lang == "en" else self.zh)[1]


def _shown(words: Sequence[str], where: str, shown: Mapping[str, str]) -> tuple[str, str]:
    what, fix = (each.format_map(shown) for each in words)
    return f"{where}{what}", fix
