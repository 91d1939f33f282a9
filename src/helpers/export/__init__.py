"""Export: charts to files with the data beneath them, the report page and the Word document."""

from helpers.export.figures import Exporter, save_figure
from helpers.export.report import write_report
from helpers.export.word import write_word

__all__ = ["Exporter", "save_figure", "write_report", "write_word"]
