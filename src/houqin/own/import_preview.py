"""导入预览: what an old ledger would bring, before anything is appended."""

from houqin.own.layout import OwnColumn, OwnSheet
from houqin.problems import Both

IMPORT_PREVIEW = OwnSheet(
    "import_preview",
    "导入预览",
    (
        OwnColumn(Both("来源文件", "File"), width=26),
        OwnColumn(Both("工作表", "Sheet"), width=14),
        OwnColumn(Both("台账", "Ledger"), width=14),
        OwnColumn(Both("行或栏", "Row or column"), width=16),
        OwnColumn(Both("状态", "State"), width=12),
        OwnColumn(Both("内容", "Content"), width=40),
        OwnColumn(Both("说明", "Remark"), width=34),
    ),
    Both(
        "点“导入旧表”：先看读懂了哪些标题、哪些行是新的，再决定是否追加",
        "press 导入旧表: which headings were understood and which rows are new, before any is added",
    ),
    frozen=3,
)
