"""What the written summary says of repairs."""

from houqin.problems import Both
from houqin.sentences import Part, Sentence

SENTENCES = (
    Sentence(
        Part.DONE,
        Both(
            "规范维修申报、审批、比价和验收流程，本期受理报修 {repairs.reported} 件，其中紧急抢修 "
            "{repairs.urgent} 件，修好 {repairs.finished} 件。",
            "Reporting, approval, quotes and acceptance of repairs followed the rules: "
            "{repairs.reported} repairs were reported, {repairs.urgent} of them urgent, and "
            "{repairs.finished} were finished.",
        ),
    ),
    Sentence(
        Part.RESULT,
        Both(
            "报修修复率 {repairs.finished_rate}，及时受理率 {repairs.respond_rate}，及时完成率 "
            "{repairs.finish_rate}，平均 {repairs.days_to_finish} 修好。",
            "{repairs.finished_rate} of what was reported is finished; {repairs.respond_rate} was "
            "taken on in time and {repairs.finish_rate} finished in time, in "
            "{repairs.days_to_finish} on average.",
        ),
        when="repairs.reported",
    ),
    Sentence(
        Part.RESULT,
        Both(
            "坚持能修自修，校内维修占 {repairs.own_share}，比外修节约 {repairs.saved}；"
            "维修费用共 {repairs.cost}，其中外修 {repairs.cost_outside}。",
            "What the school can mend it mends itself: {repairs.own_share} of the repairs, which "
            "saved {repairs.saved}; repairs cost {repairs.cost}, of which {repairs.cost_outside} "
            "went to firms.",
        ),
        when="repairs.saved",
    ),
    Sentence(
        Part.SHORTCOMING,
        Both(
            "仍有 {repairs.overdue} 件维修逾期未受理、未完成或未验收。",
            "{repairs.overdue} repairs are overdue to be taken on, finished or accepted.",
        ),
        when="repairs.overdue",
    ),
    Sentence(
        Part.SHORTCOMING,
        Both(
            "同一地点同类故障重复报修 {repairs.repeated} 件，维修质量和设备更新有待加强。",
            "The same broke again at the same place {repairs.repeated} times: the quality of the "
            "work, or the age of the things, needs attention.",
        ),
        when="repairs.repeated",
    ),
    Sentence(
        Part.NEXT,
        Both(
            "对 {repairs.overdue} 件逾期维修逐件催办，完工后请报修人当场验收评价。",
            "Each of the {repairs.overdue} overdue repairs is pressed for, and accepted and rated "
            "by whoever reported it.",
        ),
        when="repairs.overdue",
    ),
    Sentence(
        Part.NEXT,
        Both(
            "对反复损坏的部位查明原因，列入暑期维修计划。",
            "Find out why things break again, and mend them for good in the summer.",
        ),
        when="repairs.repeated",
    ),
)
