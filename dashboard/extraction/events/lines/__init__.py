"""Lines: what is seen of one line of English alone: whether it is whole, stands by itself, leaves something open."""
