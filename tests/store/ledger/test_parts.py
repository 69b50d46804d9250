"""How rows lie in the Parquet files of the ledger."""

from pathlib import Path

import pyarrow.parquet as pq
import pytest

from claimsdash.store.ledger import parts
from claimsdash.store.ledger.parts import part_name, row_groups, write_parts
from claimsdash.store.place import Folder
from making import a_claim, a_table


@pytest.mark.parametrize(
    ("topic_ends", "groups"),
    [
        ([], []),
        ([1], [(0, 1)]),
        ([9_999, 19_998, 29_997], [(0, 19_998), (19_998, 29_997)]),
        ([10_000, 20_000], [(0, 10_000), (10_000, 20_000)]),
        ([50_000], [(0, 50_000)]),
        ([50_001], [(0, 25_000), (25_000, 50_001)]),
        ([1, 60_001, 60_002], [(0, 1), (1, 30_001), (30_001, 60_001), (60_001, 60_002)]),
    ],
)
def test_a_large_topic_has_row_groups_of_its_own_and_small_ones_share(
    topic_ends: list[int], groups: list[tuple[int, int]]
) -> None:
    assert row_groups(topic_ends) == groups


def test_a_file_is_cut_where_topics_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "ROWS_OF_ITS_OWN", 3)
    rows = [a_claim(report_id=str(n), topic=topic) for n, topic in enumerate("abbbbcd")]
    told: list[int] = []
    (part,) = write_parts(Folder(tmp_path), a_table(*rows), "mine", told.append)
    file = pq.ParquetFile(tmp_path / part_name(part))
    topics = ["".join(file.read_row_group(n)["topic"].to_pylist()) for n in range(file.num_row_groups)]
    assert topics == ["a", "bbbb", "cd"]
    assert told == [1, 5, 7]
