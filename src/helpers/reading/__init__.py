"""Reading: bytes to lines of text, encoding known and nothing else changed."""

from helpers.reading.issue import read_issue, read_issues
from helpers.reading.model import Hint, RawIssue

__all__ = ["Hint", "RawIssue", "read_issue", "read_issues"]
