"""The forms other programs use are what data/schema/ says: what `extract` prints, and the labels that are read."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any, get_args

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from dashboard import config
from dashboard.cli import main
from dashboard.datespan import Basis
from dashboard.documents.plain_text import make_document
from dashboard.evaluation.gold import read_gold
from dashboard.gazetteer import Gazetteers
from dashboard.interchange import as_json
from dashboard.model import PLACE_KINDS, Certainty, EventKind, Status
from dashboard.pipeline import annotate

FOLDER = config.DATA / "schema"


@cache
def validator(name: str) -> Draft202012Validator:
    """What holds an object to a schema of ours."""
    schemas = {path.name: json.loads(path.read_text("utf-8")) for path in FOLDER.glob("*.json")}
    known = Registry().with_resources((key, Resource.from_contents(schema)) for key, schema in schemas.items())
    return Draft202012Validator(schemas[name], registry=known)


def mistakes(name: str, found: Mapping[str, Any]) -> list[str]:
    """Where an object is not as a schema says."""
    return [f"{'/'.join(map(str, each.path))}: {each.message}" for each in validator(name).iter_errors(found)]


@pytest.mark.parametrize("name", ["extract.json", "gold.json"])
def test_a_schema_is_one(name: str) -> None:
    Draft202012Validator.check_schema(validator(name).schema)


def test_what_extract_prints_is_as_its_schema_says(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", str(config.DATA / "documents")]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(line["id"], mistakes("extract.json", line)) for line in lines if mistakes("extract.json", line)] == []
    assert all(mistakes("gold.json", line) == [] for line in lines), "it can be corrected into labels"
    assert len(lines) == 2


@pytest.mark.parametrize(
    "text", ["Little Pine Creek", "In 44 B.C. they met; from May 5, 1945 on, at Riga and Fort Whatsit."]
)
def test_so_it_is_of_a_paper_that_says_little(gazetteers: Gazetteers, text: str) -> None:
    found = as_json(annotate(make_document("a", text), gazetteers))
    assert mistakes("extract.json", json.loads(json.dumps(found))) == []


def test_so_it_is_of_passages_of_every_sort(gazetteers: Gazetteers) -> None:
    documents = [each.document for gold in read_gold() for each in gold.documents if each.hazard][::6]
    for document in documents:
        found = as_json(annotate(document, gazetteers))
        assert mistakes("extract.json", json.loads(json.dumps(found))) == [], document.id


def test_a_key_more_or_less_is_told(gazetteers: Gazetteers) -> None:
    """Who adds to what is printed says so in the schema."""
    found = as_json(annotate(make_document("a", "They met at Riga on May 5, 1945."), gazetteers))
    assert mistakes("extract.json", found) == []
    assert mistakes("extract.json", found | {"mood": "grave"})
    assert mistakes("extract.json", {key: value for key, value in found.items() if key != "people"})
    assert mistakes("extract.json", found | {"dates": [found["dates"][0] | {"earliest": "5 May 1945"}]})


def test_the_labels_that_ship_are_as_their_schema_says() -> None:
    lines = (config.DATA / "gold" / "default_documents.jsonl").read_text("utf-8").splitlines()
    assert [mistakes("gold.json", json.loads(line)) for line in lines] == [[], []]
    assert mistakes("gold.json", {"id": "a", "dates": [{"start": 3, "end": 5}]}), "a label says something"


def test_values_are_those_of_the_model() -> None:
    schema = validator("extract.json").schema
    event = schema["properties"]["events"]["items"]["properties"]
    assert tuple(event["kind"]["enum"]) == get_args(EventKind)
    assert tuple(event["certainty"]["enum"]) == get_args(Certainty)
    assert tuple(event["status"]["enum"]) == get_args(Status)
    assert tuple(schema["properties"]["places"]["items"]["properties"]["kind"]["enum"]) == PLACE_KINDS
    bases = [each.value for each in Basis if each is not Basis.EDITOR]
    assert schema["$defs"]["basis"]["enum"] == bases, "corrections are left aside"
