"""Who approves a purchase, as the ledger 审批权限 has it."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, Any

from houqin.cells.kinds import Money, Text, YesNo
from houqin.cells.text import unspaced
from houqin.functions import sheets
from houqin.functions.arguments import WrongArgument, money, text
from houqin.problems import Both
from houqin.rows import Ledger, SheetRow, heading


class Level(SheetRow):
    """One line: up to which amount somebody may approve, where and of what."""

    ledger = Ledger(
        "approval_levels", "审批权限", "Approval levels", (("campus", "kind", "above"),)
    )
    campus: Annotated[Text | None, heading("校区")]
    kind: Annotated[Text | None, heading("采购类别", "类别")]
    above: Annotated[Money, heading("金额下限", "下限")]
    above_included: Annotated[YesNo | None, heading("含下限", literal=True)]
    below: Annotated[Money | None, heading("金额上限", "上限")]
    below_included: Annotated[YesNo | None, heading("含上限", literal=True)]
    approver: Annotated[Text, heading("审批职务", "审批人")]

    def includes(self, amount: Decimal) -> bool:
        """Tell whether an amount lies within the limits; a limit itself only where it says so."""
        limit, included = self.get("below"), self.get("below_included")
        from_above = amount > self.above or (
            amount == self.above and bool(self.get("above_included"))
        )
        return from_above and (
            limit is None or amount < limit or (amount == limit and bool(included))
        )

    def fits(self, field: str, wanted: str | None) -> bool:
        """Tell whether the line is about this campus or kind, or about any."""
        stated = self.get(field)
        return stated is None or (wanted is not None and unspaced(stated) == unspaced(wanted))

    @property
    def rank(self) -> int:
        """How much the line is made for one case: campus and kind, one of them, none."""
        return sum(self.get(field) is not None for field in ("campus", "kind"))


def approver(amount: Any, kind: Any, campus: Any, levels: Any) -> str | None:
    """Return who approves an amount: of the lines that fit, the one that says most.

    Raises:
        WrongArgument: an argument cannot be used, or two lines fit equally well.
    """
    sum_, what, where = money(amount), text(kind), text(campus)
    if sum_ is None:
        return None
    cells = sheets.Cells.of(levels)
    fitting = list(_fitting(cells, sum_, what, where)) if cells else []
    most = max((line.rank for line in fitting), default=0)
    best = [line for line in fitting if line.rank == most]
    if len(best) == 1:
        return best[0].approver
    if best:
        rows = "、".join(str(line.number_on_sheet) for line in best)
        raise WrongArgument(
            Both(
                f"审批权限表中第 {rows} 行重叠，请改正",
                f"rows {rows} of 审批权限 overlap; correct them",
            )
        )
    raise WrongArgument(
        Both(f"审批权限没有写 {sum_} 元由谁审批", f"审批权限 does not say who approves {sum_} yuan")
    )


def _fitting(
    cells: sheets.Cells, amount: Decimal, kind: str | None, campus: str | None
) -> Iterator[Level]:
    for line in sheets.sure_rows(cells, Level):
        if line.fits("kind", kind) and line.fits("campus", campus) and line.includes(amount):
            yield line
