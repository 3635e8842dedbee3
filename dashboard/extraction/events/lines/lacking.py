"""Lacking: how much a line lacks that is not whole, in the measure of `open_references`.

Of lines cut before what a verb leads to a strict reader understood a third, of the heads of long clauses a quarter.
"""

from __future__ import annotations

TORN = 1.0
"""It is cut within a phrase, or has lost its verb."""
LACKING = 0.8
"""It has lost what its last verb leads to, leads to what it does not tell, or tells little of a long clause."""
WANTING = 0.6
"""It has lost what its last noun is of."""
LOOSE = 0.5
"""It has lost what a reader only would like to know."""
LITTLE = 0.3
"""It is the short end of a long clause, or names a paper of which a note tells no more."""
