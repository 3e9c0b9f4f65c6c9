"""Puts the written summary together: goals, what was done, results, shortcomings, next steps."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from houqin.areas import AREAS
from houqin.areas.area import Area
from houqin.reports.summary import draft_note
from houqin.reports.written.goals import (
    goals_chapter,
    next_step,
    shortcoming,
    stated_shortcomings,
)
from houqin.reports.written.parts import GAP, Chapter, Paragraph, Piece, Story, Topic
from houqin.reports.written.speaker import Speaker
from houqin.reports.written.tables import sources_table, targets_table
from houqin.result import Result
from houqin.sentences import Part, Sentence

DIGITS = "一二三四五六七八九"


def title_of(result: Result) -> tuple[str, ...]:
    """Return the title: the school, and below it the term; a gap for what is not known."""
    settings, lang = result.book.settings, result.lang
    school, term = (settings.text(code) or GAP.of(lang) for code in ("school.name", "term.name"))
    return school, f"{term}后勤工作总结" if lang == "zh" else f"Logistics in {term}"


def story_of(result: Result, areas: Sequence[Area] = AREAS) -> Story:
    """Return what the written summary says."""
    speaker = Speaker.of(result)
    told = tuple(_Told.of(area, speaker) for area in areas if _is_there(area, speaker))
    silent = [area for area in areas if area.sentences and not _is_there(area, speaker)]
    stated = stated_shortcomings(areas, result.book)
    chapters = (
        goals_chapter(speaker, areas, result.book),
        _done(speaker, told, silent),
        _results(speaker, told),
        _shortcomings(speaker, told, [shortcoming(speaker, each) for each in stated]),
        _next_steps(speaker, told, [next_step(speaker, each) for each in stated]),
    )
    opening = _opening(speaker, told, result)  # the annex comes last: it lists what was named
    heading = speaker.say("附：数据来源", "Annex: where the figures come from")
    annex = Chapter(heading, (), table=sources_table(speaker))
    return Story(
        title_of(result), draft_note(result), opening, chapters, _signature(speaker, result), annex
    )


def _is_there(area: Area, speaker: Speaker) -> bool:
    """Tell whether the workbook has ledgers that give any figure of an area's sentences."""
    return any(key in speaker.figures for each in area.sentences for key in each.named())


@dataclass(frozen=True, slots=True)
class _Told:
    """An area, and those of its sentences that hold."""

    area: Area
    sentences: tuple[Sentence, ...]

    @classmethod
    def of(cls, area: Area, speaker: Speaker) -> "_Told":
        return cls(area, tuple(each for each in area.sentences if each.holds(speaker.figures)))

    def of_part(self, part: Part) -> list[Sentence]:
        return [each for each in self.sentences if each.part is part]


def _opening(speaker: Speaker, told: Iterable[_Told], result: Result) -> tuple[Paragraph, ...]:
    said = [each for area in told for each in area.of_part(Part.OPENING)]
    period = result.book.period
    start, end, until = map(speaker.day, (period.start, period.end, result.book.as_of))
    words = speaker.say(
        f"本总结的统计期间为{start}至{end}，统计日期为{until}；数字都取自后勤台账，来源和算法附后。",
        f"This summary is about {start} to {end}, as of {until}; "
        "its figures come from the ledgers, as the annex says.",
    )
    return (*((speaker.paragraph(said),) if said else ()), (Piece(words),))


def _by_area(speaker: Speaker, told: Iterable[_Told], part: Part) -> list[Topic]:
    """Return one topic for each area that has something to say in a part."""
    said = [(each.area, sentences) for each in told if (sentences := each.of_part(part))]
    return [
        Topic(
            _numbered(speaker, number, area.title.of(speaker.lang)),
            (speaker.paragraph(sentences),),
        )
        for number, (area, sentences) in enumerate(said, 1)
    ]


def _numbered(speaker: Speaker, number: int, title: str) -> str:
    return speaker.say(f"（{chinese(number)}）{title}", f"({number}) {title}")


def chinese(number: int) -> str:
    """Return a number below 100 as Chinese writes it in headings."""
    tens, ones = divmod(number, 10)
    head = "" if not tens else "十" if tens == 1 else f"{DIGITS[tens - 1]}十"
    return head + (DIGITS[ones - 1] if ones else "")


def _done(speaker: Speaker, told: Iterable[_Told], silent: Sequence[Area]) -> Chapter:
    topics = _by_area(speaker, told, Part.DONE)
    title = _numbered(speaker, len(topics) + 1, speaker.say("其他工作", "Other work"))
    names = speaker.say("、", ", ").join(area.title.of(speaker.lang) for area in silent)
    words = speaker.say(
        f"工作簿中没有{names}方面的台账，如有工作请补写：",
        f"The workbook has no ledgers about {names}; what was done there: ",
    )
    other = Topic(title, ((Piece(words if silent else ""), speaker.gap()),))
    return Chapter(speaker.say("二、主要工作", "2. What was done"), (*topics, other))


def _results(speaker: Speaker, told: Iterable[_Told]) -> Chapter:
    topics = tuple(_by_area(speaker, told, Part.RESULT))
    gap = (Topic("", ((speaker.gap(),),)),)
    chapter = Chapter(speaker.say("三、工作成效", "3. Results"), topics or gap)
    figures = [each for each in speaker.figures.values() if each.target is not None]
    if not figures:
        return chapter
    caption = speaker.say("主要指标完成情况", "Main figures against their targets")
    return replace(chapter, caption=caption, table=targets_table(speaker, figures))


def _shortcomings(speaker: Speaker, told: Iterable[_Told], stated: Iterable[Paragraph]) -> Chapter:
    none = speaker.say("台账数据没有反映出未达标的事项。", "The ledgers show no shortcoming.")
    heading = speaker.say("四、存在问题", "4. Shortcomings")
    other = speaker.say("其他问题：", "Others: ")
    return _list(
        speaker, heading, [*_lines(speaker, told, Part.SHORTCOMING), *stated], (none, other)
    )


def _next_steps(speaker: Speaker, told: Iterable[_Told], stated: Iterable[Paragraph]) -> Chapter:
    heading = speaker.say("五、下一步打算", "5. Next steps")
    other = speaker.say("其他打算：", "Others: ")
    return _list(speaker, heading, [*_lines(speaker, told, Part.NEXT), *stated], ("", other))


def _lines(speaker: Speaker, told: Iterable[_Told], part: Part) -> list[Paragraph]:
    return [speaker.paragraph((each,)) for area in told for each in area.of_part(part)]


def _list(
    speaker: Speaker, heading: str, lines: Sequence[Paragraph], words: tuple[str, str]
) -> Chapter:
    """Return numbered lines, and a gap for what no ledger knows."""
    none, other = words
    numbered = [(Piece(f"{number}. "), *line) for number, line in enumerate(lines, 1)]
    nothing = [] if lines or not none else [(Piece(none),)]
    gap = (Piece(other), speaker.gap())
    return Chapter(heading, (Topic("", (*numbered, *nothing, gap)),))


def _signature(speaker: Speaker, result: Result) -> tuple[Paragraph, ...]:
    head = Piece(speaker.say("后勤负责人：", "Head of logistics: "))
    return ((head, speaker.gap()), (Piece(speaker.day(result.book.as_of)),))
