"""Which rows below the headings hold data: no blanks, totals, notes or headings again."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import compress
from statistics import median_low

from houqin.cells.values import CellValue, is_blank
from houqin.tables.below import Below, Line
from houqin.tables.grid import Block
from houqin.tables.heading_rows import HeadingRow
from houqin.tables.headings import plain
from houqin.tables.layout import Layout
from houqin.tables.wording import is_remark, is_signed, label_of, some_notes, total_of

_TOTAL_COLUMNS = 4  # the word 合计 stands in one of the first columns
_LONG = 15  # letters: more than a number or a name
_IN_NOTES = (":", "：", "以下空白", "说明", "注")  # every remark and signature has one


@dataclass(frozen=True, slots=True)
class Body:
    """The rows below the headings, counted from 0."""

    rows: tuple[int, ...]  # that hold data
    held: bytes  # 1 for each of them, 0 for the others
    totals: tuple[int, ...]
    notes: tuple[int, ...]
    apart: frozenset[int]  # rows that show something, but no data


@dataclass(frozen=True)
class BodyReader:
    """Tells the rows below the headings from each other."""

    below: Below
    heading: HeadingRow
    layout: Layout
    merges: Sequence[Block]
    titles: frozenset[str]  # texts that stand alone in a row above the headings

    def read(self) -> Body:
        """Return the rows that hold data, and what the others are."""
        blank = frozenset(self.below.blank_rows(sorted(self.claimed)))
        seen = {index: self.below.line(index) for index in sorted(self._suspects())}
        lines = {index: line for index, line in seen.items() if line[1]}
        again = {index for index, line in lines.items() if self._is_heading(line)}
        totals = {i for i, line in lines.items() if i not in again and self.total_word(line)}
        notes = {i for i, line in lines.items() if self._is_section(line)} - again - totals
        notes |= self._notes(lines, blank, frozenset(again | totals | notes))
        apart = frozenset(again | totals | notes)
        held = bytearray(b"\1") * self.below.height
        for index in blank | apart:
            held[index] = 0
        rows = tuple(compress(range(self.below.height), held))
        return Body(rows, bytes(held), tuple(sorted(totals)), tuple(sorted(notes)), apart)

    def total_word(self, line: Line) -> str | None:
        """Return the word that makes a row a total, such as 合计."""
        for position, (column, value) in enumerate(line[1]):
            near = position == 0 or column < self._start + _TOTAL_COLUMNS
            covers = total_of(value) if near and isinstance(value, str) else None
            if covers and (covers != "other" or self._is_sparse(line)):
                return str(value)
        return None

    @cached_property
    def claimed(self) -> frozenset[int]:
        """Columns that a field may have."""
        return frozenset(column for _, column in self.heading.pairs())

    @cached_property
    def _start(self) -> int:
        return min(self.claimed)

    @cached_property
    def _fact_names(self) -> frozenset[str]:
        """Names of what may stand outside the table."""
        heads = [head for head in self.layout.heads if head.fact]
        return frozenset(name for head in heads for name in head.names)

    @cached_property
    def _labels(self) -> frozenset[str]:
        return frozenset(map(plain, self._fact_names))

    @cached_property
    def _names(self) -> Mapping[int, frozenset[str]]:
        """What may stand in a column where its heading is repeated."""
        heads = {head.field: head for head in self.layout.heads}
        names = {
            heading.column: {heading.text, *(name for _, name in heading.readings)}
            for heading in self.heading.headings
        }
        for field, column in self.heading.pairs():
            names[column] |= {*heads[field].names}
        return {column: frozenset(said) for column, said in names.items()}

    @cached_property
    def _within_merges(self) -> frozenset[int]:
        """Rows that a merged cell of the table reaches from above."""
        end = self.below.first + self.below.height
        tall = [block for block in self.merges if block.left in self._names]
        reached = [range(block.top + 1, min(block.bottom + 1, end)) for block in tall]
        return frozenset(row - self.below.first for rows in reached for row in rows)

    @cached_property
    def _across(self) -> Mapping[tuple[int, int], int]:
        """How many columns of the table a merged cell crosses, by the cell."""
        return {
            (block.top, block.left): sum(block.left <= c <= block.right for c in self.claimed)
            for block in self.merges
            if block.left < block.right
        }

    def _suspects(self) -> set[int]:
        tops = (row - self.below.first for row, _ in self._across)
        found = {index for index in tops if 0 <= index < self.below.height}
        for number, texts in self.below.numbered():
            words = self._telling_words(number, texts)
            if words:
                column = self.below.column(number)
                found.update(index for index, value in enumerate(column) if value in words)
        return found

    def _telling_words(self, number: int, texts: tuple[str, ...]) -> set[CellValue]:
        """Return the texts of a column that a row of data would hardly hold."""
        names = self.titles | self._fact_names | self._names.get(number, frozenset())
        words: set[CellValue] = {name for name in names if self.below.holds(number, name)}
        words.update(self._long_texts.get(number, ()))
        if self.below.mentions(number, "计"):
            words.update(text for text in texts if "计" in text and total_of(text))
        if self.below.mentions(number, _IN_NOTES):
            notes = some_notes(texts)
            words.update(text for text in notes if is_remark(text) or self._is_signature(text))
        return words

    @cached_property
    def _long_texts(self) -> Mapping[int, frozenset[str]]:
        """Texts that are far too long for the first column of the table."""
        return {
            number: _far_longer(texts, self.below.column(number) if number == self._start else ())
            for number, texts in self.below.numbered()
            if number <= self._start
        }

    def _is_signature(self, text: str) -> bool:
        label = label_of(text)
        return text in self._fact_names or label in self._labels or is_signed(label)

    def _is_heading(self, line: Line) -> bool:
        shown = [cell for cell in line[1] if cell[0] in self._names]
        same = [value for column, value in shown if self._says_heading(column, value)]
        return len(same) >= min(2, len(self._names)) and 2 * len(same) >= len(shown)

    def _says_heading(self, column: int, value: CellValue) -> bool:
        names = self._names[column]
        return isinstance(value, str) and (value in names or plain(value) in names)

    def _is_section(self, line: Line) -> bool:
        """Tell whether one text stands across the table, or a title stands there again."""
        row, cells = line
        if len(cells) != 1 or not isinstance(cells[0][1], str):
            return False
        column, text = cells[0]
        wide = self._across.get((row, column), 0)
        return (text in self.titles and column <= self._start) or wide >= max(
            2, len(self.claimed) / 2
        )

    def _notes(
        self, lines: Mapping[int, Line], blank: frozenset[int], apart: frozenset[int]
    ) -> set[int]:
        """Return remarks and signatures; directly above a row of data there are none."""
        notes: set[int] = set()
        for index in sorted(lines, reverse=True):
            below = index + 1
            last = below == self.below.height or any(
                below in rows for rows in (blank, apart, notes)
            )
            if last and index not in apart and self._is_note(index, lines[index]):
                notes.add(index)
        return notes

    def _is_note(self, index: int, line: Line) -> bool:
        row, cells = line
        column, text = cells[0]
        if not isinstance(text, str) or index in self._within_merges:
            return False
        if not (self._is_sparse(line) or self._is_labelled(line)):
            return False
        first = column <= self._start or self._across.get((row, column), 0) > 1
        if len(cells) == 1 and text in self._long_texts.get(column, ()):
            return True
        return (first and is_remark(text)) or self._signs_below(column, text)

    def _is_sparse(self, line: Line) -> bool:
        filled = sum(number in self.claimed for number, _ in line[1])
        return filled <= max(1, len(self.claimed) // 2)

    def _is_labelled(self, line: Line) -> bool:
        """Tell whether each cell of a row is a label, or a value beside one."""
        labels = [isinstance(v, str) and self._is_signature(v) for _, v in line[1]]
        return all(map(max, labels, [False, *labels]))

    def _signs_below(self, column: int, text: str) -> bool:
        """Tell whether a text is a signature, and not one under its own heading."""
        label = label_of(text) or plain(text)
        return self._is_signature(text) and label not in self._names.get(column, ())


def _far_longer(texts: Collection[str], column: Sequence[CellValue]) -> frozenset[str]:
    """Return the long texts among others; those in a column only if twice as long as usual."""
    if max(map(len, texts), default=0) < _LONG:
        return frozenset()
    long = [text for text in texts if len(text.strip()) >= _LONG]
    lengths = [_length(value) for value in column if not is_blank(value)]
    usual = median_low(lengths) if lengths else 0
    return frozenset(text for text in long if len(text) > 2 * usual)


def _length(value: CellValue) -> int:
    return len(value) if isinstance(value, str) else 0
