from __future__ import annotations

import re

import pytest

from helpers.parsing.around import look_around
from helpers.parsing.prepare import look_at
from helpers.parsing.reasons import MOST, doubt, reason
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
    lines = look_at(["三座水站换了新泵", "— 3 —"])
    look_around(lines)
    assert "page number" in reason(lines[1], FURNITURE, 0.99)
    for state, name in enumerate(STATES):
        text = reason(lines[0], state, 0.5, (FURNITURE, 0.4))
        assert RE_SHAPE.match(text), text
        assert text.startswith(f"{name}: ")
        told = text[len(name) + 2 : text.rindex(" (")]
        if told != "what stands around it":
            assert set(told.split(", ")) <= set(lines[0].features)
            assert len(told.split(", ")) <= MOST


def test_a_line_without_a_known_feature_is_known_by_its_neighbours() -> None:
    (line,) = look_at(["甲"])
    line.features = ["never seen before"]
    assert reason(line, HEAD, 0.9) == "headline: what stands around it (0.90)"
