"""Boxes moved apart and labels beside points: what is said to be free of overlaps is."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.charts.placing import Box, beside, meet, part

SIZES = st.tuples(st.floats(0.05, 1.2), st.floats(0.05, 0.4))
SPOTS = st.tuples(st.floats(0, 6), st.floats(0, 4))


def box(centre, size) -> Box:
    (x, y), (wide, tall) = centre, size
    return (x - wide / 2, y - tall / 2, x + wide / 2, y + tall / 2)


@settings(max_examples=25)
@given(st.lists(st.tuples(SPOTS, SIZES), min_size=1, max_size=18))
def test_boxes_are_parted_or_there_is_no_room(boxes) -> None:
    centres, sizes = (np.array(values) for values in zip(*boxes, strict=True))
    found = part(centres, sizes, width=6, height=4)
    if found is None:
        assert len(boxes) > 3
        return
    placed = [box(c, s) for c, s in zip(found, sizes, strict=True)]
    assert not any(meet(a, b) for i, a in enumerate(placed) for b in placed[:i])
    assert min(p[0] for p in placed) >= -1e-9
    assert max(p[3] for p in placed) <= 4 + 1e-9


def test_boxes_at_one_place_are_parted_and_too_many_are_refused() -> None:
    same, sizes = np.full((12, 2), 3.0), np.full((12, 2), 0.5)
    found = part(same, sizes, width=6, height=6)
    assert found is not None
    assert len({tuple(spot) for spot in found.round(3)}) == 12
    assert part(np.full((200, 2), 3.0), np.full((200, 2), 0.5), width=6, height=6) is None


def test_boxes_that_do_not_meet_stay_where_they_are() -> None:
    centres = np.array([[1.0, 1.0], [3.0, 1.0]])
    found = part(centres, np.full((2, 2), 0.5), width=6, height=4)
    assert found is not None
    assert np.abs(found - centres).max() < 1e-4


@settings(max_examples=25)
@given(st.lists(st.tuples(SPOTS, SIZES), min_size=1, max_size=18))
def test_labels_lie_over_no_other_and_no_point(boxes) -> None:
    points, sizes = (np.array(values) for values in zip(*boxes, strict=True))
    radii = np.full(len(points), 0.04)
    found = beside(points, sizes, radii=radii, width=6, height=4)
    placed = [box(c, s) for c, s in zip(found, sizes, strict=True) if c is not None]
    assert not any(meet(a, b) for i, a in enumerate(placed) for b in placed[:i])
    marks = [box(p, (0.08, 0.08)) for p in points]
    assert not any(meet(a, b) for a in placed for b in marks)


def test_a_lone_label_stands_right_of_its_point() -> None:
    found = beside(
        np.array([[1.0, 1.0]]), np.array([[0.6, 0.2]]), radii=np.array([0.04]), width=6, height=4
    )
    assert found[0] is not None
    assert found[0][0] > 1.3
    assert found[0][1] == 1.0
