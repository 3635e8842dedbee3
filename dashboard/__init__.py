"""When and where: a timeline and a map of what diplomatic documents speak of, each claim with its sentence.

The data flows one way, and the folders are its nouns:

    documents   files -> Document               (text exactly as read; pages, notes and sections as offsets into it)
    extraction  Document -> Mention, Event      (dates, places, people, topics, events; each with its evidence)
    gazetteer   name + when + near -> Place     (every gazetteer answers by geopy's contract)
    store       what was found -> an atlas      (a folder of files that replaces itself atomically)
    queries     Filters -> rows, counts, words  (the only way in for everything right of here)
    views       rows -> figures                 (Altair, folium, escaped text; no Streamlit)
    app         figures -> the screen           (the first code that knows Streamlit)

`pipeline.py` puts the first four in order; `model.py` holds the values they hand to one another.
"""
