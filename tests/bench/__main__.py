"""`make bench`: the screen, the embed, the extraction, the exports. No figure must be reached; the aims stand by."""

from tests.bench import embed, exports, extraction, screen

if __name__ == "__main__":  # the exports start processes that load this file again
    screen.main()
    embed.main()
    extraction.main()
    exports.main()
