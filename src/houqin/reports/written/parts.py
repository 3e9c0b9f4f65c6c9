"""What a written summary is made of: chapters, paragraphs, tables and gaps."""

from dataclasses import dataclass

from houqin.problems import Both

GAP = Both("______（待填）", "______ (to fill in)")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one kind: plain, or a gap that somebody must fill in."""

    text: str
    is_gap: bool = False


Paragraph = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A small table; the widths are shares of the page."""

    headings: tuple[str, ...]
    rows: tuple[tuple[Paragraph, ...], ...]
    widths: tuple[int, ...]
    numeric: frozenset[int] = frozenset()  # columns that are set to the right


@dataclass(frozen=True, slots=True)
class Topic:
    """Paragraphs under a heading of the second order, or under none."""

    heading: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """One part of the summary, with a table below its topics if it has one."""

    heading: str
    topics: tuple[Topic, ...]
    caption: str = ""
    table: Grid | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """The whole written summary; its annex is a chapter of its own."""

    title: tuple[str, ...]  # line by line
    draft: str  # why it is a draft, "" where it is none
    opening: tuple[Paragraph, ...]
    chapters: tuple[Chapter, ...]
    signature: tuple[Paragraph, ...]
    annex: Chapter
