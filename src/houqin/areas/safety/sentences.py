"""What the written summary says of safety."""

from houqin.problems import Both
from houqin.sentences import Part, Sentence

DONE = (
    Sentence(
        Part.DONE,
        Both(
            "组织各类安全检查 {inspections.rounds} 次{inspections.rounds@campuses}。",
            "{inspections.rounds} inspections were made{inspections.rounds@campuses}.",
        ),
    ),
    Sentence(
        Part.DONE,
        Both(
            "登记隐患 {hazards.found} 项{hazards.found@campuses}，到统计日期已整改 {hazards.done} 项、"
            "验收销号 {hazards.closed} 项。",
            "{hazards.found} hazards were recorded{hazards.found@campuses}; {hazards.done} are put right "
            "and {hazards.closed} closed.",
        ),
    ),
    Sentence(
        Part.DONE,
        Both(
            "管理在用消防设备 {equipment.in_use} 件{equipment.in_use@campuses}。",
            "{equipment.in_use} pieces of fire equipment are in use{equipment.in_use@campuses}.",
        ),
        when="equipment.in_use",
    ),
)
RESULTS = (
    Sentence(
        Part.RESULT,
        Both(
            "日巡视覆盖率 {inspections.patrol_rate}，月检查覆盖率 {inspections.month_rate}。",
            "Of the daily patrols due {inspections.patrol_rate} were made, "
            "of the monthly checks {inspections.month_rate}.",
        ),
    ),
    Sentence(
        Part.RESULT,
        Both(
            "应整改隐患的整改率 {hazards.closed_rate}{hazards.closed_rate@campuses}。",
            "Of the hazards due {hazards.closed_rate} are put right{hazards.closed_rate@campuses}.",
        ),
        when="hazards.found",
    ),
    Sentence(
        Part.RESULT,
        Both(
            "隐患从发现到整改完成平均用时 {hazards.days_to_finish} 天。",
            "Putting a hazard right took {hazards.days_to_finish} days on average.",
        ),
        when="hazards.days_to_finish",
    ),
    Sentence(
        Part.RESULT,
        Both("到统计日期没有逾期未整改的隐患。", "No hazard is overdue."),
        unless="hazards.overdue",
    ),
    Sentence(
        Part.RESULT,
        Both("在用消防设备没有超过有效期的。", "No fire equipment in use has expired."),
        when="equipment.in_use",
        unless="equipment.expired",
    ),
)
SHORTCOMINGS = (
    Sentence(
        Part.SHORTCOMING,
        Both(
            "逾期未整改的隐患还有 {hazards.overdue} 项{hazards.overdue@campuses}。",
            "{hazards.overdue} hazards are overdue{hazards.overdue@campuses}.",
        ),
        when="hazards.overdue",
    ),
    Sentence(
        Part.SHORTCOMING,
        Both(
            "有 {hazards.no_deadline} 项隐患没有明确整改期限{hazards.no_deadline@campuses}。",
            "{hazards.no_deadline} hazards have no deadline{hazards.no_deadline@campuses}.",
        ),
        when="hazards.no_deadline",
    ),
    Sentence(
        Part.SHORTCOMING,
        Both(
            "本学期有 {hazards.closed_late} 项隐患超过期限才整改完成{hazards.closed_late@campuses}。",
            "{hazards.closed_late} hazards were put right late{hazards.closed_late@campuses}.",
        ),
        when="hazards.closed_late",
    ),
    Sentence(
        Part.SHORTCOMING,
        Both(
            "有 {hazards.repeated} 项隐患在同一位置重复出现，整改不够彻底。",
            "{hazards.repeated} hazards came up again at the same place.",
        ),
        when="hazards.repeated",
    ),
    Sentence(
        Part.SHORTCOMING,
        Both(
            "日巡视没有做到每个上课日足次，覆盖率 {inspections.patrol_rate}，应{inspections.patrol_rate@target}。",
            "Patrols were missed: {inspections.patrol_rate} were made, it should be "
            "{inspections.patrol_rate@target}.",
        ),
        missed="inspections.patrol_rate",
    ),
    Sentence(
        Part.SHORTCOMING,
        Both(
            "月检查有漏项，覆盖率 {inspections.month_rate}，应{inspections.month_rate@target}。",
            "Monthly checks were missed: {inspections.month_rate} were made, it should be "
            "{inspections.month_rate@target}.",
        ),
        missed="inspections.month_rate",
    ),
    Sentence(
        Part.SHORTCOMING,
        Both(
            "有 {equipment.expired} 件消防设备超过有效期{equipment.expired@campuses}。",
            "{equipment.expired} pieces of fire equipment have expired{equipment.expired@campuses}.",
        ),
        when="equipment.expired",
    ),
    Sentence(
        Part.SHORTCOMING,
        Both(
            "有 {equipment.unserviced} 件消防设备没有按期维保{equipment.unserviced@campuses}。",
            "{equipment.unserviced} pieces of fire equipment were not serviced in time"
            "{equipment.unserviced@campuses}.",
        ),
        when="equipment.unserviced",
    ),
)
NEXT = (
    Sentence(
        Part.NEXT,
        Both(
            "对逾期的 {hazards.overdue} 项隐患逐项落实责任人和完成日期，整改完成一项、验收销号一项。",
            "Settle for each of the {hazards.overdue} overdue hazards who puts it right and by when.",
        ),
        when="hazards.overdue",
    ),
    Sentence(
        Part.NEXT,
        Both(
            "盯紧即将到期的 {hazards.due_soon} 项隐患，在期限内整改完成。",
            "Put the {hazards.due_soon} hazards that are due soon right in time.",
        ),
        when="hazards.due_soon",
    ),
    Sentence(
        Part.NEXT,
        Both(
            "补齐隐患的整改期限，做到每项隐患有措施、有责任人、有期限。",
            "Give every hazard a measure, somebody responsible and a deadline.",
        ),
        when="hazards.no_deadline",
    ),
    Sentence(
        Part.NEXT,
        Both(
            "更换过期的 {equipment.expired} 件消防设备。",
            "Replace the {equipment.expired} pieces of fire equipment that have expired.",
        ),
        when="equipment.expired",
    ),
    Sentence(
        Part.NEXT,
        Both(
            "安排没有按期维保的 {equipment.unserviced} 件消防设备补做维保。",
            "Have the {equipment.unserviced} pieces of fire equipment serviced.",
        ),
        when="equipment.unserviced",
    ),
    Sentence(
        Part.NEXT,
        Both(
            "把日巡视落实到每个上课日和每个校区，当天检查、当天登记。",
            "Make the daily patrols on every school day at every campus.",
        ),
        missed="inspections.patrol_rate",
    ),
    Sentence(
        Part.NEXT,
        Both(
            "按检查标准排出每月检查计划，逐项销账。",
            "Plan the checks of each month by 检查标准.",
        ),
        missed="inspections.month_rate",
    ),
)
SENTENCES = (*DONE, *RESULTS, *SHORTCOMINGS, *NEXT)
