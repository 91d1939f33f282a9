"""The kinds of organisations."""

from __future__ import annotations

#: The kinds of organisations.
KINDS = (
    "party", "government", "village", "community", "enterprise", "media", "research", "service",
    "social", "alliance", "event", "other",
)  # fmt: skip
