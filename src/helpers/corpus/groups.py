"""The groups of tables that are built together, and what makes each of them stale."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import version

from helpers.corpus.config import CorpusConfig
from helpers.corpus.fingerprints import code_hash, digest
from helpers.corpus.rows import PARSED
from helpers.corpus.tables_evidence import EVIDENCE_TABLES
from helpers.corpus.writing import FORMATS, file_name


@dataclass(frozen=True, slots=True)
class Group:
    """Tables that are rebuilt together.

    Args:
        name: The name in the record of a build.
        tables: The tables.
        code: Files and folders under `helpers/` that make them.
        packages: Packages whose version changes what they hold.
        settings: Settings of corpus.toml that they depend on, resource files included.
        sources: Tables that they are made from; none means the raw files.
    """

    name: str
    tables: tuple[str, ...]
    code: tuple[str, ...]
    packages: tuple[str, ...] = ()
    settings: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()

    @property
    def files(self) -> tuple[str, ...]:
        """The names of the files that hold the tables."""
        return tuple(file_name(table, kind) for table in self.tables for kind in FORMATS)

    def fingerprint(
        self, config: CorpusConfig, inputs: dict[str, str], files: dict[str, dict[str, str]]
    ) -> str:
        """Return a hash of all that the tables are made from.

        Args:
            config: The settings.
            inputs: The hashes of the corpus's inputs.
            files: What is recorded of the files of the source tables.
        """
        raw = {key: value for key, value in inputs.items() if key.startswith("raw/")}
        return digest(
            {
                "inputs": {} if self.sources else raw,
                "sources": [files[file_name(name, "csv")]["sha256"] for name in self.sources],
                "settings": {
                    key: inputs.get(key) or str(getattr(config, key)) for key in self.settings
                },
                "code": code_hash(*SCHEMA, *self.code),
                "packages": {package: version(package) for package in self.packages},
                "corpus": config.name,
            }
        )


#: The code that every table passes through.
SCHEMA = (
    "corpus/schema.py",
    "corpus/columns.py",
    "corpus/tables.py",
    "corpus/tables_derived.py",
    "corpus/tables_evidence.py",
    "corpus/writing.py",
)
#: The code of the language stage that every derived table passes through.
_LANGUAGE = (
    "language/normalise.py",
    "language/plain.py",
    "parsing/script.py",
    "dictionary.py",
    "language/tsv.py",
    "language/resources/radicals.tsv",
    "corpus/words.py",
)

PARSED_GROUP = Group(
    "parsed",
    PARSED,
    (
        "dictionary.py",
        "reading",
        "parsing",
        "corpus/rows.py",
        "corpus/identity.py",
        "corpus/files.py",
        "corpus/sources.py",
        "corpus/corrected.py",
        "corpus/corrections.py",
        "corpus/corrections_apply.py",
        "corpus/corrections_lines.py",
    ),
    packages=("jieba", "lunar-python", "lxml", "opencc", "openpyxl"),
    settings=("paper", "corrections", "columns"),
)
TOKENS_GROUP = Group(
    "tokens",
    ("tokens",),
    (
        *_LANGUAGE,
        "language/segment.py",
        "language/lexicon.py",
        "language/resources/lexicon.tsv",
        "corpus/tokens.py",
    ),
    packages=("jieba", "opencc", "rjieba"),
    settings=("lexicon", "lexicon_mode"),
    sources=("paragraphs",),
)
THEMES_GROUP = Group(
    "themes",
    ("themes",),
    (
        *_LANGUAGE,
        "language/themes.py",
        "language/theme_lists.py",
        "language/resources/themes.tsv",
        "language/resources/theme_masks.tsv",
    ),
    packages=("ahocorasick-rs", "opencc"),
    settings=("themes", "themes_mode"),
    sources=("articles",),
)
EVIDENCE_GROUP = Group(
    "evidence",
    tuple(table.name for table in EVIDENCE_TABLES),
    (
        *_LANGUAGE,
        "language/segment.py",
        "language/resources/lexicon.tsv",
        "parsing/surnames.py",
        "parsing/words.py",
        "extraction",
        "corpus/evidence.py",
        "corpus/evidence_rows.py",
    ),
    packages=("jieba", "opencc", "rjieba"),
    settings=("paper", "county", "city", "province", "publishers", "gazetteer"),
    sources=("articles", "issues", "bylines"),
)
MISPRINTS_GROUP = Group(
    "misprints",
    ("misprints",),
    (
        *_LANGUAGE,
        "language/misprints.py",
        "language/misprinted_marks.py",
        "language/misprinted_words.py",
        "language/usage.py",
        "corpus/derived.py",
    ),
    packages=("ahocorasick-rs", "jieba", "opencc", "pypinyin"),
    sources=("articles", "tokens"),
)
REPRINTS_GROUP = Group(
    "reprints",
    ("reprints",),
    (*_LANGUAGE, "language/fingerprint.py", "language/reprints.py", "corpus/derived.py"),
    packages=("opencc",),
    sources=("articles",),
)
#: Every group, each after those that it is made from.
GROUPS = (
    PARSED_GROUP,
    TOKENS_GROUP,
    THEMES_GROUP,
    EVIDENCE_GROUP,
    MISPRINTS_GROUP,
    REPRINTS_GROUP,
)
