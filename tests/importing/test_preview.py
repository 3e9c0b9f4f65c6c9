"""What a person sees before anything is written, and what nobody may see."""

from dataclasses import replace

import pytest
from tests.importing.drawn import BOOK, HELD, issues, planned

from houqin.areas.school.rows import PersonRow
from houqin.areas.stock.rows import StockIssue
from houqin.importing.preview import HEADINGS, preview_rows, summary_sentence
from houqin.importing.telling import import_of, import_text

SOURCE = issues(
    "| LY-1 | 2020-05-12 | 本部 | KZ-001 | 口罩 | 只 | 14 | | 张三 | 总务处 | 防疫 | |",
    "| LY-2 | 2020-05-13 | 本部 | XD-001 | 消毒液 | 瓶 | 3 | | 李四 | 教务处 | 消毒 | |",
    "| LY-3 | 2020-05-14 | 东园 | ST-001 | 手套 | 双 | 约20 | | 王五 | 食堂 | 分餐 | |",
    "| LY-4 | 2020-05-14 | 东园 | ST-001 | 手套 | 双 | 20 | | 王五 | 食堂 | 分餐 | |",
    "| LY-5 | 2020-05-14 | 东园 | ST-001 | 手套 | 双 | =? | | 王五 | 食堂 | 分餐 | |",
).replace("| 日期 |", "| 领用日期 |")
PEOPLE = "| 人员 | 工号 | 姓名 | 电话 | 职务 |\n"


def test_the_preview_shows_headings_first_and_then_every_row() -> None:
    lines = preview_rows(planned(BOOK + HELD, SOURCE + "\n| 杂记 | 晴 |"), "zh")

    assert [each.zh for each in HEADINGS] == [
        "来源文件", "工作表", "台账", "位置", "状态", "内容", "说明",
    ]  # fmt: skip
    assert lines[0][3:] == ("A 列", "标题认出", "单据编号", "")
    assert lines[1] == ("1.xlsx", "领用", "领用", "B 列", "标题认出", "领用日期", "即“日期”")
    assert [line[3:] for line in lines if line.where.startswith("第")] == [
        ("第 2 行", "不同", "LY-1 KZ-001", "与本簿 领用!5 是同一行而内容不同，没有导入：数量 G2：“14”，已有 G5：“12”"),
        ("第 3 行", "已有", "LY-2 XD-001", "本簿 领用!6 已有"),
        ("第 4 行", "新，有存疑", "LY-3 ST-001", "加到 领用!7，看不准的照原样：数量 G4 “约20”"),
        ("第 5 行", "新", "LY-4 ST-001", "加到 领用!8"),
        ("第 6 行", "没导入", "LY-5 ST-001", "公式没有存下结果：G6；请用 Excel 打开来源文件保存一次再导入"),
    ]  # fmt: skip
    assert [line.explanation for line in lines if line.sheet == "杂记"] == [
        "没有认出是哪种台账，没有导入"
    ]


def test_the_preview_speaks_english() -> None:
    lines = preview_rows(planned(BOOK + HELD, SOURCE), "en")

    assert [line.state for line in lines if line.where.startswith("row")] == [
        "differs",
        "there",
        "new, doubtful",
        "new",
        "held back",
    ]
    assert lines[-5].explanation == (
        "the same row is in the book at 领用!5 with other contents; not imported: "
        "数量 G2: '14', there G5: '12'"
    )


def test_one_sentence_sums_the_import_up() -> None:
    said = summary_sentence(planned(BOOK + HELD, SOURCE))

    assert said.zh == (
        "1 个文件的 1 张台账共 5 行：新增 2 行（其中 1 行有存疑），已有 1 行，不同 1 行，没导入 1 行。"
    )
    assert said.en == (
        "5 rows in 1 ledgers of 1 files: 2 new (1 of them doubtful), 1 there already, 1 differ,"
        " 1 held back."
    )


def test_the_text_tells_usual_rows_in_runs() -> None:
    rows = [
        f"| LY-{n} | 2020-05-14 | 本部 | | 手套 | 双 | 20 | | 王五 | 食堂 | 分餐 | |"
        for n in range(10, 15)
    ]

    text = import_text(planned(BOOK, issues(*rows).replace("备注", "心得")), "zh")

    assert text.splitlines() == [
        "1.xlsx · 领用 → 领用",
        "  标题认出 11 个",
        "  L 列  标题没认出  心得  本台账没有这一栏，这一列不导入",
        "  第 2-6 行  新  共 5 行",
        "1 个文件的 1 张台账共 5 行：新增 5 行（其中 0 行有存疑），已有 0 行，不同 0 行，没导入 0 行。",
    ]


