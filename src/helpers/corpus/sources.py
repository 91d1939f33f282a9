"""What is read together: a file, the pages of one folder, the loose pages of a corpus."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from helpers.corpus.config import CorpusConfig
from helpers.corpus.files import folder_of, is_page, raw_files
from helpers.errors import InputError
from helpers.reading.model import RawIssue


@dataclass(frozen=True, slots=True)
class Source:
    """Files that are read together; `name` is that of a file or folder under the raw folder."""

    name: str
    folder: Path
    paths: tuple[Path, ...]
    pages: bool = False

    @property
    def size(self) -> int:
        """How many bytes it has."""
        return sum(path.stat().st_size for path in self.paths)

    def issues(
        self, columns: Mapping[str, str], *, problems: Callable[[InputError], None]
    ) -> Iterator[tuple[str, RawIssue]]:
        """Yield (name under the raw folder, issue); one bad page or row goes to `problems`.

        Raises:
            InputError: Nothing of the source can be used.
        """
        from helpers.reading import read_issues
        from helpers.reading.html_issues import read_pages

        if not self.pages:
            for raw in read_issues(self.paths[0], columns, problems=problems):
                yield self.name, raw
            return
        together = self.folder / self.name if self.name else None
        for raw in read_pages(self.paths, name=together, problems=problems):
            yield raw.path.relative_to(self.folder).as_posix(), raw

    def file_of(self, error: InputError) -> str:
        """Return the file that an error is about, as the tables name it."""
        if error.file is not None and error.file.is_relative_to(self.folder):
            return error.file.relative_to(self.folder).as_posix()
        return self.name


def sources(files: Mapping[str, Path], folder: Path) -> list[Source]:
    """Return what is read together among the files of a corpus, in the order of their names.

    Args:
        files: Name under the raw folder → file.
        folder: The raw folder.
    """
    groups: dict[str, list[Path]] = {}
    out: list[Source] = []
    for name, path in files.items():
        if is_page(name):
            groups.setdefault(folder_of(name), []).append(path)
        else:
            out.append(Source(name, folder, (path,)))
    out += [Source(name, folder, tuple(paths), pages=True) for name, paths in groups.items()]
    return sorted(out, key=lambda source: source.name)


def read_again(config: CorpusConfig) -> Iterator[tuple[str, RawIssue]]:
    """Yield every issue of a corpus as it is read now, with its name; what cannot be is left out.

    Raises:
        InputError: The corpus holds no issue.
    """
    for source in sources(raw_files(config), config.folder):
        try:
            yield from source.issues(config.columns, problems=lambda _: None)
        except InputError:
            continue
