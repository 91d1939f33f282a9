"""Fixtures for every test: where the real issues and corpora are, or a loud skip."""

from __future__ import annotations

import os
import warnings
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

#: HYPOTHESIS_PROFILE=thorough: many examples for the tests that name no number of their own.
settings.register_profile(
    "thorough",
    max_examples=10_000,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.register_profile("moderate", max_examples=100, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "moderate"))

REPOSITORY = Path(__file__).resolve().parents[1]
#: The real issues lie beside the checkout, never in it: newspapers are in copyright.
SHARED = Path(os.environ.get("HELPERS_SHARED", REPOSITORY.parent / "shared"))


@pytest.fixture(scope="session")
def repository() -> Path:
    return REPOSITORY


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real issues and corpora; its tests skip without it, but fail under CI."""
    if not (SHARED / "issues").is_dir():
        if os.environ.get("CI"):
            pytest.fail("../shared is missing under CI: the tests on real issues must run there")
        warnings.warn("SKIPPED: ../shared is not there, so no real issue was tested", stacklevel=1)
        pytest.skip("../shared is not there: the tests on real issues did not run")
    return SHARED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say at the end, in words nobody overlooks, when the real issues were not tested."""
    if not (SHARED / "issues").is_dir():
        terminalreporter.write_sep("!", "real issues NOT tested: ../shared is not there", red=True)
