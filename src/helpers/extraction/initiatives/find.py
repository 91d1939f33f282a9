"""The programmes of a corpus: found in each article, put together across articles and issues."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from helpers.extraction.document import Document, Setting
from helpers.extraction.figures.figure import Figure
from helpers.extraction.figures.find import find_figures
from helpers.extraction.initiatives.attributes import describe
from helpers.extraction.initiatives.candidate import Candidate
from helpers.extraction.initiatives.forms import find_forms
from helpers.extraction.initiatives.headed import find_headed
from helpers.extraction.initiatives.initiative import Initiative, Kind, Mention
from helpers.extraction.initiatives.introduced import find_introduced
from helpers.extraction.initiatives.linking import RE_MARKS, Group, echoes, group
from helpers.extraction.initiatives.quoted import find_quoted
from helpers.extraction.people import Person, find_people
from helpers.extraction.places import Names, find_organisations, find_places
from helpers.extraction.places.rows import Organisation, PlaceName
from helpers.extraction.voices import find_quotations

#: Organisations that do not begin the names of programmes, as works and shops do.
OFFICES = frozenset(("party", "government", "village", "community", "media", "social"))
#: What counts as an organisation and is a programme all the same.
NAMED_SO = frozenset(("event", "alliance"))
#: A programme's candidates must weigh this much together, one mention at least 2.
ENOUGH = 2


def find_initiatives(
    documents: Sequence[Document],
    setting: Setting,
    *,
    figures: Mapping[str, Sequence[Figure]] | None = None,
    places: Mapping[str, Sequence[PlaceName]] | None = None,
    organisations: Mapping[str, Sequence[Organisation]] | None = None,
    people: Mapping[str, Sequence[Person]] | None = None,
    speech: Mapping[str, Collection[tuple[str, int, int]]] | None = None,
) -> list[Initiative]:
    """Find the programmes that the articles of a corpus name, in the order of first mention.

    Args:
        documents: All articles, in the order of the corpus.
        setting: The county.
        figures: Figures by article id; None finds them.
        places: Places by article id; None finds them.
        organisations: Organisations by article id; None finds them.
        people: Persons by article id; None finds them.
        speech: Spans (field, start, end) of direct speech by article id; None finds them.
    """
    if people is None:
        people = {d.article_id: find_people(d) for d in documents}
    if places is None or organisations is None:
        names = Names.learn(documents, setting)
        places = {d.article_id: find_places(d, setting, names=names) for d in documents}
        organisations = {
            d.article_id: find_organisations(d, setting, places[d.article_id], names)
            for d in documents
        }
    found = {
        d.article_id: find_candidates(
            d,
            None if speech is None else speech.get(d.article_id, ()),
            organisations.get(d.article_id, ()),
            places.get(d.article_id, ()),
            people.get(d.article_id, ()),
        )
        for d in documents
    }
    groups = [one for one in group(found, documents) if _is_programme(one)]
    initiatives = _mentioned(groups, documents)
    if figures is None:
        figures = {d.article_id: find_figures(d, setting) for d in documents}
    return describe(initiatives, documents, figures, places, organisations)


def find_candidates(
    document: Document,
    speech: Collection[tuple[str, int, int]] | None = None,
    organisations: Sequence[Organisation] = (),
    places: Sequence[PlaceName] = (),
    people: Sequence[Person] = (),
) -> list[Candidate]:
    """Find what may be the name of a programme in an article, each character once.

    Args:
        document: The article.
        speech: Spans (field, start, end) of its direct speech; None finds them.
        organisations: Its organisations.
        places: Its places.
        people: Its persons.
    """
    if speech is None:
        speech = {(q.field, q.start, q.end) for q in find_quotations(document, ())}
    found: list[Candidate] = []
    for field, text in document.fields.items():
        taken: set[int] = set()
        own = _spans(field, [*(o for o in organisations if o.kind not in NAMED_SO), *places])
        stops = _spans(field, [*(o for o in organisations if o.kind in OFFICES), *people])
        inside = {at for o in organisations if o.field == field for at in range(o.start, o.end)}
        here: list[Candidate] = []
        for one in find_quoted(field, text, speech):
            if one.start not in taken:
                here.append(one)
                taken.update(range(one.start, one.end))
        forms = (one for one in find_forms(field, text) if one.start not in inside)
        headed = find_headed(field, text, taken, own, stops)
        for finder in (forms, headed, find_introduced(field, text)):
            for one in finder:
                if not any(at in taken for at in range(one.start, one.end)):
                    here.append(one)
                    taken.update(range(one.start, one.end))
        found.extend(sorted(here))
    return found


def _spans(field: str, names: Sequence[Organisation | PlaceName | Person]) -> list[tuple[int, int]]:
    return sorted({(one.start, one.end) for one in names if one.field == field})


def _is_programme(one: Group) -> bool:
    """Say whether the candidates together are enough to speak of a programme."""
    best = max(candidate.weight for _, candidate in one.members)
    if best >= ENOUGH:
        return True
    articles = {article for article, candidate in one.members if candidate.weight > 0}
    return best >= 1 and len(articles) >= 2


def _mentioned(groups: Sequence[Group], documents: Sequence[Document]) -> list[Initiative]:
    """Make a programme of each group, with every place where one of its names is printed."""
    order = {d.article_id: i for i, d in enumerate(documents)}
    by_id = {d.article_id: d for d in documents}
    taken: dict[tuple[str, str], bytearray] = {}
    mentions: list[list[Mention]] = []
    for one in groups:
        here = []
        for article, candidate in one.members:
            document, field = by_id[article], candidate.field
            start, end = candidate.start, candidate.end
            marks = taken.setdefault((article, field), bytearray(len(document.fields[field])))
            marks[start:end] = b"\x01" * (end - start)
            here.append(Mention(article, field, start, end, document.quote(field, start, end)))
        mentions.append(here)
    for index, mention in echoes(groups, documents, taken):
        mentions[index].append(mention)
    fields = {field: i for i, field in enumerate(("kicker", "headline", "deck", "text"))}
    parents = {
        candidate.core: number
        for number, one in reversed(list(enumerate(groups)))
        for _, candidate in one.members
        if not candidate.branch
    }
    names = [_name(one, Counter(m.text for m in here))
             for one, here in zip(groups, mentions, strict=True)]  # fmt: skip
    made = []
    for name, one, here in zip(names, groups, mentions, strict=True):
        here.sort(key=lambda m: (order[m.article_id], fields[m.field], m.start))
        aliases = Counter(mention.text for mention in here)
        ranked = tuple(sorted(aliases, key=lambda alias: (-aliases[alias], alias)))
        first = one.members[0][1]
        above = parents.get(first.core) if first.branch else None
        parent = None if above is None else names[above]
        made.append(Initiative(name, _kind(one), "other", ranked, tuple(here), parent=parent))
    return made


def _name(one: Group, aliases: Counter[str]) -> str:
    """Choose the form to show: the one printed most, marks aside, of equal ones the longest."""
    forms = Counter(candidate.text for _, candidate in one.members if candidate.weight > 0)
    bare = Counter(RE_MARKS.sub("", form) for form in aliases.elements())

    def order(form: str) -> tuple[bool, int, int, str]:
        # A name inside a name is there with words that are not its own: “创建‘甲乙’平台”.
        return "‘" in form.strip("‘"), -bare[RE_MARKS.sub("", form)], -len(form), form

    best = min(forms or aliases, key=order)
    own = RE_MARKS.sub("", best)
    # Marks stay where they part a name from its noun: “甲乙”平台.
    return own if len(own) == len(best) - 2 and best[-1] in "”’" else best


def _kind(one: Group) -> Kind:
    """Return the kind that most candidates tell; a mechanism where none does."""
    kinds = Counter(candidate.kind for _, candidate in one.members if candidate.kind is not None)
    if not kinds:
        return "mechanism"
    return min(kinds, key=lambda kind: (-kinds[kind], kind))
