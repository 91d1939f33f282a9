"""The tables of evidence of a corpus: what is found in each article, and what all of them tell."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from helpers.corpus.config import CorpusConfig
from helpers.corpus.evidence_rows import NAMES, Rows, add_initiative, add_rows, check_row, to_table
from helpers.extraction.checks.across import find_across
from helpers.extraction.document import Setting, read_documents
from helpers.extraction.evidence import Evidence, find_evidence
from helpers.extraction.initiatives import find_initiatives
from helpers.extraction.people.linking import link_people
from helpers.extraction.places import infer_setting, read_gazetteer

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

    from helpers.extraction.document import Document
    from helpers.extraction.figures.figure import Figure
    from helpers.extraction.people import Person
    from helpers.extraction.places import Organisation, PlaceName

#: Rows of so many articles are held at once; as columns they take a tenth of the memory.
TOGETHER = 512
#: Tables whose rows stand in the order of the articles from the first; checks are sorted at last.
SETTLED = tuple(name for name in NAMES if name != "checks")


def evidence_tables(
    articles: pd.DataFrame, issues: pd.DataFrame, bylines: pd.DataFrame, config: CorpusConfig
) -> dict[str, pa.Table]:
    """Return the tables of evidence of a corpus.

    Args:
        articles: The table `articles`.
        issues: The table `issues`.
        bylines: The table `bylines`.
        config: The settings of the corpus.

    Raises:
        InputError: The corpus's gazetteer cannot be used.
    """
    documents = read_documents(articles, issues, bylines)
    gazetteer = read_gazetteer(config.gazetteer) if config.gazetteer is not None else None
    publishers = [*config.publishers, *issues["publisher"].dropna().unique().tolist()]
    setting = infer_setting(documents, setting_of(config, issues), publishers)
    gathered = _Gathered()
    for evidence in find_evidence(documents, setting, gazetteer=gazetteer):
        gathered.add(evidence)
    gathered.compare(documents, setting)
    return {name: gathered.table(name) for name in NAMES}


def setting_of(config: CorpusConfig, issues: pd.DataFrame) -> Setting:
    """Return what the settings and the mastheads say of the county."""
    printed = issues["paper"].dropna()
    paper = config.paper or (str(printed.iloc[0]) if len(printed) else None)
    return Setting(paper, config.county, config.city, config.province)


@dataclass(slots=True)
class _Gathered:
    """The tables as they grow, and the finds that articles are compared by, by article_id."""

    rows: Rows = field(default_factory=lambda: {name: [] for name in NAMES})
    parts: dict[str, list[pa.Table]] = field(default_factory=lambda: {name: [] for name in NAMES})
    figures: dict[str, list[Figure]] = field(default_factory=dict)
    places: dict[str, list[PlaceName]] = field(default_factory=dict)
    organisations: dict[str, list[Organisation]] = field(default_factory=dict)
    people: dict[str, list[Person]] = field(default_factory=dict)
    speech: dict[str, set[tuple[str, int, int]]] = field(default_factory=dict)

    def add(self, evidence: Evidence) -> None:
        """Add the finds of one article."""
        add_rows(self.rows, evidence)
        article = evidence.document.article_id
        self.figures[article] = evidence.figures
        self.places[article] = evidence.places
        self.organisations[article] = evidence.organisations
        self.people[article] = evidence.people
        self.speech[article] = {(q.field, q.start, q.end) for q in evidence.quotations}
        if len(self.figures) % TOGETHER == 0:
            self.settle(SETTLED)

    def compare(self, documents: list[Document], setting: Setting) -> None:
        """Add what several articles tell together: programmes, figures that come back."""
        initiatives = find_initiatives(
            documents,
            setting,
            figures=self.figures,
            places=self.places,
            organisations=self.organisations,
            people=self.people,
            speech=self.speech,
        )
        for initiative in initiatives:
            add_initiative(self.rows, initiative)
        across = find_across(documents, self.figures, self.places, initiatives)
        rows = self.rows
        rows["checks"] += [check_row(one.articles[0], one.check, one.articles) for one in across]
        # In the order of the corpus, as every other table is.
        order = {document.article_id: place for place, document in enumerate(documents)}
        rows["initiatives"].sort(key=lambda row: (order[row["article_id"]], row["start"]))
        rows["checks"].sort(key=lambda row: order[row["article_id"]])
        self.settle(NAMES)

    def settle(self, names: Iterable[str]) -> None:
        """Turn the rows that are held of some tables into columns."""
        for name in names:
            if self.rows[name]:
                self.parts[name].append(to_table(name, self.rows[name]))
                self.rows[name] = []

    def table(self, name: str) -> pa.Table:
        """Return a table; people are told apart throughout the corpus."""
        import pandas as pd
        import pyarrow as pa

        table = pa.concat_tables([*self.parts[name], to_table(name, [])])
        if name == "people" and table.num_rows:
            place = table.schema.get_field_index("person")
            who = link_people(pd.DataFrame(table.to_pydict()))["person"]
            column = pa.array(who.tolist(), table.schema.field(place).type)
            table = table.set_column(place, table.schema.field(place), column)
        return table
