"""What a report of a number holds: the fields of the table, and the vocabularies of those that are choices.

A *report* is one number as one outlet printed it; reports of the same assertion share a *claim*.
"""

from dataclasses import dataclass
from enum import StrEnum


class Qualifier(StrEnum):
    """How firmly the wording commits its author to the number."""

    EXACT = "exact"
    APPROXIMATE = "approximate"
    LOWER_BOUND = "lower_bound"
    UPPER_BOUND = "upper_bound"
    RANGE = "range"
    VAGUE = "vague"
    NONE = "none"


class Basis(StrEnum):
    """What kind of amount a number is: only equal bases are compared."""

    CUMULATIVE = "cumulative"
    STOCK = "stock"
    FLOW = "flow"
    RATE = "rate"
    SHARE = "share"


class Modality(StrEnum):
    """Whether the claimant says that it is so, could be so or will be so, or denies it."""

    ASSERTED = "asserted"
    CAPACITY = "capacity"
    PLANNED = "planned"
    FORECAST = "forecast"
    DENIED = "denied"


class Status(StrEnum):
    """Where a report stands today."""

    NORMAL = "normal"
    DISPUTED = "disputed"
    WITHDRAWN = "withdrawn"


class SourceKind(StrEnum):
    """What sort of body a source is."""

    GOVERNMENT = "government"
    INTELLIGENCE = "intelligence"
    MILITARY = "military"
    INTERNATIONAL_ORG = "international_org"
    THINK_TANK = "think_tank"
    ACADEMIC = "academic"
    MEDIA = "media"
    COMPANY = "company"
    UNKNOWN = "unknown"


class Interest(StrEnum):
    """The stake a source has in the numbers it gives."""

    PARTY = "party"
    ALLY = "ally"
    ADVERSARY = "adversary"
    THIRD_PARTY = "third_party"
    ANALYST = "analyst"
    UNKNOWN = "unknown"


class FieldType(StrEnum):
    """What the cells of a column hold."""

    TEXT = "text"
    NUMBER = "number"
    WHOLE = "whole"
    YES_NO = "yes_no"
    PERIOD = "period"
    """EDTF level 1 text, as typed."""
    DAY = "day"
    URL = "url"


@dataclass(frozen=True)
class Field:
    """One column: its name, what it holds, whether a table must have it, and its meaning in one sentence."""

    name: str
    holds: FieldType
    meaning: str
    required: bool = False
    vocabulary: type[StrEnum] | None = None


FIELDS: tuple[Field, ...] = (
    Field("report_id", FieldType.TEXT, "Unique key of the row; where blank, a hash of its content."),
    Field("claim_id", FieldType.TEXT, "The assertion, shared by its relays; where blank, the report stands alone."),
    Field("topic", FieldType.TEXT, "The measured thing: key into topics.csv.", required=True),
    Field("value_text", FieldType.TEXT, "The number as printed, at most 8 words."),
    Field("low", FieldType.NUMBER, "Lower end in `unit`, only if stated."),
    Field("best", FieldType.NUMBER, "The number itself in `unit`, only if stated."),
    Field("high", FieldType.NUMBER, "Upper end in `unit`, only if stated."),
    Field("qualifier", FieldType.TEXT, "How firm the number is.", vocabulary=Qualifier),
    Field("unit", FieldType.TEXT, "Unit expression: shell, container, percent, shell/month.", required=True),
    Field("basis", FieldType.TEXT, "Kind of amount; where blank, that of the topic.", vocabulary=Basis),
    Field("modality", FieldType.TEXT, "Asserted where blank.", vocabulary=Modality),
    Field("scope", FieldType.TEXT, "What exactly is counted; for a share, of what."),
    Field("since", FieldType.PERIOD, "Start of the window."),
    Field("as_of", FieldType.PERIOD, "Date the figure refers to; where blank, reported_on, marked inferred."),
    Field("reported_on", FieldType.PERIOD, "Day of publication."),
    Field("claimant", FieldType.TEXT, "Who asserts it: key into sources.csv.", required=True),
    Field("speaker", FieldType.TEXT, "The person who said it."),
    Field("outlet", FieldType.TEXT, "Who printed it: key into sources.csv."),
    Field("relayed_from", FieldType.TEXT, "Outlets that this outlet cites, separated by '; '."),
    Field("derived_from", FieldType.TEXT, "report_id of the report from which it was computed."),
    Field("assumption", FieldType.TEXT, "Condition of that computation."),
    Field("alternative_of", FieldType.TEXT, "report_id to which this one is an either/or: never summed."),
    Field("supersedes", FieldType.TEXT, "claim_id of the same claimant which this one revises."),
    Field("hedge", FieldType.TEXT, "The source's own word: estimated, assessed, presumed."),
    Field("reliability", FieldType.TEXT, "Admiralty code A to F, if an editor graded the source."),
    Field("credibility", FieldType.TEXT, "Admiralty code 1 to 6, if an editor graded the figure."),
    Field("status", FieldType.TEXT, "Normal where blank.", vocabulary=Status),
    Field("url", FieldType.URL, "Address of the page."),
    Field("archived_url", FieldType.URL, "Address of an archived copy."),
    Field("notes", FieldType.TEXT, "One line in the editor's own words."),
)
"""The columns of claims.csv, in order."""

