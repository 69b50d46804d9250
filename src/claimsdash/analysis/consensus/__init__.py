"""What the claims say together: a pooled band over time with house effects, or the reason why there is none."""

from claimsdash.analysis.consensus.fitting import fit, pooled_band
from claimsdash.analysis.consensus.model import Growth
from claimsdash.analysis.consensus.result import Counts, Fit, NoBand, Shape
from claimsdash.analysis.consensus.sentences import say_fit
from claimsdash.analysis.consensus.table import band_claims, poolable

__all__ = ["Counts", "Fit", "Growth", "NoBand", "Shape", "band_claims", "fit", "poolable", "pooled_band", "say_fit"]
