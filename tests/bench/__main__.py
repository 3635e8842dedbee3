"""`make bench`: the screen, the extraction, the exports. Needs no figure to be reached; the aims stand beside."""

from tests.bench import exports, extraction, screen

if __name__ == "__main__":  # the exports start processes that load this file again
    screen.main()
    extraction.main()
    exports.main()
