"""Hand labels of themes, read from a table that coders filled in."""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterable, Iterator, Mapping
from io import StringIO
from pathlib import Path
from typing import Any

import pandas as pd

from helpers.errors import InputError
from helpers.language.theme_lists import OTHER

#: What a file of labels must have. A fourth column, `sure`, is read if there.
REQUIRED = ("article_id", "theme", "coder")
COLUMNS = (*REQUIRED, "sure")
Key = tuple[str, str, str]
SURE = {"": True, "yes": True, "no": False}


def read_labels(
    path: Path,
    *,
    themes: Collection[str] | None = None,
    articles: Collection[str] | None = None,
) -> pd.DataFrame:
    """Read hand labels from a CSV file.

    One row for each theme that a coder gave an article. An article that a coder read and gave no
    theme has a row with the theme `other`: only so is it known to have been read.

    Args:
        path: A UTF-8 file with the columns article_id, theme, coder and, if wanted, sure ('no': the
            theme may be argued for, so giving it counts neither way).
        themes: The themes that there are, besides `other`; any when not given.
        articles: The articles that there are; any when not given.

    Returns:
        article_id, theme, coder, sure (True or False).

    Raises:
        InputError: The file cannot be read or a line of it is wrong; file, line and remedy named.
    """
    rows = _rows(path)
    header = [name.strip() for name in next(rows, (0, [""]))[1]]
    missing = [name for name in REQUIRED if name not in header]
    if missing:
        raise InputError(
            f"the header has no column {missing[0]!r}",
            file=path,
            line=1,
            remedy="begin the file with article_id,theme,coder",
        )
    if twice := [name for name in header if header.count(name) > 1]:
        raise InputError(
            f"two columns are called {twice[0]!r}", file=path, line=1, remedy="rename one of them"
        )
    known = frozenset(themes) | {OTHER} if themes is not None else None
    ids = frozenset(articles) if articles is not None else None
    found: list[tuple[str, str, str, bool]] = []
    seen: dict[Key, tuple[int, bool]] = {}
    for line, cells in rows:
        if len(cells) != len(header):
            raise InputError(
                f"there are {len(cells)} cells under {len(header)} columns",
                file=path,
                line=line,
                remedy="give each line a cell for every column; quote a cell that has a comma",
            )
        row = {name: cell.strip() for name, cell in zip(header, cells, strict=True)}
        _check(row, known, ids, path, line)
        key = row["article_id"], row["theme"], row["coder"]
        sure = SURE[row.get("sure", "").lower()]
        if key in seen:
            raise InputError(
                f"{row['coder']} gave {row['article_id']} the theme {row['theme']} twice, first on "
                f"line {seen[key][0]}",
                file=path,
                line=line,
                remedy="keep one of the two lines",
            )
        seen[key] = line, sure
        found.append((*key, sure))
    _check_others(seen, path)
    frame = pd.DataFrame(found, columns=list(COLUMNS))
    return frame.astype({**dict.fromkeys(REQUIRED, "str"), "sure": "bool"})


def labels_of_key(key: Iterable[Mapping[str, Any]], *, coder: str = "key") -> pd.DataFrame:
    """Turn a key in JSON (`themes.json`: article, themes, optional) into labels of one coder.

    {'article': 'a1', 'themes': ['culture'], 'optional': ['environment']} => a1 culture sure, a1
    environment not sure. An article without a theme is labelled `other`.
    """
    rows = []
    for entry in key:
        sure, unsure = (list(entry.get(name, ())) for name in ("themes", "optional"))
        rows += [(entry["article"], theme, coder, True) for theme in sure or [OTHER]]
        rows += [(entry["article"], theme, coder, False) for theme in unsure if theme != OTHER]
    frame = pd.DataFrame(rows, columns=list(COLUMNS))
    return frame.drop_duplicates(list(REQUIRED), ignore_index=True).astype(
        {**dict.fromkeys(REQUIRED, "str"), "sure": "bool"}
    )


def _rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Yield the lines that hold something, with their numbers."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise InputError(
            "the labels cannot be read", file=path, remedy="check that the file is there"
        ) from error
    except UnicodeDecodeError as error:
        raise InputError(
            "the labels are not in UTF-8",
            file=path,
            remedy="save the table as 'CSV UTF-8' in the spreadsheet",
        ) from error
    reader = csv.reader(StringIO(text, newline=""), strict=True)
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield reader.line_num, cells
    except csv.Error as error:
        raise InputError(
            f"the line is no CSV: {error}",
            file=path,
            line=reader.line_num,
            remedy="close every quotation mark, and double one that stands inside a cell",
        ) from error


def _check(
    row: dict[str, str],
    themes: frozenset[str] | None,
    articles: frozenset[str] | None,
    path: Path,
    line: int,
) -> None:
    empty = [name for name in REQUIRED if not row[name]]
    if empty:
        raise InputError(f"the {empty[0]} is empty", file=path, line=line, remedy="fill it in")
    if themes is not None and row["theme"] not in themes:
        raise InputError(
            f"{row['theme']} is not a theme of the dictionary",
            file=path,
            line=line,
            remedy="use one of " + ", ".join(sorted(themes)),
        )
    if articles is not None and row["article_id"] not in articles:
        raise InputError(
            f"there is no article {row['article_id']}",
            file=path,
            line=line,
            remedy="take article_id from the table articles",
        )
    if row.get("sure", "").lower() not in SURE:
        raise InputError(
            f"sure is {row['sure']!r}", file=path, line=line, remedy="write yes, no or nothing"
        )


def _check_others(seen: Mapping[Key, tuple[int, bool]], path: Path) -> None:
    """Check that no coder says of one article both that it has a theme and that it has none."""
    themed = {(key[0], key[2]) for key, (_, sure) in seen.items() if sure and key[1] != OTHER}
    for (article, theme, coder), (line, _) in seen.items():
        if theme == OTHER and (article, coder) in themed:
            raise InputError(
                f"{coder} gave {article} a theme and {OTHER} as well",
                file=path,
                line=line,
                remedy=f"keep {OTHER} only where there is no theme",
            )
