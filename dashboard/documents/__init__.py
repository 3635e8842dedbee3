"""Files become documents: one reader a format, all behind the contract in base.py.

    plain_text, jsonl       text as it is              web_page, word    hypertext with its notes
    tei/                    volumes of an edition      pdf/              printed lines
    archive                 files of any of these      kinds             which of these a file is

limits.py says how much is read, structure.py and notes.py find the parts of bare text, catalogue.py what is known
beside the files.
"""
