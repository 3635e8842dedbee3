"""`make bench`: screen, embed, very many events, extraction, exports, a series. No figure must be reached."""

from tests.bench import embed, exports, extraction, many_events, screen, series

if __name__ == "__main__":  # the exports start processes that load this file again
    screen.main()
    embed.main()
    many_events.main()
    extraction.main()
    exports.main()
    series.main()
