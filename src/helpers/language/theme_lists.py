"""The word lists behind the themes: terms with weights, masks, and names to show."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from helpers.language.tsv import RESOURCES, one_of, read_rows

#: The themes of the built-in dictionary, with their Chinese and English names, in the order
#: that decides between equal scores.
NAMES = {
    "digital_governance": ("数字治理", "Digital governance"),
    "land_acquisition": ("土地征收", "Land acquisition"),
    "party_building": ("党的建设", "Party building"),
    "property_management": ("物业管理", "Property management"),
    "urban_renewal": ("城市更新", "Urban renewal"),
    "rural_development": ("乡村发展", "Rural development"),
    "water_supply": ("供水", "Water supply"),
    "environment": ("生态环境", "Environment"),
    "community_life": ("社区生活", "Community life"),
    "culture": ("文化", "Culture"),
    "public_health": ("公共卫生", "Public health"),
}
THEMES = tuple(NAMES)
#: What an article has for its main theme when no theme passes the threshold.
OTHER = "other"
OTHER_NAMES = ("其他", "Other")

LANGUAGES = ("zh", "en")
WEIGHTS = ("1", "2", "3")
COLUMNS = ("theme", "term", "weight", "reason")


@dataclass(frozen=True, slots=True)
class ThemeTerm:
    """One term of one theme: 3 names the theme, 2 is a matter of it, 1 stands beside it."""

    theme: str
    term: str
    weight: int
    reason: str


def theme_names(language: str = "en") -> dict[str, str]:
    """Return the names of the built-in themes and of `OTHER`, to show: land_acquisition → 土地征收.

    Args:
        language: zh or en.

    Raises:
        ValueError: If there are no names in that language.
    """
    if language not in LANGUAGES:
        raise ValueError(f"language must be one of {', '.join(LANGUAGES)}, not {language!r}")
    place = LANGUAGES.index(language)
    return {theme: names[place] for theme, names in {**NAMES, OTHER: OTHER_NAMES}.items()}


def read_themes(path: Path) -> tuple[ThemeTerm, ...]:
    """Read one theme file: columns theme, term, weight, reason, parted by tabs.

    Raises:
        InputError: If the file cannot be read, or a line lacks a column, repeats a term of its
            theme, has no theme or term, or has a weight that is not 1, 2 or 3.
    """
    return tuple(
        ThemeTerm(
            theme,
            term,
            int(one_of(weight, WEIGHTS, what="weight", file=path, line=line)),
            reason,
        )
        for line, (theme, term, weight, reason) in read_rows(path, COLUMNS, key=("theme", "term"))
    )


@cache
def built_in_terms() -> tuple[ThemeTerm, ...]:
    """Read the built-in theme terms once."""
    return read_themes(RESOURCES / "themes.tsv")


@cache
def built_in_masks() -> tuple[str, ...]:
    """Read the masks once: longer expressions that contain a term but not its theme."""
    rows = read_rows(RESOURCES / "theme_masks.tsv", ("term", "reason"), key=("term",))
    return tuple(term for _, (term, _) in rows)
