"""When and where: a timeline and a map of what diplomatic documents speak of, each claim with its sentence.

The data flows one way, and the folders are its nouns:

    documents   files -> Document               (text exactly as read; pages, notes and sections as offsets into it)
    extraction  Document -> Mention, Event      (dates, places, people, topics, events; each with its evidence)
    gazetteer   name + when + near -> Place     (every gazetteer answers by geopy's contract)
    corrections what a person changed -> Event  (rows of a table, applied to what was found)
    store       what was found -> an atlas      (a folder of files that replaces itself atomically)
    queries     Filters -> rows, counts, words  (the only way in for everything below)
    views       rows -> figures                 (Vega-Lite, folium, escaped text; no Streamlit)
    export      what the filters show -> files
    evaluation  what was found + labels -> figures of how right it is
    components  figures -> what a reader clicks (the first code that knows Streamlit)
    app_pages   components -> the screen        (`app.py` is the router, `state.py` what the reader chose,
                                                `address.py` how the address bar says it,
                                                `session.py` what no address says)

`pipeline/` puts the first five in order, for one document and for a series; `model.py` holds the values they hand to
one another, `datespan.py` the date among them. `cli/` is the other way in, a file a command. Which may import which:
pyproject.toml says, a test checks.
"""
