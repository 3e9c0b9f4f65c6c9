"""The part of activities and honours in both summaries."""

from houqin.areas.honours.figures import honours_part
from houqin.areas.honours.rows import Honour
from houqin.book import Book
from houqin.problems import Both
from houqin.sections import Section
from houqin.sentences import Part, Sentence


def section(book: Book) -> Section | None:
    """Return the part of the summary about activities and honours, None without the sheet."""
    return honours_part(book) if Honour in book else None


SENTENCES = (
    Sentence(
        Part.DONE,
        Both(
            "组织和参加各类活动 {honours.activities} 项。",
            "We held or took part in {honours.activities} activities.",
        ),
        when="honours.activities",
    ),
    Sentence(
        Part.DONE,
        Both(
            "开展宣传教育 {honours.talks} 次，营造安全、节约、文明的校园氛围。",
            "There were {honours.talks} talks and campaigns.",
        ),
        when="honours.talks",
    ),
    Sentence(
        Part.RESULT,
        Both(
            "本学期获得荣誉 {honours.honours} 项。",
            "{honours.honours} honours were won this term.",
        ),
        when="honours.honours",
    ),
)
