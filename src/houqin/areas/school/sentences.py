"""What the written summary says of the school itself."""

from houqin.problems import Both
from houqin.sentences import Part, Sentence

SENTENCES = (
    Sentence(
        Part.OPENING,
        Both(
            "学校现有教学班 {school.classes} 个{school.classes@campuses}，学生 {school.pupils} 人{school.pupils@campuses}。",
            "The school has {school.classes} classes{school.classes@campuses} "
            "and {school.pupils} pupils{school.pupils@campuses}.",
        ),
        when="school.classes",
    ),
    Sentence(
        Part.OPENING,
        Both(
            "后勤台账登记的在岗人员 {school.staff} 人{school.staff@campuses}。",
            "{school.staff} people are on the staff list{school.staff@campuses}.",
        ),
        when="school.staff",
    ),
)
