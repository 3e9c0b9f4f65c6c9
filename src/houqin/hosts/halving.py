"""Finding what is true of some cells of a sheet by halving: few calls, however many rows."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from houqin.hosts import beyond_xlwings as beyond
from houqin.tables.grid import Block

if TYPE_CHECKING:
    import xlwings as xw


def cells_of(sheet: "xw.Sheet", block: Block) -> "xw.Range":
    """Return a block as a range, named by its address: that is one call, its corners are five."""
    return sheet.range(block.address)


def _halves(block: Block) -> tuple[Block, Block]:
    if block.bottom > block.top:
        middle = (block.top + block.bottom) // 2
        return block._replace(bottom=middle), block._replace(top=middle + 1)
    middle = (block.left + block.right) // 2
    return block._replace(right=middle), block._replace(left=middle + 1)


def where(block: Block, holds: Callable[[Block], bool | None]) -> Iterator[Block]:
    """Yield the parts in which something holds everywhere, halving those where it holds in some cells.

    `holds` answers True for all cells of a part, False for none and None for some.
    """
    answer = holds(block)
    single = block.top == block.bottom and block.left == block.right
    if answer or (answer is None and single):
        yield block
    elif answer is None:
        for half in _halves(block):
            yield from where(half, holds)


def joined(cells: Sequence[Block]) -> tuple[Block, ...]:
    """Join single cells of a column that stand below each other."""
    found: list[Block] = []
    for cell in cells:
        if found and found[-1].bottom + 1 == cell.top and found[-1].left == cell.left:
            found[-1] = found[-1]._replace(bottom=cell.bottom)
        else:
            found.append(cell)
    return tuple(found)


def merges(sheet: "xw.Sheet", whole: Block, cells: "xw.Range") -> Iterator[Block]:
    """Yield the merged blocks: one call where there are none, a few for each where there are.

    `cells` are the whole block as a range.
    """
    found: set[Block] = set()

    def holds(part: Block) -> bool | None:
        if any(_within(part, block) for block in found):
            return False
        state = (cells if part == whole else cells_of(sheet, part)).merge_cells
        several = part.top < part.bottom or part.left < part.right
        return None if state and several else state  # what is merged all over may be many blocks

    for block in where(whole, holds):
        area = cells_of(sheet, block).merge_area
        rows, columns = area.shape
        found.add(Block(area.row, area.column, area.row + rows - 1, area.column + columns - 1))
    yield from sorted(found)


def _within(part: Block, block: Block) -> bool:
    return (
        block.top <= part.top
        and block.left <= part.left
        and part.bottom <= block.bottom
        and part.right <= block.right
    )


def hidden(sheet: "xw.Sheet", whole: Block, cells: "xw.Range", *, by_rows: bool) -> Iterator[int]:
    """Yield the numbers of hidden rows or columns: one call where none is hidden.

    `cells` are the whole block as a range.
    """
    line = whole._replace(right=whole.left) if by_rows else whole._replace(bottom=whole.top)

    def holds(part: Block) -> bool | None:
        asked = cells if part == line else cells_of(sheet, part)
        return beyond.is_hidden(asked, by_rows=by_rows)

    for part in where(line, holds):
        yield from (
            range(part.top, part.bottom + 1) if by_rows else range(part.left, part.right + 1)
        )
