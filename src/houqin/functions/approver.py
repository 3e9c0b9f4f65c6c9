"""Who approves a purchase, as the ledger 审批权限 has it."""

from typing import Any

from houqin.areas.purchasing.levels import Case, Matrix
from houqin.areas.purchasing.rows import ApprovalLevel
from houqin.areas.purchasing.rows.columns import KINDS
from houqin.functions import sheets
from houqin.functions.arguments import WrongArgument, money, text
from houqin.problems import Both


def approver(amount: Any, kind: Any, campus: Any, levels: Any) -> str | None:
    """Return who approves an amount: of the lines that fit, the one that says most.

    Raises:
        WrongArgument: an argument cannot be used, or two lines fit equally well.
    """
    sum_, case = money(amount), Case(text(campus), text(kind))
    if sum_ is None:
        return None
    cells = sheets.Cells.of(levels)
    lines = tuple(sheets.sure_rows(cells, ApprovalLevel, open_lists=(KINDS,))) if cells else ()
    best = Matrix(lines).deciding(sum_, case)
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
