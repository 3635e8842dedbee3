"""export: what the filters show, in the form another program takes."""

from __future__ import annotations

import argparse
from pathlib import Path

from dashboard.cli.base import Commands, ready_atlas, stoppable

FILTER_KEYS = ("topic", "country", "person", "kind", "document", "certainty", "status", "q", "from", "to")
"""The filters as the address names them (queries.FACETS, and search and dates); a test holds the two together."""


def add(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "export", help="write events, documents or pictures to a file", description=export.__doc__
    )
    parser.add_argument("--view", default="events", help="events (default), documents, timeline, map, story")
    parser.add_argument("--format", required=True, help="csv, geojson, …; an unknown one lists all there are")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="the file to write")
    parser.add_argument("--atlas", type=Path, help="folder of an atlas (default: made from data/documents)")
    narrowing = parser.add_argument_group("filters, named as in the address; each may be given several times")
    for key in FILTER_KEYS:
        narrowing.add_argument(f"--{key}", action="append", default=[], dest=f"filter {key}", metavar=key.upper())
    looks = parser.add_argument_group("how pictures and decks look")
    looks.add_argument("--size", default="slide", help="slide (default), slide-4x3, page, square")
    looks.add_argument("--theme", default="light", help="light (default), dark, transparent")
    looks.add_argument("--scale", type=int, default=2, help="sharpness of a PNG: 1, 2 (default) or 4")
    looks.add_argument("--title", default="", help="a title of your own")
    looks.add_argument(
        "--template", type=Path, metavar="FILE.pptx", help="a PowerPoint file for the deck to take after"
    )
    parser.set_defaults(act=export)


def export(options: argparse.Namespace) -> int:
    """Write what the filters show in the form another program takes, with its sources and what was left out."""
    from dashboard.export import chosen_filters, format_named, look_named, select, write_file
    from dashboard.export import export as content
    from dashboard.store.atlas import Atlas

    form = format_named(options.format, options.view)
    look = look_named(options.size, options.theme, options.scale, title=options.title, template=options.template)
    atlas = Atlas(ready_atlas(options.atlas))
    given = {key: vars(options)[f"filter {key}"] for key in FILTER_KEYS}
    selection = select(atlas, chosen_filters(atlas, given), look)
    with stoppable():
        write_file(options.out, content(selection, form))
    print(f"{options.out}: {selection.statement}")
    return 0
