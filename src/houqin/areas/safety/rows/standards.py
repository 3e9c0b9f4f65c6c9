"""The ledger 检查标准: what is inspected, how often, and on what ground."""

from typing import Annotated

from pydantic import Field

from houqin.areas.safety.rows.columns import AreaOfSafety
from houqin.cells.kinds import Choice, Choices, Id, Text, Whole
from houqin.problems import Both
from houqin.rows import Ledger, SheetRow, heading


class Standard(SheetRow):
    """One item of what is inspected, how often, and on what ground."""

    ledger = Ledger(
        "standards",
        "检查标准",
        "Inspection standards",
        row_keys=(("code",),),
        aliases=("安全检查标准", "检查项目标准", "检查内容标准", "检查要求"),
        about=Both(
            "每一项安全检查查什么、哪类检查要查、多久一次、要几人签名",
            "What each safety check looks at, in which kinds of inspection, how often, "
            "and how many must sign",
        ),
    )

    code: Annotated[
        Id,
        heading(
            "标准编号",
            "编号",
            "序号",
            "标准号",
            tip=("每项一个编号，如 BZ-01", "One number for each item, such as BZ-01"),
        ),
    ]
    area: AreaOfSafety
    content: Annotated[
        Text,
        heading(
            "检查内容",
            "具体内容",
            "重点检查内容",
            "检查要点",
            "内容",
            tip=("写明看什么、怎样算正常", "Say what to look at, and what is in order"),
        ),
    ]
    kinds: Annotated[
        tuple[str, ...],
        Choices("检查类型"),
        heading(
            "检查类型",
            "适用检查",
            "检查类别",
            "排查方式",
            tip=(
                "几种用顿号隔开，如 日巡视、月检查",
                "Several with 、 between, such as 日巡视、月检查",
            ),
        ),
    ]
    frequency: Annotated[
        str | None,
        Choice("频次"),
        heading(
            "频次",
            "检查频次",
            "检查周期",
            "周期",
            tip=("多久查一次；不定期的留空", "How often; leave blank where there is no fixed time"),
        ),
    ]
    signatures: Annotated[
        Whole | None,
        heading(
            "签名数",
            "签名人数",
            "签字人数",
            tip=(
                "检查人与主管共几人签名；2 人起须有主管签名",
                "How many sign in all; from 2 on the supervisor is one of them",
            ),
        ),
        Field(ge=0),
    ]
    basis: Annotated[
        Text | None,
        heading(
            "依据",
            "检查依据",
            "文件依据",
            tip=("文件名称或校内规定", "The regulation or the school's own rule"),
        ),
    ]
