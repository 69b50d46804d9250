"""Topics that are parts of other topics: the dead are among the killed and wounded."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Relation:
    """Every one counted under `part` is counted under `whole` as well, one for one.

    `adds` marks parts that do not overlap, so that they may be summed: all that add to one whole are compared with it
    together.
    """

    part: str
    whole: str
    adds: bool = False
    note: str = ""
