"""How good is it: scores against labelled documents, and the made-up series that `make bench` measures."""
