"""How good is it: scores against labelled documents, and the benchmarks that make bench runs."""
