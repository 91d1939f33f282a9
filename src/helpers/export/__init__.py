"""Export: charts to files with the data beneath them, the report page and the Word document."""

from helpers.export.differences import differences_page
from helpers.export.figures import Exporter, save_figure
from helpers.export.linked import linked
from helpers.export.rawpage import raw_page, raw_page_file, save_raw_pages
from helpers.export.report import write_report
from helpers.export.word import write_word

__all__ = [
    "Exporter",
    "differences_page",
    "linked",
    "raw_page",
    "raw_page_file",
    "save_figure",
    "save_raw_pages",
    "write_report",
    "write_word",
]
