"""What can go wrong, as sentences for the reader.

    DashboardError
    ├── DocumentError (ValueError)      a document cannot be read
    │   ├── UnknownFormat               no reader for this suffix
    │   ├── UnreadableText              not text, or not in a known encoding
    │   └── EmptyDocument               nothing in it
    ├── CatalogueError (ValueError)     documents.csv and the folder disagree, or a cell does not parse
    ├── DateError (ValueError)          a string is no EDTF date, or no day of the calendar
    ├── CorrectionError (ValueError)    a row of corrections.csv cannot be read or applied
    ├── VocabularyError (ValueError)    a row of data/ is wrong
    ├── GoldError (ValueError)          labels and text of a labelled document disagree
    ├── GazetteerError (LookupError)    a gazetteer cannot answer (missing, not built, not reachable)
    ├── AtlasError (OSError)            the atlas is missing or damaged, or cannot be written
    │   └── AtlasBusy                   another process is writing it
    ├── ClusterError (OSError)          the Dask cluster is not there, or its workers cannot do the work
    ├── StaticFileError (OSError)       the files the browser fetches cannot be put in place
    ├── PortTaken (OSError)             another program listens on the port
    ├── ReadOnly (PermissionError)      a change is asked for where the dashboard is for reading only
    ├── FilterError (ValueError)        a filter names what the atlas does not know
    └── ExportError (ValueError)        nothing to export, no such format, or a file named in --out cannot be written
        ├── StoryError                  a story cannot be read; one line a mistake
        └── ExportStopped               nobody wants the file any more

Every message says what was given, what would work, and what to do next. The library raises; the command line
and the pages print `str(error)` and nothing else.
"""


class DashboardError(Exception):
    """Base of every error this project raises on purpose."""


class DocumentError(DashboardError, ValueError):
    """A document cannot be read."""


class UnknownFormat(DocumentError):
    """No reader knows this file's suffix."""


class UnreadableText(DocumentError):
    """The bytes are no text, or no text in an encoding we know."""


class EmptyDocument(DocumentError):
    """The file holds no text at all."""


class CatalogueError(DashboardError, ValueError):
    """The catalogue and the folder disagree, or one of its cells does not parse."""


class DateError(DashboardError, ValueError):
    """A string is no EDTF date, or names no day of the calendar."""


class CorrectionError(DashboardError, ValueError):
    """A row of corrections.csv cannot be read or applied."""


class VocabularyError(DashboardError, ValueError):
    """A row of a table under data/ is wrong."""


class GoldError(DashboardError, ValueError):
    """Labels and text of a labelled document disagree, or one of the two is missing."""


class GazetteerError(DashboardError, LookupError):
    """A gazetteer cannot answer: missing, not built, or not reachable."""


class AtlasError(DashboardError, OSError):
    """The atlas is missing or damaged, or cannot be written."""


class AtlasBusy(AtlasError):
    """Another process is writing the atlas."""


class ClusterError(DashboardError, OSError):
    """The Dask cluster is not there, or its workers cannot do the work."""


class StaticFileError(DashboardError, OSError):
    """The files that the browser fetches from this machine cannot be put in place."""


class PortTaken(DashboardError, OSError):
    """Another program listens on the port the dashboard was asked to open on."""


class ReadOnly(DashboardError, PermissionError):
    """A change was asked for where the dashboard is for reading only."""


class FilterError(DashboardError, ValueError):
    """A filter names something that the atlas does not know."""


class ExportError(DashboardError, ValueError):
    """There is nothing to export, no such format, or its file cannot be written."""


class StoryError(ExportError):
    """The file of a story cannot be read or understood; its message has a line for each mistake."""


class ExportStopped(ExportError):
    """An export was called off before its file was whole."""
