"""The curve from certainty to confidence, fitted to articles whose outcome is known."""

from __future__ import annotations

import numpy as np
import pytest

from helpers.audit.calibrating import Outcome, cross_validated, fit_curve, write_table
from helpers.audit.reliability import calibration_error, chance_error, reliability
from helpers.parsing.confidence import parse_table


def drawn(n: int, papers: int = 6) -> list[Outcome]:
    """Articles that are exact with the square of their certainty as probability."""
    draw = np.random.default_rng(1)
    certain = draw.random(n)
    exact = draw.random(n) < certain**2
    return [
        Outcome(f"p{i % papers}", float(c), bool(e))
        for i, (c, e) in enumerate(zip(certain, exact, strict=True))
    ]


def test_too_much_certainty_is_corrected_on_papers_not_fitted_to() -> None:
    outcomes = drawn(900)
    raw = calibration_error(reliability([(o.certainty, o.exact) for o in outcomes]))
    mended = calibration_error(reliability(cross_validated(outcomes)))
    assert raw > 0.1
    assert mended < raw / 2


def test_a_curve_never_falls_with_certainty() -> None:
    # Here the certain ones are wrong: the curve may be flat, not turned round.
    outcomes = [Outcome("p", c, c < 0.5) for c in np.linspace(0.01, 1, 100)]
    curve = fit_curve(outcomes)
    assert curve(1.0) == pytest.approx(curve(0.1), abs=0.05)
    assert curve(1.0) >= curve(0.1)


def test_the_table_says_what_the_curve_says() -> None:
    curve = fit_curve(drawn(300))
    x, y = parse_table(write_table(curve))
    assert len(x) == len(y) > 10
    assert float(np.interp(x[3], x, y)) == pytest.approx(curve(0.96), abs=0.001)


def test_chance_alone_shows_less_error_the_more_articles_there_are() -> None:
    few, many = [(0.7, True)] * 10, [(0.7, True)] * 1000
    assert chance_error(few) > 3 * chance_error(many) > 0
    assert chance_error([(1.0, False)]) == chance_error([]) == 0.0
