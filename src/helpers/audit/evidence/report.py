"""All measures of evidence against one key or several, and the table that shows them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from helpers.audit.evidence.checks import score_checks
from helpers.audit.evidence.figures import score_figures
from helpers.audit.evidence.initiatives import score_initiatives
from helpers.audit.evidence.key import EvidenceKey
from helpers.audit.evidence.measure import Score
from helpers.audit.evidence.people import score_people
from helpers.audit.evidence.places import score_places
from helpers.audit.evidence.themes import score_main_themes
from helpers.audit.evidence.voices import score_voices
from helpers.audit.evidence.wording import score_wording
from helpers.extraction.people import find_people
from helpers.extraction.places import Gazetteer

#: The measures shown: name of a score, what it is called, whether it is a share of what agrees
#: elsewhere (then precision says nothing).
SHOWN: tuple[tuple[str, str, bool], ...] = (
    ("named people", "people with a name", False),
    ("title", "… their title", True),
    ("category", "… their category", True),
    ("places", "places", False),
    ("organisations", "organisations", False),
    ("places and organisations", "places and organisations", False),
    ("quotations", "direct speech", False),
    ("speaker", "… its speaker", True),
    ("speaker category", "… the speaker's category", True),
    ("figures", "figures, value and unit right", False),
    ("figures.kind", "… their kind", True),
    ("checks", "checks that are stated", True),
    ("verdict", "… their verdict", True),
    ("initiatives", "programmes", False),
    ("quoted_coinage", "quoted coinages", False),
    ("numeric_abbreviation", "number-slogans", False),
    ("main theme", "main theme", True),
)


def _voices(key: EvidenceKey) -> list[Score]:
    """Score speech end to end: persons as found, not as the key has them."""
    return [
        score if score.measure != "category" else _named("speaker category", score)
        for score in score_voices(key, find_people)
    ]


def _named(measure: str, score: Score) -> Score:
    return Score(measure, score.hits, score.missed, score.wrong)


#: The tables of a key and what measures the finds against them.
_MEASURES: tuple[tuple[str, Callable[[EvidenceKey], list[Score]]], ...] = (
    ("people", score_people),
    ("quotations", _voices),
    ("figures", score_figures),
    ("checks", score_checks),
    ("initiatives", score_initiatives),
    ("coinages", score_wording),
    ("themes", score_main_themes),
)


def measure_key(key: EvidenceKey, gazetteer: Gazetteer | None = None) -> dict[str, Score]:
    """Run every finder on the articles of a key => scores by name, of the tables that it has.

    Args:
        key: The key.
        gazetteer: The corpus's own, if the places are to be found with its help.
    """
    found: dict[str, Score] = {}
    for table, measure in _MEASURES:
        if key.rows.get(table):
            found.update((score.measure, score) for score in measure(key))
    if key.rows.get("places"):
        found.update((score.measure, score) for score in score_places(key, gazetteer))
    return found


def pool(scores: Iterable[Mapping[str, Score]]) -> dict[str, Score]:
    """Put the scores of several keys together: hits, misses and wrong finds are added up."""
    pooled: dict[str, Score] = {}
    for one in scores:
        for name, score in one.items():
            other = pooled.get(name, Score(name, 0))
            pooled[name] = Score(
                name,
                other.hits + score.hits,
                other.missed + score.missed,
                other.wrong + score.wrong,
            )
    return pooled


def markdown(columns: Mapping[str, Mapping[str, Score]]) -> str:
    """Return the table of measures: F1 with precision and recall, or a share with its number."""
    heads = list(columns)
    lines = [
        "| | " + " | ".join(heads) + " |",
        "| --- | " + " | ".join("---" for _ in heads) + " |",
    ]
    for measure, name, share in SHOWN:
        if any(measure in scores for scores in columns.values()):
            cells = [_cell(columns[head].get(measure), share) for head in heads]
            lines.append(f"| {name} | " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def _cell(score: Score | None, share: bool) -> str:
    """Write one score: .97 (.98 / .96), or for a share .95 of 40."""
    if score is None:
        return ""
    asked = score.hits + len(score.missed)
    if share:
        return f"{_short(score.recall)} of {asked}" if asked else ""
    return f"{_short(score.f1)} ({_short(score.precision)} / {_short(score.recall)})"


def _short(number: float) -> str:
    return f"{number:.2f}".removeprefix("0")


def lines(scores: Mapping[str, Score]) -> Sequence[str]:
    """Return the measures as lines for a terminal."""
    out = [f"{'':34}{'F1':>6}{'prec.':>7}{'recall':>8}{'asked':>7}"]
    for measure, name, share in SHOWN:
        score = scores.get(measure)
        if score is None:
            continue
        asked = score.hits + len(score.missed)
        first = f"{score.f1:6.3f}{score.precision:7.3f}" if not share else " " * 13
        out.append(f"{name:34}{first}{score.recall:8.3f}{asked:7}")
    return out
