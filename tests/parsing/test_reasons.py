from __future__ import annotations

import re

import pytest

from helpers.parsing.around import look_around
from helpers.parsing.decode import marks_of
from helpers.parsing.features import Seen
from helpers.parsing.prepare import look_at
from helpers.parsing.reasons import MOST, doubt, tell
from helpers.parsing.states import FURNITURE, HEAD, SLOGAN, STATES

RE_SHAPE = re.compile(r"^[a-z ]+: .+ \([01]\.\d\d(?:; [a-z ]+ [01]\.\d\d)?\)$")


@pytest.mark.parametrize(
    ("certainty", "rival", "written"),
    [
        (1.0, None, "(1.00)"),
        (0.624, (SLOGAN, 0.301), "(0.62; slogan 0.30)"),
        (0.0, (HEAD, 1.0), "(0.00; headline 1.00)"),
    ],
)
def test_doubt(certainty: float, rival: tuple[int, float] | None, written: str) -> None:
    assert doubt(certainty, rival) == written


def test_a_reason_names_what_speaks_for_it() -> None:
    sheet = look_at(["三座水站换了新泵", "— 3 —"])
    look_around(sheet)
    marks, names = marks_of(sheet.seen), sheet.seen.names()
    assert "page number" in tell(marks, [HEAD, FURNITURE])[1]
    for state, name in enumerate(STATES):
        text = f"{tell(marks, [state, state])[0]} {doubt(0.5, (FURNITURE, 0.4))}"
        assert RE_SHAPE.match(text), text
        assert text.startswith(f"{name}: ")
        told = text[len(name) + 2 : text.rindex(" (")]
        if told != "what stands around it":
            assert set(told.split(", ")) <= set(names[0])
            assert len(told.split(", ")) <= MOST


def test_a_line_without_a_known_feature_is_known_by_its_neighbours() -> None:
    assert tell(marks_of(Seen(1)), [HEAD]) == ["headline: what stands around it"]
