"""export: what the filters show, or a story tells, in the form another program takes."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from dashboard.cli.base import Commands, ready_atlas, say, stoppable, telling
from dashboard.errors import ExportError

if TYPE_CHECKING:
    from dashboard.export import Look, Selection, Story
    from dashboard.store.atlas import Atlas

FILTER_KEYS = (
    "topic", "country", "person", "kind", "document", "collection", "certainty", "status", "q", "area", "from", "to",
)  # fmt: skip
"""The filters as the address names them: queries.QUERY_KEYS, heavy to import here; a test holds the two together."""


def add(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "export", help="write events, documents, pictures or a story to a file", description=export.__doc__
    )
    parser.add_argument("--view", help="events (default), documents, timeline, map, story")
    parser.add_argument("--format", required=True, help="csv, geojson, …; an unknown one lists all there are")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="the file to write")
    parser.add_argument("--atlas", type=Path, help="folder of an atlas (default: made from data/documents)")
    parser.add_argument("--story", type=Path, metavar="FILE.toml", help="a story: slides in order, with filters")
    narrowing = parser.add_argument_group("filters, named as in the address; each may be given several times")
    for key in FILTER_KEYS:
        narrowing.add_argument(f"--{key}", action="append", default=[], dest=f"filter {key}", metavar=key.upper())
    looks = parser.add_argument_group("how pictures, decks and pages look")
    looks.add_argument("--size", help="slide (default), slide-4x3, page, square")
    looks.add_argument("--theme", help="light (default), dark, transparent")
    looks.add_argument("--scale", type=int, default=2, help="sharpness of a PNG: 1, 2 (default) or 4")
    looks.add_argument("--title", default="", help="a title of your own")
    looks.add_argument(
        "--template", type=Path, metavar="FILE.pptx", help="a PowerPoint file for the deck to take after"
    )
    parser.set_defaults(act=export)


def export(options: argparse.Namespace) -> int:
    """Write what the filters show in the form another program takes, with its sources and what was left out."""
    from dashboard.export import export as content
    from dashboard.export import format_named, read_story, write_file
    from dashboard.store.atlas import Atlas

    form = format_named(options.format, _view(options))
    story = read_story(options.story) if options.story else None
    look = _look(options, story)
    selection = _selection(Atlas(ready_atlas(options.atlas)), options, story, look)
    for problem in selection.telling.problems if selection.telling else ():
        say(problem)
    with stoppable(), telling() as tell:
        write_file(options.out, content(selection, form, tell))
    print(f"{options.out}: {selection.statement}")
    return 0


def _view(options: argparse.Namespace) -> str:
    """The view asked for; of a story, without one, the story itself or what else its format can show."""
    from dashboard.export import views_of

    if options.view or not options.story:
        return options.view or "events"
    views = views_of(options.format)
    return "story" if "story" in views or not views else views[0]


def _look(options: argparse.Namespace, story: Story | None) -> Look:
    """The look of the options, which count before what the story says."""
    from dashboard.export import Style, look_named

    style = story.style if story else Style()
    size, theme = options.size or style.size or "slide", options.theme or style.theme or "light"
    own = options.story.parent / style.template if style.template else None
    return look_named(size, theme, options.scale, title=options.title, template=options.template or own)


def _selection(atlas: Atlas, options: argparse.Namespace, story: Story | None, look: Look) -> Selection:
    """What the story tells, or the filters show; raises ExportError where both are given."""
    from dashboard.export import as_story, chosen_filters, select, select_story

    given = {key: vars(options)[f"filter {key}"] for key in FILTER_KEYS}
    if story is None:
        selection = select(atlas, chosen_filters(atlas, given), look)
        return as_story(selection) if options.view == "story" else selection
    if named := [f"--{key}" for key, values in given.items() if values]:
        raise ExportError(
            f"A story has its own filters; leave {', '.join(named)} away, or change [filters] in {options.story}."
        )
    return select_story(atlas, story, look)
