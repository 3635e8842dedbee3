"""From documents to an atlas.

one_document  Document -> Annotations             (the whole flow for one, on one page)
sources       files and folders -> documents      (remembered where they lie)
crew, work    documents -> findings               (in this process or on a Dask cluster; the same code)
committing    findings -> merged, corrected, an atlas
part          what of an atlas a change reaches; the rest stays as it is
atlas         all of it, again only where something changed
own           what a reader brings in on the page, and takes out again
"""

from dashboard.pipeline.atlas import (
    Hire,
    Report,
    bring_up_to_date,
    build_atlas,
    sources_of,
    take_back,
    totals,
    update,
)
from dashboard.pipeline.committing import DOCUMENTS
from dashboard.pipeline.crew import local_crew, processors, scheduler_crew
from dashboard.pipeline.own import OwnFile, add_file, add_text, own_documents, remove_own
from dashboard.pipeline.progress import Progress, in_time
from dashboard.pipeline.work import annotate
from dashboard.store.kept import DocumentState, Tally

__all__ = [
    "DOCUMENTS",
    "DocumentState",
    "Hire",
    "OwnFile",
    "Progress",
    "Report",
    "Tally",
    "add_file",
    "add_text",
    "annotate",
    "bring_up_to_date",
    "build_atlas",
    "in_time",
    "local_crew",
    "own_documents",
    "processors",
    "remove_own",
    "scheduler_crew",
    "sources_of",
    "take_back",
    "totals",
    "update",
]
