"""What the written summary says of purchasing."""

from houqin.problems import Both
from houqin.sentences import Part, Sentence

SENTENCES = (
    Sentence(
        Part.DONE,
        Both(
            "严格执行物品采购审批报销制度，受理采购申请 {purchasing.requests} 份，"
            "申请金额 {purchasing.asked_amount} 元，从申请到审批平均 {purchasing.approval_days} 天。",
            "{purchasing.requests} purchase requests of {purchasing.asked_amount} yuan were handled, "
            "each approved within {purchasing.approval_days} days on average.",
        ),
        "purchasing.requests",
    ),
    Sentence(
        Part.DONE,
        Both(
            "落实“三重一大”集体决策，达到限额的采购 {purchasing.collective} 份由会议研究决定。",
            "{purchasing.collective} purchases above the limit were decided by a meeting.",
        ),
        "purchasing.collective",
    ),
    Sentence(
        Part.RESULT,
        Both(
            "已报销 {purchasing.paid_amount} 元，比申请节约 {purchasing.saved_amount} 元，"
            "报销手续齐全率 {purchasing.complete_rate}。",
            "{purchasing.paid_amount} yuan were reimbursed, {purchasing.saved_amount} less than asked "
            "for, with all papers in {purchasing.complete_rate} of the cases.",
        ),
        "purchasing.paid_amount",
    ),
    Sentence(
        Part.RESULT,
        Both(
            "年度采购预算 {purchasing.budget_amount} 元，已执行 {purchasing.budget_used_rate}。",
            "Of the year's budgets, {purchasing.budget_amount} yuan, {purchasing.budget_used_rate} "
            "are used.",
        ),
        "purchasing.budget_amount",
    ),
    Sentence(
        Part.SHORTCOMING,
        Both(
            "仍有 {purchasing.open} 份采购没有办结，其中 {purchasing.waiting} 份待审批。",
            "{purchasing.open} purchases are not closed, {purchasing.waiting} of them not approved.",
        ),
        "purchasing.open",
    ),
    Sentence(
        Part.SHORTCOMING,
        Both(
            "有 {purchasing.without_minutes} 份集体决策的采购没有登记会议纪要。",
            "{purchasing.without_minutes} purchases that a meeting decides name no minutes.",
        ),
        "purchasing.without_minutes",
    ),
    Sentence(
        Part.NEXT,
        Both(
            "抓紧补齐 {purchasing.open} 份未办结采购的手续，做到验收、入库、审阅、报销环环相扣。",
            "Complete the papers of the {purchasing.open} open purchases, step by step to the "
            "reimbursement.",
        ),
        "purchasing.open",
    ),
    Sentence(
        Part.NEXT,
        Both(
            "对 {purchasing.budgets_over} 项超支的预算查明原因，先调整预算再采购。",
            "Find out why {purchasing.budgets_over} budgets are overspent, and change a budget first.",
        ),
        "purchasing.budgets_over",
    ),
)
