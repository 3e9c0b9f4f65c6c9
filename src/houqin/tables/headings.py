"""What a heading says without its decoration, and which field it names."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from houqin.tables.layout import Head, Layout

OWN_COLUMN = "校验结果"
COUNTER = "序号"

_PAIR = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|\{[^{}]*\}|【[^【】]*】|〔[^〔〕]*〕")
_UNCLOSED = re.compile(r"[(\[{【〔].*", re.DOTALL)
_BRACKETS = re.compile(r"[()\[\]{}【】〔〕]")
_BLANKS = re.compile("[\\s\u200b\ufeff]+")
_MARKS = re.compile(r"[*:★※/、]+")

_RANKS = range(3)
_UNDER_GROUP, _GROUP_ALONE = 3, 6  # a reading is the weaker, the higher its number


@lru_cache(maxsize=4096)
def plain(heading: str) -> str:
    """Return a heading without brackets and what they hold, blanks, marks and width.

    >>> [plain(text) for text in ("班级（需与提供的班级完全一致）", " 数 量＊", "检查人：")]
    ['班级', '数量', '检查人']
    """
    text = _BRACKETS.sub("", unicodedata.normalize("NFKC", heading))
    words = _MARKS.sub("", bare(heading)) or _MARKS.sub("", _BLANKS.sub("", text))
    return words.casefold().replace("帐", "账")


def bare(text: str) -> str:
    """Return a text in normal width, without blanks, brackets and what they hold.

    >>> bare("合  计（元）：")
    '合计:'
    """
    return _BLANKS.sub("", _without_brackets(unicodedata.normalize("NFKC", text)))


def _without_brackets(text: str) -> str:
    shorter = _PAIR.sub("", text)
    while shorter != text:
        text, shorter = shorter, _PAIR.sub("", shorter)
    return _UNCLOSED.sub("", text)


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of one column: its text, and how that may be read."""

    column: int  # counted from 1
    text: str  # as it stands
    readings: tuple[tuple[int, str], ...]  # how weak, and the plain text


def heading_of(column: int, text: str, group: str = "") -> Heading:
    """Return the heading of a column, which may stand under the heading of a group."""
    own, above = plain(text), plain(group)
    if not (own and above):
        return Heading(column, text or group, ((0, own or above),))
    readings = ((0, above + own), (_UNDER_GROUP, own), (_GROUP_ALONE, above))
    return Heading(column, text, readings)


@dataclass(frozen=True, slots=True)
class Claims:
    """Which headings name which field; several where they do so equally well."""

    columns: Mapping[str, tuple[Heading, ...]]
    spare: tuple[Heading, ...]  # headings that no field claims


@lru_cache(maxsize=128)
def names_of(layout: Layout) -> Mapping[str, tuple[tuple[int, Head], ...]]:
    """Return the heads that a plain heading may mean: 0 by its heading, 1 or 2 by an alias."""
    names: dict[str, dict[str, tuple[int, Head]]] = {}
    for head in layout.heads:
        for rank, same in enumerate(((head.heading,), head.aliases, head.weak)):
            for name in same:
                names.setdefault(plain(name), {}).setdefault(head.field, (rank, head))
    return {name: tuple(meant.values()) for name, meant in names.items()}


def claim(headings: Sequence[Heading], layout: Layout) -> Claims:
    """Give each heading to the field that it names best."""
    ranks: dict[str, int] = {}
    columns: dict[str, list[Heading]] = {}
    used: set[int] = set()
    for rank, index, name, heads in sorted(_offers(headings, layout), key=lambda o: o[:2]):
        head = None if index in used else _taker(heads, rank, name, ranks, columns)
        if head:
            used.add(index)
            ranks.setdefault(head.field, rank)
            columns.setdefault(head.field, []).append(headings[index])
    spare = tuple(heading for index, heading in enumerate(headings) if index not in used)
    return Claims({field: tuple(found) for field, found in columns.items()}, spare)


def _offers(
    headings: Sequence[Heading], layout: Layout
) -> Iterator[tuple[int, int, str, list[Head]]]:
    names = names_of(layout)
    for index, heading in enumerate(headings):
        for weakness, name in heading.readings:
            meant = names.get(name, ())
            for rank in _RANKS:
                heads = [head for own, head in meant if own == rank]
                if heads:
                    yield weakness + rank, index, name, heads


def _taker(
    heads: Sequence[Head],
    rank: int,
    name: str,
    ranks: Mapping[str, int],
    columns: Mapping[str, Sequence[Heading]],
) -> Head | None:
    """Return the field that takes a heading: a twin's, else one still free, else an equal's."""
    equal = [head for head in heads if ranks.get(head.field) == rank]
    twins = [head for head in equal if _says(columns[head.field], name)]
    free = [head for head in heads if head.field not in ranks]
    return next(iter([*twins, *free, *equal]), None)


def _says(headings: Sequence[Heading], name: str) -> bool:
    return any(name == reading for heading in headings for _, reading in heading.readings)


def extra(spare: Sequence[Heading]) -> tuple[Heading, ...]:
    """Return the headings that are a school's own: neither a counter nor houqin's column."""
    ours = {COUNTER, OWN_COLUMN}
    return tuple(heading for heading in spare if heading.readings[-1][1] not in ours)


def near_misses(
    spare: Sequence[Heading], absent: Sequence[Head], layout: Layout
) -> dict[str, Heading]:
    """Return, by absent field, the one unknown heading that is most likely its misspelling."""
    unknown = [
        heading
        for heading in extra(spare)
        if not any(name in names_of(layout) for _, name in heading.readings)
    ]
    found: dict[str, Heading] = {}
    for heading in unknown:
        likely = sorted(((_likeness(heading, head), head.field) for head in absent), reverse=True)
        (best, field), second = likely[0] if likely else (0.0, ""), likely[1:2]
        if best and not (second and second[0][0] == best) and field not in found:
            found[field] = heading
    return found


def _likeness(heading: Heading, head: Head) -> float:
    """Return how like a head's best name a heading is; 0 when that is unsure."""
    names = [plain(name) for name in head.names]
    return max(
        _similar(text, name, sure=not head.required)
        for _, text in heading.readings
        for name in names
    )


def _similar(text: str, name: str, *, sure: bool) -> float:
    """Compare two words that differ by one letter, or by the order of their letters.

    Where nothing is known to be missing (`sure`), another first or last letter makes another
    word: 结算金额 is not a misspelt 预算金额.
    """
    if len(text) == len(name) and sorted(text) == sorted(name):
        return 0.9
    if min(len(text), len(name)) < _SHORTEST or abs(len(text) - len(name)) > 1:
        return 0.0
    ratio = SequenceMatcher(None, text, name, autojunk=False).ratio()
    longest = max(len(text), len(name))
    if sure and len(text) == len(name) and (text[0], text[-1]) != (name[0], name[-1]):
        return 0.0
    one_edit = 2 * (longest - 1) / (len(text) + len(name))
    return ratio if ratio >= one_edit else 0.0


_SHORTEST = 3  # of two letters, one is half the word
