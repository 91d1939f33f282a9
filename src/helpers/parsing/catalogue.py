"""All features that a line can have, in the order in which their weights are added up.

Each slot holds features that rule each other out. The order is kept because sums of floats depend
on it: of two readings that score the same, the last digit decides.
"""

from __future__ import annotations

from itertools import product

from helpers.parsing.features import slot
from helpers.parsing.furniture import FURNITURE

# What is seen of a line by itself: `observe`.
LENGTHS = (2, 3, 5, 7, 9, 12, 15, 18, 22, 26, 30, 36, 44, 60, 100)
LENGTH = slot(*(f"length<{n}" for n in LENGTHS), "length>=100")
END = slot(
    "ends:stop", "ends:mark", "ends:quote", "ends:colon", "ends:soft", "ends:bracket", "ends:open"
)  # fmt: skip
MID_PHRASE = slot("ends in mid-phrase")
STOP_INSIDE = slot("stop inside")
COMMA_COUNT = slot("commas:1", "commas:2")
LEFT_OPEN = slot("left open", "closes what it did not open")
CREDITED = slot(
    "credit:photo:alone", "credit:photo:at end", "credit:text:alone", "credit:text:at end"
)
UNBRACKETED = slot("credit without brackets")
JUMPS_TO = slot("jump to")
OPENED = slot("opener", "opener:wire", "byline begins")
OPENER_ALONE = slot("opener alone")
BEGIN = slot(
    "begins in mid-phrase", "begins:quote", "begins:opening", "begins:bullet", "begins:dash",
    "begins:bracket",
)  # fmt: skip
NUMBERED = slot("numbered", "speaker")
PICTURED = slot("picture word")
VOID = slot("lost or void")
BYLINE_FORMS = ("role", "desk", "origin", "mark", "office", "name")
BYLINE = slot(*(f"byline:{form}" for form in BYLINE_FORMS))
FURNISHED = slot(*(f"furniture:{reason}" for reason in FURNITURE))
SLOGANS = slot("slogan:1", "slogan:2")
SIGNATURE = slot("signature")
DATE = slot("date alone", "date in it")
FIELDS = slot("fields:0", "fields:1", "fields:2")
NOTICE = slot("notice word")
CONTACTS = slot("contact")
WEATHERED = slot("weather")
HEADED = slot("header words")
COLUMN_NAME = slot("column name")
JUMPS = slot("jump from", "jump from, then more", "jump alone")
SALUTATION = slot("salutation")

# How it is made up: `shape`.
MET = slot("told of a meeting")
WIDE, SPREAD = slot("wide space"), slot("spread")
PARTS = slot("two parts", "three parts", "fields set apart")
EVEN_PARTS = slot("two even parts")
DIGITS = slot("digits:some", "digits:many")
LATIN, QUOTED = slot("latin"), slot("quoted whole")
PAGED, UNIT, IN_SERIES = slot("page and section"), slot("unit of figures"), slot("part of a series")
NUMBER = slot("number alone", "number with a zero")
SERVED, EXCLAIMED = slot("service word"), slot("mark inside")

# The one thing that neighbours are told of it: `symbols`. Where a line has one of these features,
# the first of them that it has decides what is told.
SYMBOLS = (
    ("opener", "opener"),
    ("opener:wire", "opener"),
    ("byline begins", "opener"),
    ("credit:photo:alone", "credit"),
    ("credit:text:alone", "credit"),
    ("number with a zero", "zero number"),
    ("furniture:page number", "page number"),
    ("furniture:rule", "rule"),
    ("furniture:column tag", "tag"),
    ("furniture:core values", "core values"),
    ("furniture:running header", "header"),
    ("jump from", "jump from"),
    ("jump from, then more", "jump from"),
    ("jump alone", "jump to"),
    ("byline:role", "byline"),
    ("byline:desk", "byline"),
    ("byline:origin", "byline"),
    ("byline:mark", "byline"),
    ("byline:name", "name"),
    ("byline:office", "byline"),
    ("column name", "tag"),
    ("fields:2", "masthead"),
    ("fields:1", "masthead"),
    ("header words", "header"),
    ("begins:bullet", "bullet"),
    ("begins:dash", "dash"),
    ("date alone", "date"),
    ("signature", "signature"),
    ("credit:photo:at end", "credited"),
    ("credit:text:at end", "credited"),
    ("notice word", "notice"),
    ("numbered", "numbered"),
    ("fields set apart", "row"),
)
#: What is told of lines that have none of these features: by their length and end.
PLAIN = (
    "short closed", "short soft", "short open", "middle closed", "middle open", "long closed",
    "long open",
)  # fmt: skip
#: Everything that can be told, by its number; and with what stands beyond the first and last line.
TOLD = (*dict.fromkeys(told for _, told in SYMBOLS), *PLAIN)
TOLD_NUMBERS = {told: number for number, told in enumerate(TOLD)}
AROUND, BEYOND = (*TOLD, "nothing"), len(TOLD)
IS = slot(*(f"is:{told}" for told in TOLD))
GOES_ON = slot("byline goes on")

