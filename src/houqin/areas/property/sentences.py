"""What the written summary says of property."""

from houqin.problems import Both
from houqin.sentences import Part, Sentence

SENTENCES = (
    Sentence(
        Part.DONE,
        Both(
            "期末对 {property.classes} 个班级的校产校具逐班清点评比，覆盖率 {property.checked_rate}，"
            "清点物品 {property.things} 件。",
            "The things of {property.classes} class rooms were counted and compared at the end of "
            "term ({property.checked_rate} of all classes), {property.things} things in all.",
        ),
    ),
    Sentence(
        Part.RESULT,
        Both(
            "校产完好率 {property.intact_rate}，班级平均得分 {property.mean_score} 分。",
            "{property.intact_rate} of the property is sound; the classes scored "
            "{property.mean_score} on average.",
        ),
        when="property.classes",
    ),
    Sentence(
        Part.RESULT,
        Both(
            "损坏的 {property.damaged} 件物品及时报修，修复率 {property.mended_rate}。",
            "Of the {property.damaged} broken things, {property.mended_rate} are mended.",
        ),
        when="property.mended_rate",
    ),
    Sentence(
        Part.SHORTCOMING,
        Both(
            "清点发现缺少 {property.missing} 件、人为损坏 {property.by_hand} 件，"
            "班级校产保管责任有待落实。",
            "{property.missing} things are missing and {property.by_hand} were broken by somebody's "
            "hand: the classes must take better care.",
        ),
        when="property.missing",
    ),
    Sentence(
        Part.NEXT,
        Both(
            "损坏未报修的 {property.unreported} 件物品逐件报修。",
            "The {property.unreported} broken things not yet reported are reported one by one.",
        ),
        when="property.unreported",
    ),
    Sentence(
        Part.NEXT,
        Both(
            "加强爱护公物教育，缺少的物品查明去向，评比结果与班级考核挂钩。",
            "Teach the pupils to take care, find out what became of what is missing, and let the "
            "comparison count for the classes.",
        ),
        when="property.missing",
    ),
)
