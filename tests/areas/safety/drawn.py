"""Books drawn as text, and hazards of which only a few cells matter."""

ORDINARY = {
    "隐患编号": "YH-001",
    "发现日期": "2020-06-01",
    "校区": "本部",
    "隐患位置": "教学楼一楼",
    "隐患类别": "校园消防",
    "隐患描述": "灭火器压力不足",
    "隐患等级": "一般隐患",
    "整改责任人": "王小明",
    "整改状态": "未整改",
}


def hazards(*rows: dict[str, str]) -> str:
    """Draw a hazard ledger; what a row does not say is ordinary."""
    others = dict.fromkeys(heading for row in rows for heading in row if heading not in ORDINARY)
    headings = [*ORDINARY, *others]
    lines = [["隐患台账", *headings]]
    for number, row in enumerate(rows, 2):
        cells = {**ORDINARY, **row}
        lines.append([str(number), *(cells.get(heading, "") for heading in headings)])
    return drawn_as(lines)


def settings(*stated: tuple[str, str, str]) -> str:
    """Draw a sheet of settings, each with its code, its value and its unit."""
    lines = [["参数", "代码", "参数", "值", "单位"]]
    for row, (code, value, unit) in enumerate(stated, 2):
        lines.append([str(row), code, code, value, unit])
    return drawn_as(lines)


def drawn_as(lines: list[list[str]]) -> str:
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines) + "\n"
