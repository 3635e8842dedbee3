"""What `make bench` runs: how fast screen, extraction, exports and import are. Prints, with aims; fails nothing.

Each stands alone, too: `python -m tests.bench.NAME`; `probe.py` says how to add one.
"""