# What is said again: `echoes`.
SHARES = ("none", "few", "some", "many")
ECHO_AFTER = slot(*(f"echo after:{share}" for share in SHARES))
ECHO_BEFORE = slot(*(f"echo before:{share}" for share in SHARES))
TOPICS = ("new", "rather new", "unsure", "rather old", "old")
TOPIC = slot(*(f"topic:{topic}" for topic in TOPICS))

# What lies ahead: `outlook`.
ALIKE = slot("set like others")
CAPTIONED = slot("comes to a photo credit")
CAPTION_MARKED = slot("marked and comes to a photo credit")
TEXT_IN = slot(*(f"text in:{distance}" for distance in range(6)))
CUSTOMS = ("seldom", "at times", "usual")
AHEAD_SIGNED = slot(
    *(f"{sign} text ahead:{custom}" for sign in ("unsigned", "signed") for custom in CUSTOMS)
)

# What stands around: `around`.
AGAIN = slot("said again later", "repeated")
PAPER = slot("paper's name in it", "paper's name")
RUNS = slot(*(f"short lines:{run}" for run in "01235"))
PRECEDED = slot(*(f"after:{told}" for told in AROUND))
FOLLOWED = slot(*(f"before:{told}" for told in AROUND))
PAIR_BEFORE = slot(*(f"{before} > {own}" for before, own in product(AROUND, AROUND)))
PAIR_BEHIND = slot(*(f"{own} < {behind}" for own, behind in product(AROUND, AROUND)))
TWO_BEHIND = slot(*(f"before next:{told}" for told in TOLD))
TWO_BEFORE = slot(*(f"after last:{told}" for told in TOLD))
SAME = slot("same as before")
ACROSS = ("long", "short", "none")
WORD = slot(*(f"word across:{found}" for found in ACROSS))

# How it fills its column: `columns`.
NEAR = slot("as wide as near", "narrower than near", "much narrower")
BEFORE = slot(
    "as wide as before", "narrower than before", "much narrower than before", "wider than before"
)
AFTER = slot("as wide as after")
FILL = slot("column:part", "column:full", "column:over")
INDENT = slot("indented", "not indented")
GAP = slot("gap:0", "gap:1", "gap:2")
GAP_AFTER = slot("gap after:0", "gap after:1", "gap after:2")
CREDIT_NEAR, PICTURE_NEAR = slot("photo credit near"), slot("picture word near")
EDGE = slot("first lines", "last lines")

# What says something only in company: `company`.
SIZES = (6, 12, 18, 26)
#: How the line before ends, and the sort of the line behind; both begin with no line at all.
ENDS = ("nothing", "credit", "end", "soft", "long", "open")
SORTS = ("nothing", "byline", "text", "closed", *TOLD)
#: Gaps before and after: less than usual, as usual, more; or after the last line.
GAPS = (0, 1, 2, 9)
#: How far the next text is, and whether it is signed: 1u, 1s, 2u ...
AHEAD = tuple(f"{distance}{mark}" for distance in range(5) for mark in "us")
WITH_GAPS = slot(*(f"size {s} + gaps {a}{b}" for s, a, b in product(range(5), range(3), GAPS)))
BETWEEN = slot(*(f"{e} + size {s} + {b}" for e, s, b in product(ENDS, range(5), SORTS)))
SIZE_AHEAD = slot(*(f"size {s} + ahead {a}" for s, a in product(range(5), AHEAD)))
SYMBOL_AHEAD = slot(*(f"{told} + ahead {a}" for told, a in product(TOLD, AHEAD)))
WITH_TOPIC = slot(*(f"size {s} + topic {t}" for s, t in product(range(5), TOPICS)))
