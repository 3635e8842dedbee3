"""KML 2.2: events as placemarks with their time, for Google Earth and QGIS."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from dashboard.datespan import Day
from dashboard.export.cells import clean, distinct
from dashboard.export.cited import cited
from dashboard.export.geojson import position
from dashboard.export.selection import Selection
from dashboard.export.tables import COLUMNS, in_one_cell
from dashboard.model import Place
from dashboard.queries.entries import Entry

_DATA = tuple(column for column in COLUMNS if column.name not in ("id", "title", "latitude", "longitude"))


def write_kml(selection: Selection) -> Iterator[bytes]:
    """A document whose description says what was left out and names the sources.

    Google Earth shows descriptions as HTML: ours are escaped once as HTML and once more as XML. Events without a place
    stay, without a point.
    """
    sources = "".join(f"<li>{_markup(each)}</li>" for each in selection.citations())
    about = f"<p>{_markup(selection.left_out)}</p><p>Sources:</p><ul>{sources}</ul>"
    yield (
        '<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2">\n<Document>\n'
        f"<name>{_markup(selection.caption)}</name>\n<description>{escape(about)}</description>\n"
    ).encode()
    for entry in selection.entries:
        yield _placemark(entry).encode()
    yield b"</Document>\n</kml>\n"


def _placemark(entry: Entry) -> str:
    quoted = "".join(
        f"<blockquote>{_markup(each.exact)}</blockquote><p>{_markup(cited(each))}</p>" for each in entry.quotations
    )
    told = " ".join(distinct((f"{entry.date_text}.", entry.date_basis, entry.told_by)))
    parts = (
        f'<Placemark id="event-{_markup(entry.event.id)}">',
        f"<name>{_markup(entry.event.title)}</name>",
        f"<description>{escape(f'<p>{_markup(told)}</p>{quoted}')}</description>",
        _time(entry),
        _data(entry),
        _geometry(entry.event.places),
        "</Placemark>\n",
    )
    return "\n".join(part for part in parts if part)


def _time(entry: Entry) -> str:
    """First and last day; an open end stays open; years before 1 cannot be written."""
    date = entry.event.date
    if not date:
        return ""
    begin, end = _day("begin", date.earliest), _day("end", date.latest)
    return f"<TimeSpan>{begin}{end}</TimeSpan>" if begin or end else ""


def _day(name: str, day: Day | None) -> str:
    return f"<{name}>{day.isoformat()}</{name}>" if day and 0 < day.year < 10_000 else ""


def _data(entry: Entry) -> str:
    """The columns of the tidy table that the form has no element for."""
    cells = ((column.name, in_one_cell(column.value(entry))) for column in _DATA)
    said = ((name, _markup(str(cell))) for name, cell in cells if cell not in ("", None))
    data = "".join(f'<Data name="{name}"><value>{value}</value></Data>' for name, value in said)
    return f"<ExtendedData>{data}</ExtendedData>"


def _geometry(places: tuple[Place, ...]) -> str:
    points = [f"<Point><coordinates>{lon},{lat}</coordinates></Point>" for lon, lat in map(position, places)]
    return points[0] if len(points) == 1 else f"<MultiGeometry>{''.join(points)}</MultiGeometry>" if points else ""


def _markup(text: str) -> str:
    return escape(clean(text))
