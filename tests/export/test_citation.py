"""References to reports."""

from claimsdash.export.citation import cite
from making import a_claim, a_table


def test_an_inferred_date_says_so_and_missing_parts_leave_no_trace() -> None:
    row = a_claim(inferred="as_of,qualifier", outlet=None, outlet_name=None, reported_on=None, speaker=None)
    line = cite(a_table(row).to_dict("records")[0])
    assert line == (
        "ROK Ministry of National Defense: “6,700” (container), as of 2024-02-26 "
        "(inferred from the day of publication)."
    )


def test_the_chain_of_relays_and_the_window_are_told() -> None:
    row = a_claim(relayed_from="AFP; AP", since="2023-08", scope="152 mm shell", url="https://example.org/a")
    line = cite(a_table(row).to_dict("records")[0])
    assert line == (
        "ROK Ministry of National Defense: “6,700” (container), 152 mm shell, since 2023-08, as of 2024-02-26. "
        "Yonhap, citing AFP; AP, 2024-02-26. https://example.org/a"
    )
