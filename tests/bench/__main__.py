"""`make bench`: the screen, then the extraction. Needs no figure to be reached; the aims stand beside."""

from tests.bench import extraction, screen

screen.main()
extraction.main()
