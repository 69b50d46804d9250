"""Rows as people type them, for properties of exports: every column of claims.csv, blank or not."""

from hypothesis import strategies as st

from claimsdash.domain.claim import FIELDS

SAME = [*(field.name for field in FIELDS), "inferred", "as_of_start", "as_of_end", "base_low", "base_high"]
"""Columns that an export and an import leave as they are."""
_WORDS = ["about 6,700", "more than 3 million", "4 to 6 million", "dozens", "no proof", "6,700", "up to 1,000.5"]
_TEXTS = [
    "=cmd()",
    "'=1",
    "''=1",
    "-1",
    "＝1",
    "'twas",
    'say "so"',
    "a; b",
    "Снаряды",
    "_x0041_",
    "two\nlines",
    "\u202eturned",
]
_NUMBERS = ["0.1", "6700", "1e-7", "3000000", "12345678.9"]
_DATES = ["", "2024-02-26", "2024-02", "2023-08~", "2023-09/2024-02-26", "../2024-02"]

_CHOICES = {
    "modality": ["capacity"],
    "claim_id": ["one"],
    "status": ["disputed", "withdrawn"],
    "hedge": ["estimated"],
    "reliability": ["B"],
    "credibility": ["2"],
    "url": ["https://example.org/a?b=1&c=2", "https://example.org/ü"],
    "archived_url": ["https://web.archive.org/web/2024/https://example.org/a"],
    "relayed_from": ["Yonhap", "Yonhap; KBS"],
    "basis": ["cumulative", "stock"],
}

typed_rows = st.fixed_dictionaries(
    {
        **dict.fromkeys(("value_text", "best", "qualifier"), st.just("")),
        "since": st.sampled_from(_DATES),
        "as_of": st.sampled_from(_DATES),
        "reported_on": st.sampled_from(_DATES),
        **{name: st.sampled_from(["", *values]) for name, values in _CHOICES.items()},
        **{name: st.sampled_from(["", *_TEXTS]) for name in ("scope", "speaker", "notes", "claimant", "outlet")},
    }
)


figures = st.one_of(
    st.fixed_dictionaries({"value_text": st.sampled_from(_WORDS)}),
    st.fixed_dictionaries({"low": st.sampled_from(_NUMBERS[:2]), "high": st.sampled_from(_NUMBERS[3:])}),
    st.fixed_dictionaries(
        {"best": st.sampled_from(_NUMBERS), "qualifier": st.sampled_from(["", "exact", "approximate", "lower_bound"])}
    ),
)

typed_tables = st.lists(st.builds(dict.__or__, typed_rows, figures), min_size=1, max_size=5)
