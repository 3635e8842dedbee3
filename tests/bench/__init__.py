"""What `make bench` runs: the speed of the screen in a real browser, and of the extraction. Prints; judges nothing."""
