"""Every format there is, one row each."""

from __future__ import annotations

from dataclasses import replace

from dashboard.errors import ExportError
from dashboard.export.annotations import write_annotations
from dashboard.export.base import VIEWS, Content, Format, ViewName
from dashboard.export.bibliographies import write_bibtex, write_csl_json, write_ris
from dashboard.export.deck.formats import DECK
from dashboard.export.geojson import write_geojson
from dashboard.export.ical import write_ical
from dashboard.export.kml import write_kml
from dashboard.export.linked_places import write_linked_places
from dashboard.export.page.formats import PAGES
from dashboard.export.parquet import write_parquet
from dashboard.export.pictures.formats import PICTURES, ZIP
from dashboard.export.progress import Counted, Tell, silent
from dashboard.export.selection import Selection, as_story
from dashboard.export.tables import write_csv
from dashboard.export.timelinejs import write_timelinejs
from dashboard.export.xlsx import write_xlsx

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_EVENTS: tuple[ViewName, ...] = ("events",)
_DOCUMENTS: tuple[ViewName, ...] = ("documents",)

FORMATS: tuple[Format, ...] = (
    Format("csv", "CSV (any spreadsheet)", ".csv", "text/csv", _EVENTS, write_csv),
    Format("xlsx", "Excel workbook", ".xlsx", _XLSX, _EVENTS, write_xlsx),
    Format("geojson", "GeoJSON (QGIS, any web map)", ".geojson", "application/geo+json", _EVENTS, write_geojson),
    Format("kml", "KML (Google Earth)", ".kml", "application/vnd.google-earth.kml+xml", _EVENTS, write_kml),
    Format(
        "linked-places",
        "Linked Places (World Historical Gazetteer)",
        ".lpf.json",
        "application/geo+json",
        _EVENTS,
        write_linked_places,
    ),
    Format("web-annotations", "W3C Web Annotations", ".jsonld", "application/ld+json", _EVENTS, write_annotations),
    Format("timelinejs", "TimelineJS (timelines in web pages)", ".json", "application/json", _EVENTS, write_timelinejs),
    Format("ical", "iCalendar (any calendar)", ".ics", "text/calendar", _EVENTS, write_ical),
    Format(
        "parquet", "Parquet (R, Python, DuckDB)", ".parquet", "application/vnd.apache.parquet", _EVENTS, write_parquet
    ),
    Format("bibtex", "BibTeX (LaTeX)", ".bib", "application/x-bibtex", _DOCUMENTS, write_bibtex),
    Format("ris", "RIS (EndNote, Citavi)", ".ris", "application/x-research-info-systems", _DOCUMENTS, write_ris),
    Format(
        "csl-json",
        "CSL-JSON (Zotero, Pandoc)",
        ".csl.json",
        "application/vnd.citationstyles.csl+json",
        _DOCUMENTS,
        write_csl_json,
    ),
    *PICTURES,
    DECK,
    *PAGES,
    ZIP,
)
"""To add a format: base.py says how."""


def format_named(name: str, view: str) -> Format:
    """The format of that name for that view; raises ExportError, which lists those there are."""
    shown = view_named(view)
    found = next((each for each in FORMATS if each.name == name and shown in each.views), None)
    if found is None:
        names = ", ".join(each.name for each in FORMATS if shown in each.views)
        elsewhere = next((each.views[0] for each in FORMATS if each.name == name), "")
        hint = f"; it is one of {elsewhere}: --view {elsewhere}" if elsewhere else ""
        raise ExportError(f"There is no format “{name}” of {view}{hint}; formats of {view}: {names or 'none'}.")
    return found


def view_named(name: str) -> ViewName:
    """The view of that name; raises ExportError, which lists those there are."""
    found = next((view for view in VIEWS if view == name), None)
    if found is None:
        raise ExportError(f"There is no view “{name}”; views: {', '.join(VIEWS)}.")
    return found


def views_of(name: str) -> tuple[ViewName, ...]:
    """The views that can be had in a format of that name; none for a name that nobody knows."""
    return tuple(view for view in VIEWS if any(each.name == name and view in each.views for each in FORMATS))


def export(selection: Selection, form: Format, tell: Tell = silent) -> Content:
    """The file of a selection in a format; raises ExportError where there is nothing to write.

    tell: is told how far it is, and may raise to end it.
    """
    shown = as_story(selection) if "story" in form.views else selection
    if not _anything(shown, form):
        raise ExportError(f"Nothing to export, since nothing is shown ({shown.caption}); {_way_out(shown)}")
    return form.write(replace(shown, entries=Counted(shown.entries, shown.count, tell), tell=tell))


def _anything(selection: Selection, form: Format) -> bool:
    if form.views == _DOCUMENTS:
        return bool(selection.sources)
    return bool(selection.telling.told if selection.telling and "story" in form.views else selection.count)


def _way_out(selection: Selection) -> str:
    problems = selection.telling.problems if selection.telling else ()
    return " ".join(["its slides name nothing of this atlas.", *problems]) if problems else "take a filter away."
