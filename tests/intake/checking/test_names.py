"""Topics and sources: known, new, and alike."""

import pytest

from making_rows import check, told


def test_a_new_topic_and_source_are_taken_with_one_warning_each() -> None:
    checked = check(*({"topic": "tanks", "claimant": "Reuters", "value_text": str(n)} for n in range(3)))
    assert told(checked) == [(2, "topic", "is a new topic"), (2, "claimant", "is a new source")]
    row = checked.claims.iloc[0]
    assert (row["topic"], row["claimant"], row["claimant_name"]) == ("tanks", "Reuters", "Reuters")
    assert (row["claimant_kind"], row["claimant_interest"]) == ("unknown", "unknown")


def test_a_source_is_joined_by_key_or_by_its_full_name() -> None:
    checked = check({"outlet": "yonhap"}, {"claimant": "National Intelligence Service", "outlet": "Yonhap"})
    assert checked.problems == []
    assert checked.claims["claimant"].tolist() == ["rok_mnd", "rok_nis"]
    assert checked.claims["outlet"].tolist() == ["yonhap", "yonhap"]
    assert checked.claims["outlet_name"].tolist() == ["Yonhap", "Yonhap"]
    assert checked.claims["claimant_kind"].tolist() == ["government", "intelligence"]
    assert checked.claims["claimant_country"].tolist() == ["KR", "KR"]


def test_a_group_of_countries_has_no_country_and_a_missing_outlet_no_name() -> None:
    row = check({"claimant": "nato"}).claims.iloc[0]
    assert row[["claimant_country", "outlet", "outlet_name"]].isna().all()


@pytest.mark.parametrize("typed", ["YONHAP", "Yon hap", "Yоnhap", "Yon\u200bhap", "ＹＯＮＨＡＰ", "yonhap."])
def test_a_look_alike_is_told_and_never_merged(typed: str) -> None:
    checked = check({"outlet": typed}, {"outlet": "yonhap", "value_text": "2"})
    assert any(reason == "is a new source and looks like yonhap" for _, _, reason in told(checked))
    assert checked.claims["outlet"].nunique() == 2


def test_new_names_that_look_alike_are_told_too() -> None:
    checked = check({"claimant": "Kremlin"}, {"claimant": "KREMLIN", "value_text": "2"})
    assert told(checked)[1] == (3, "claimant", "is a new source and looks like Kremlin")


def test_new_names_in_two_spellings_are_told_and_numbered_ones_are_not() -> None:
    names = ("Ministry of Defence", "Ministry of Defense", "Regiment No. 1", "Regiment No. 2")
    checked = check(*({"claimant": name, "value_text": str(n)} for n, name in enumerate(names)))
    assert [reason for _, _, reason in told(checked)] == [
        "is a new source",
        "is a new source and looks like Ministry of Defence",
        "is a new source",
        "is a new source",
    ]


def test_a_slip_in_a_topic_names_the_nearest() -> None:
    assert told(check({"topic": "container_shipped", "unit": "container"})) == [
        (2, "topic", "is a new topic and looks like containers_shipped")
    ]
