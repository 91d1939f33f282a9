"""Features of all lines in one table."""

from __future__ import annotations

import numpy as np

from helpers.parsing import catalogue
from helpers.parsing.features import Seen, feature_names, slots
from helpers.parsing.weights import weights


def test_every_weight_has_its_feature() -> None:
    assert weights().rows.keys() <= set(feature_names())


def test_features_are_numbered_through_the_slots_and_named_in_one_of_them() -> None:
    assert [name for slot in slots() for name in slot.names] == list(feature_names())
    assert sum(len(set(slot.names)) for slot in slots()) == len(set(feature_names()))
    assert [slot.row for slot in slots()] == list(range(len(slots())))


def test_a_line_has_one_feature_of_a_slot() -> None:
    seen = Seen(3)
    seen.put(catalogue.DATE, np.array([0, 2]), 1)
    seen.put(catalogue.DATE, np.array([True, False, False]))
    seen.put(catalogue.SIGNATURE, 2)
    assert seen.names() == [["date alone"], [], ["signature", "date in it"]]
    assert seen.has(catalogue.DATE, 1).tolist() == [False, False, True]


def test_levels_below_zero_are_no_feature() -> None:
    seen = Seen(3)
    seen.put_levels(catalogue.DATE, np.array([1, -1, 0]))
    seen.put_levels(catalogue.SIGNATURE, np.array([0, -1]), np.array([1, 2]))
    assert seen.names() == [["date in it"], ["signature"], ["date alone"]]
