"""Formulas in Excel's grammar and in that of LibreOffice's interface, and back."""

import re
from collections.abc import Callable, Iterator
from itertools import takewhile

_STRING = r'(?P<string>"(?:[^"]|"")*")'
_ERROR = r"(?P<error>#(?:N/A|DIV/0!|NAME\?|NULL!|NUM!|REF!|VALUE!))"
_TABLE = r"(?P<table>[\w.]*\[)"
_TRUTH = r"(?P<truth>\b(?:TRUE|FALSE)\b(?!\s*\())"
_CELL = r"(?P<cell>\$?[A-Z]{1,3}\$?[1-9]\d*(?![\w(.]))"
_WORD = r"(?P<word>[\w.\\]+)"
_OTHER = r"(?P<other>.)"
_QUOTED = r"'(?:[^']|'')+'"

_EXCEL = re.compile(
    "|".join(
        (
            _STRING,
            rf"(?P<sheet>(?:{_QUOTED}|[\w.]+)!)",
            _ERROR,
            _TABLE,
            _TRUTH,
            _CELL,
            _WORD,
            _OTHER,
        )
    ),
    re.DOTALL,
)
_BEFORE_CELLS = r"(?=\$?[A-Z]{1,3}\$?\d|\$?[A-Z]{1,3}:|\$?\d+:)"
_OFFICE = re.compile(
    "|".join(
        (
            _STRING,
            rf"(?P<sheet>\$?(?:{_QUOTED}|[^\W\d]\w*)\.){_BEFORE_CELLS}",
            r"(?P<added>COM\.SUN\.STAR\.SHEET\.ADDIN\.ANALYSIS\.GET)",
            _ERROR,
            _TABLE,
            _CELL,
            _WORD,
            _OTHER,
        )
    ),
    re.DOTALL,
)
_PLACE = re.compile(r"(\$?)([A-Z]+)(\$?)(\d+)")
_NEWER = re.compile(r"^(?:_xlfn\.|_xlws\.)+")
_PLAIN_SHEET = re.compile(r"[^\W\d]\w*")

Token = tuple[str, str]


def to_office(formula: str) -> str:
    """Return one of Excel's formulas as LibreOffice's interface takes it.

    Raises:
        ValueError: it refers to its own table without naming it.
    """
    return "".join(_to_office(_tokens(_EXCEL, formula)))


def to_excel(formula: str) -> str:
    """Return what LibreOffice's interface gives as a formula of Excel's."""
    return "".join(_to_excel(_tokens(_OFFICE, formula)))


def moved(formula: str, rows: int, columns: int) -> str:
    """Return one of Excel's formulas as it is filled into another cell."""

    def shift(kind: str, text: str) -> str:
        return _moved_cell(text, rows, columns) if kind == "cell" else text

    return "".join(shift(kind, text) for kind, text in _tokens(_EXCEL, formula))


def _tokens(grammar: re.Pattern[str], formula: str) -> Iterator[Token]:
    at = 0
    while at < len(formula):
        found = grammar.match(formula, at)
        if found is None or found.lastgroup is None:
            raise ValueError(f"{formula!r} is no formula.")
        end = _end_of_table(formula, found.end()) if found.lastgroup == "table" else found.end()
        yield found.lastgroup, formula[at:end]
        at = end


def _end_of_table(formula: str, at: int) -> int:
    """Return where a reference such as tbl[[#This Row],[name]] ends, `at` being behind its first bracket."""
    depth = 1
    while depth and at < len(formula):
        if formula[at] == "'":
            at += 1  # what follows stands for itself
        else:
            depth += {"[": 1, "]": -1}.get(formula[at], 0)
        at += 1
    return at


def _to_office(tokens: Iterator[Token]) -> Iterator[str]:
    in_array = False
    for kind, text in tokens:
        in_array = _in_array(in_array, text)
        yield _OFFICE_FORMS.get(kind, _as_it_is)(text, in_array)


def _to_excel(tokens: Iterator[Token]) -> Iterator[str]:
    in_array = False
    for kind, text in tokens:
        in_array = _in_array(in_array, text)
        yield _EXCEL_FORMS.get(kind, _as_it_is)(text, in_array)


def _in_array(before: bool, text: str) -> bool:
    return text == "{" or (before and text != "}")


def _as_it_is(text: str, _in_array: bool) -> str:
    return text


def _office_sheet(text: str, _in_array: bool) -> str:
    name = text[:-1]
    return f"${name if name.startswith(chr(39)) else quoted(name)}."


def _office_table(text: str, _in_array: bool) -> str:
    name, inner = text[: text.index("[")], text[text.index("[") + 1 : -1]
    if not name:
        raise ValueError(f"{text} does not say which table it means.")
    if inner.startswith("@"):
        return f"{name}[[#This Row];[{inner[1:].strip('[]')}]]"
    if inner.startswith("#"):
        return f"{name}[[{inner}]]"
    return f"{name}[{_between_brackets(inner, ',', ';')}]"


def _excel_table(text: str, _in_array: bool) -> str:
    start = text.index("[") + 1
    return text[:start] + _between_brackets(text[start:-1], ";", ",") + "]"


def _between_brackets(inner: str, separator: str, other: str) -> str:
    """Replace the separators that stand outside inner brackets."""
    return re.sub(rf"\]\s*{separator}\s*\[", f"]{other}[", inner)


def _office_word(text: str, _in_array: bool) -> str:
    return _NEWER.sub("", text)


def _office_other(text: str, in_array: bool) -> str:
    signs = {",": ";", ";": "|"} if in_array else {",": ";"}
    return signs.get(text, text)


def _excel_other(text: str, in_array: bool) -> str:
    signs = {";": ",", "|": ";"} if in_array else {";": ",", "~": ",", "!": " "}
    return signs.get(text, text)


def _excel_sheet(text: str, _in_array: bool) -> str:
    name = text.removeprefix("$")[:-1]
    bare = name[1:-1].replace("''", "'") if name.startswith("'") else name
    return f"{bare if _PLAIN_SHEET.fullmatch(bare) else quoted(bare)}!"


def quoted(name: str) -> str:
    """Return the name of a sheet in quotes."""
    return "'" + name.replace("'", "''") + "'"


def _moved_cell(text: str, rows: int, columns: int) -> str:
    found = _PLACE.fullmatch(text)
    if found is None:
        return text
    column_fixed, column, row_fixed, row = found.groups()
    letters = column if column_fixed else letters_of(number_of(column) + columns)
    return f"{column_fixed}{letters}{row_fixed}{row if row_fixed else int(row) + rows}"


def letters_of(column: int) -> str:
    """Return the letters of a column that is counted from 1."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def number_of(letters: str) -> int:
    """Return the number of a column, counted from 1."""
    number = 0
    for letter in takewhile(str.isalpha, letters.upper()):
        number = number * 26 + ord(letter) - 64
    return number


_Form = Callable[[str, bool], str]
_OFFICE_FORMS: dict[str, _Form] = {
    "sheet": _office_sheet,
    "table": _office_table,
    "truth": lambda text, _: f"{text}()",
    "word": _office_word,
    "other": _office_other,
}
_EXCEL_FORMS: dict[str, _Form] = {
    "sheet": _excel_sheet,
    "added": lambda _text, _: "",
    "table": _excel_table,
    "other": _excel_other,
}