def test_the_json_names_rows_differences_and_cells() -> None:
    told = import_of(planned(BOOK + HELD, SOURCE), "zh")

    assert told["counts"] == {"new": 1, "doubtful": 1, "there": 1, "differs": 1, "held": 1}
    (ledger,) = told["ledgers"]
    assert ledger["headings"][1] == {
        "column": "B",
        "heading": "领用日期",
        "understood": "日期",
        "state": "understood",
    }
    assert ledger["rows"][0] == {
        "row": 2,
        "state": "differs",
        "key": "LY-1 KZ-001",
        "to_row": None,
        "same_as": {"file": None, "sheet": "领用", "row": 5},
        "unread": [],
        "differences": [
            {
                "field": "quantity",
                "heading": "数量",
                "cell": "G2",
                "value": "14",
                "other_cell": "领用!G5",
                "other_value": "12",
            }
        ],
        "why": None,
    }


def test_what_stands_outside_and_what_is_odd_is_told() -> None:
    source = """
| 领用 | 领用部门：食堂 |
| 2 | 单据编号 | 日期 | 物品名称 | 单位 | 数量 | 领用人 | 用途 |
| 3 | LY-9 | 2020-05-12 | 口罩 | 只 | 5 | 张三 | 防疫 |
| 杂记 | 晴 |
"""
    plan = planned(BOOK, source)

    assert [line[3:] for line in preview_rows(plan, "en") if line.where in ("A1", "")] == [
        ("A1", "stated outside", "食堂", "领用部门 of every row"),
        ("", "note", "", "2 校区: this column is missing"),
        ("", "sheet not recognised", "", "no ledger was recognised in it; it is not imported"),
    ]
    assert "  A1  表外写明  食堂  每一行的“领用部门”" in import_text(plan, "zh").splitlines()
    assert "1.xlsx · 杂记  没认出的表  没有认出是哪种台账，没有导入" in import_text(plan, "zh")
    told = import_of(plan, "zh")
    assert told["ledgers"][0]["facts"] == [{"heading": "领用部门", "cell": "A1", "value": "食堂"}]
    assert told["not_recognised"] == [
        {"file": "1.xlsx", "sheet": "杂记", "why": "没有认出是哪种台账，没有导入"}
    ]


def test_of_a_private_ledger_not_even_what_stands_outside_is_shown(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(StockIssue, "ledger", replace(StockIssue.ledger, private=True))

    told = told_of(
        BOOK,
        "| 领用 | 领用部门：食堂二楼 |\n| 2 | 单据编号 | 日期 | 物品名称 | 单位 | 数量 | 领用人 |\n"
        "| 3 | LY-9 | 2020-05-12 | 口罩 | 只 | 5 | 张三 |",
    )

    assert "食堂二楼" not in told
    assert "A1 表外写明 （不显示） 每一行的“领用部门”" in told


def told_of(book: str, source: str) -> str:
    plan = planned(book, source)
    return "\n".join(
        [
            *(" ".join(line) for lang in ("zh", "en") for line in preview_rows(plan, lang)),
            import_text(plan, "zh"),
            str(import_of(plan, "en")),
        ]
    )


def test_a_phone_number_is_never_shown() -> None:
    told = told_of(
        PEOPLE + "| 2 | 1 | 张三 | 13800000001 | 保安 |",
        PEOPLE + "| 2 | 1 | 张三 | 13800000002 | 保安 |\n| 3 | 2 | 李四 | 1380000 | 保安 |",
    )

    assert "1380000" not in told
    assert "电话（C2、C2，内容不显示）" in told
    assert "电话 C3 （不显示）" in told


def test_of_a_private_ledger_only_cells_and_headings_are_shown(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(PersonRow, "ledger", replace(PersonRow.ledger, private=True))

    told = told_of(
        PEOPLE + "| 2 | 77 | 张三 | 13800000001 | 保安 |",
        PEOPLE + "| 2 | 77 | 张三 | 13800000001 | 厨师 |\n| 3 | 78 | 李某四是 | 1380000 | 保洁 |",
    )

    shown = ("77", "78", "张三", "李某四是", "1380000", "保安", "厨师", "保洁")
    assert [value for value in shown if value in told] == []
    assert "职务（D2、D2，内容不显示）" in told
