"""Lacking: how much a line lacks that is not whole, in the measure of `open_references`."""

from __future__ import annotations

TORN, LACKING, WANTING, LOOSE, LITTLE = 1.0, 0.8, 0.6, 0.5, 0.3
"""What a line lacks that is cut within a phrase or has lost its verb; that has lost what its last verb leads to, leads
to what it does not tell, or tells little of a long clause; that has lost what its last noun is of; that has lost what
a reader only would like to know; that is the short end of a long clause, or names a paper of which a note tells no
more. Of lines cut before what a verb leads to a strict reader understood a third, of the heads of long clauses a
quarter."""