READ_FIELDS: tuple[Field, ...] = (
    Field("table_id", FieldType.TEXT, "The table that the row came with: `curated` or the name given on upload."),
    Field("line", FieldType.WHOLE, "Line of the file."),
    Field("inferred", FieldType.TEXT, "Names of the columns above that were filled in and not stated, comma between."),
    Field("value_at", FieldType.NUMBER, "Where to put a label or to sort, in `unit`: never drawn as a value."),
    Field("since_start", FieldType.DAY, "First day of the start of the window; missing where unknown or open."),
    Field("since_end", FieldType.DAY, "Last day of the start of the window."),
    Field("as_of_start", FieldType.DAY, "First day of the period that the figure refers to."),
    Field("as_of_end", FieldType.DAY, "Last day of it; missing where the report carries no date at all."),
    Field("reported_start", FieldType.DAY, "First possible day of publication; missing where unknown."),
    Field("reported_end", FieldType.DAY, "Last possible day of publication: known on this day at the latest."),
    Field("base_unit", FieldType.TEXT, "The unit in base units of the registry: equal text, same dimension."),
    Field("base_low", FieldType.NUMBER, "`low` in the base unit."),
    Field("base_best", FieldType.NUMBER, "`best` in the base unit."),
    Field("base_high", FieldType.NUMBER, "`high` in the base unit."),
    Field("base_at", FieldType.NUMBER, "`value_at` in the base unit."),
    Field("claimant_name", FieldType.TEXT, "Name of the claimant."),
    Field("claimant_kind", FieldType.TEXT, "Kind of the claimant.", vocabulary=SourceKind),
    Field("claimant_country", FieldType.TEXT, "ISO 3166 alpha-2 of the claimant; missing for groups of countries."),
    Field("claimant_interest", FieldType.TEXT, "Stake of the claimant.", vocabulary=Interest),
    Field("outlet_name", FieldType.TEXT, "Name of the outlet."),
)
"""The columns that reading adds: with FIELDS they make the *claims table* that store, analysis and charts share.

In that table a missing text is null (never an empty string), a number is float64 with NaN for an open or unknown end,
a day is datetime64[s]. After reading, `qualifier`, `basis`, `modality`, `status`, `report_id` and `claim_id` are never
missing, and low/best/high are:

| qualifier | low | best | high |
|---|---|---|---|
| exact | n | n | n |
| approximate | as stated, else the rounding interval | n | as stated, else the rounding interval |
| lower_bound | n | NaN | NaN |
| upper_bound | NaN | NaN | n |
| range | a | only if stated | b |
| vague | least that the word commits to | NaN | most, if any |
| none | NaN | NaN | NaN |
"""

EXPORT_FIELDS: tuple[Field, ...] = (
    Field("speaks", FieldType.YES_NO, "Whether this report stands for its claim; the others of a claim are relays."),
    Field("display_unit", FieldType.TEXT, "Unit of the axis of the view, with its scale."),
    Field("display_low", FieldType.NUMBER, "`low` in the display unit."),
    Field("display_best", FieldType.NUMBER, "`best` in the display unit; never of a derived number."),
    Field("display_high", FieldType.NUMBER, "`high` in the display unit."),
    Field("display_assumption", FieldType.TEXT, "Key of the assumption through which the display numbers are derived."),
    Field("display_condition", FieldType.TEXT, "That assumption in words: what one holds, who says so, and when."),
    Field("display_rule", FieldType.TEXT, "How the view makes one figure of many claims; blank where it makes none."),
)
"""What an export adds for its reader, and an import passes over: it follows from the other columns and a view."""

CLAIM_COLUMNS: tuple[str, ...] = tuple(field.name for field in (*FIELDS, *READ_FIELDS))
