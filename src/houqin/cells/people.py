"""Names of people: one, or a list of them."""

import re
from itertools import groupby

from houqin.cells.doubtful import doubtful
from houqin.cells.doubts import Doubt
from houqin.cells.text import fold
from houqin.cells.values import CellValue

_LONGEST_NAME = 20
_LONGEST_LIST = 5000
_COMPOUND_SURNAMES = frozenset(
    re.findall(
        "..",
        "欧阳司马上官诸葛司徒东方独孤南宫夏侯尉迟公孙慕容令狐皇甫宇文长孙轩辕端木百里东郭"
        "呼延澹台申屠太史拓跋闻人西门钟离鲜于濮阳赫连公冶淳于单于宗政",
    )
)
_ROLE = (
    "总值|值班|带班|组长|副组长|组员|签字|签名|签章|代签|行政|主任|副主任|校长|副校长|书记|园长|队长|班长|"
    "校医|保安|门卫|负责人|检查人|记录人|领导"
)
_ROLE_NOTE = re.compile(rf"\s?\((?:{_ROLE})\)\s?")
_TITLE_APART = re.compile(r"(?:(?<=\S\S)|(?<=\S \S)) (?:老师|同志|师傅)\b")
_TITLE = re.compile(r"(?:老师|同志|师傅)+$")
_ONE_NAME = {(1, 1), (1, 2), (1, 1, 1)}  # lengths of the pieces of a padded name
_SEPARATOR = re.compile(r"\s*[、,;/|\n\r]\s*")
_DOT = re.compile(r"\s?[·•‧・∙⋅]\s?")
_AND = re.compile(r"([\u4e00-\u9fff]{2,4})[和及与]([\u4e00-\u9fff]{2,4})")
_NAME = re.compile(
    r"(?:[\u3400-\u9fff]{2,6}|[\u3400-\u9fff]{1,12}(?:·[\u3400-\u9fff]{1,12})+"
    r"|[A-Za-z][A-Za-z.'’-]*(?: [A-Za-z][A-Za-z.'’-]*)*)(?:\([^\W\d_]{1,6}\))?"
)
_LATIN = re.compile(r"[A-Za-z.'’ -]+(?:\(.*)?")
# Words for many people or for no one in particular, and the marks of a sentence.
_NO_NAME = re.compile(
    r"全体|所有|全部|全校|全班|各班|各组|各部门|每班|年级|师生|教职工|人员|员工|班主任|大家|部分|若干|家长|学生"
    r"|[的了是请把给被]|..等人?$|^(?=.{5,6}$).*[已将毕由在为及和]"
    rf"|^(?:{_ROLE}|保洁|厨师|老师|同志|师傅|教师|本人|待定|未定|同上|后勤处|总务处|办公室|没有|暂无)$"
)

# What is asked for where one person must stand, and where several may.
_ONE = {
    "asked": "一个人的姓名",
    "fix": "只填一个人的姓名",
    "asked_en": "the name of one person",
    "fix_en": "write one name",
}
_SEVERAL = {
    "asked": "姓名",
    "fix": "填姓名，多人之间用顿号隔开",
    "asked_en": "a name or a list of names",
    "fix_en": "write names, separated by commas",
}


def read_person(value: CellValue) -> str | Doubt:
    """Read the name of one person."""
    names = _names(value)
    return names[0] if names and len(names) == 1 else doubtful("CEL-17", value, **_ONE)


def read_people(value: CellValue) -> tuple[str, ...] | Doubt:
    """Read the names of one or several people, each once, in the order in which they stand."""
    names = _names(value)
    return tuple(names) if names else doubtful("CEL-17", value, **_SEVERAL)


def _names(value: CellValue) -> list[str] | None:
    """Return the names in a cell, or None where one of them is in doubt."""
    if not isinstance(value, str) or len(value) > _LONGEST_LIST:
        return None
    lines = "\n".join(map(fold, value.splitlines()))
    parts = [part.strip(" 。") for part in _SEPARATOR.split(_ROLE_NOTE.sub(" ", lines))]
    names = [name for part in parts if part for name in _names_between(part)]
    return list(dict.fromkeys(names)) if all(map(_is_name, names)) else None


def _names_between(part: str) -> list[str]:
    """Return the names in a part without separators; an empty one stands for a doubt."""
    if _LATIN.fullmatch(part):
        return [part]
    words = _TITLE_APART.sub("", _DOT.sub("·", part)).replace(" (", "(").split(" ")
    both = [name for word in _joined(words) for name in _apart(word)]
    return [_without_title(name) for name in both]


def _joined(words: list[str]) -> list[str]:
    """Put names together that are padded inside: 张 三 is one name, 张三 李四 are two."""
    lengths = tuple(len(word.partition("(")[0]) for word in words)
    compound = len(words) == 2 and words[0] in _COMPOUND_SURNAMES  # noqa: PLR2004 - 欧阳 锋
    if compound or lengths in _ONE_NAME:
        return ["".join(words)]
    names: list[str] = []
    for padded, run in groupby(zip(lengths, words, strict=True), lambda pair: pair[0] == 1):
        texts = [word for _, word in run]
        names += ["".join(texts) if len(texts) == 2 else ""] if padded else texts  # noqa: PLR2004
    return names


def _apart(word: str) -> tuple[str, ...]:
    """Take 张三和李四 apart, but not 王和平."""
    found = _AND.fullmatch(word)
    return found.groups() if found else (word,)


def _without_title(name: str) -> str:
    bare = _TITLE.sub("", name)
    return bare if len(bare) > 1 and bare not in _COMPOUND_SURNAMES else name


def _is_name(name: str) -> bool:
    fits = len(name) <= _LONGEST_NAME and _NAME.fullmatch(name)
    return bool(fits and name not in _COMPOUND_SURNAMES and not _NO_NAME.search(name))
