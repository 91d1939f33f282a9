"""One raw issue through the parser, with all that its source says of its lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.corpus.rows import REPORT_IT, TextLostError

if TYPE_CHECKING:
    from helpers.parsing.model import ParsedIssue
    from helpers.reading.model import RawIssue


def parse_raw(raw: RawIssue) -> ParsedIssue:
    """Parse an issue as read.

    Raises:
        TextLostError: The parser lost or invented a line: its fault, not the input's.
    """
    from helpers.parsing import AccountError, parse_issue

    try:
        return parse_issue(raw.lines, raw.hints, raw.known)
    except AccountError as error:
        raise TextLostError(str(error), file=raw.path, remedy=REPORT_IT) from error
