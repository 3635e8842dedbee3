"""Atlases of any size that look like a series of volumes, for measuring how the program bears them.

Nothing in them is history. How many of what there is (years, kinds, topics, countries, places, lengths) was counted in
ten volumes of the Foreign Relations series and stands in data/synthetic/; the sentences are made up.
"""

from dashboard.evaluation.synthetic.atlas import SEED, build_synthetic_atlas, synthetic_findings

__all__ = ["SEED", "build_synthetic_atlas", "synthetic_findings"]
