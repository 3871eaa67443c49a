"""Runs the peer's own transformers over work units, with a DataHub in memory.

    TZ=UTC peer.py CASES.json

CASES.json: [{"name", "transformers": [{type, config}], "units": [{urn, entityType, aspectName, aspect}],
"held": {"urn aspectName": aspect}, "domains": {name: urn}}]. Prints one JSON line a case: {"name", "proposals": [{urn,
entityType, aspectName, changeType, aspect}]} or {"name", "error"}.
"""

import json
import logging
import pathlib
import sys

from datahub.emitter.mcp import MetadataChangeProposalWrapper
from datahub.emitter.serialization_helper import post_json_transform, pre_json_transform
from datahub.ingestion.api.common import EndOfStream, PipelineContext, RecordEnvelope
from datahub.ingestion.transformer.transform_registry import transform_registry
from datahub.metadata.schema_classes import ASPECT_NAME_MAP, MetadataChangeProposalClass

OWN_NAMES = {cls: name for name, cls in ASPECT_NAME_MAP.items()}


def aspect_of(name, raw):
    return ASPECT_NAME_MAP[name].from_obj(post_json_transform(raw))


class Graph:
    """What transformers ask of DataHub."""

    def __init__(self, held, domains):
        self.held, self.domains = held, domains

    def get_aspect(self, entity_urn, aspect_type, version=0):
        name = OWN_NAMES[aspect_type]
        raw = self.held.get(f"{entity_urn} {name}")
        return None if raw is None else aspect_of(name, raw)

    def __getattr__(self, name):
        aspects = {
            "get_tags": "globalTags",
            "get_glossary_terms": "glossaryTerms",
            "get_ownership": "ownership",
            "get_domain": "domains",
            "get_domain_properties": "domainProperties",
            "get_browse_path": "browsePaths",
            "get_schema_metadata": "schemaMetadata",
            "get_dataset_properties": "datasetProperties",
        }
        if name not in aspects:
            raise AttributeError(name)
        return lambda entity_urn: self.get_aspect(entity_urn, ASPECT_NAME_MAP[aspects[name]])

    def get_domain_urn_by_name(self, name):
        return self.domains.get(name)

    def remove_tag(self, tag_urn, resource_urn):
        pass


def proposal(record):
    if isinstance(record, MetadataChangeProposalClass):
        aspect = json.loads(record.aspect.value)
    else:
        aspect = pre_json_transform(record.aspect.to_obj())
    return {
        "urn": record.entityUrn,
        "entityType": record.entityType,
        "aspectName": record.aspectName,
        "changeType": record.changeType,
        "aspect": aspect,
    }


def run(case):
    context = PipelineContext(run_id="run")
    context.graph = Graph(case["held"], case["domains"])
    records = [
        RecordEnvelope(
            MetadataChangeProposalWrapper(
                entityUrn=unit["urn"], aspect=aspect_of(unit["aspectName"], unit["aspect"])
            ),
            {"workunit_id": f"wu-{index}"},
        )
        for index, unit in enumerate(case["units"])
    ]
    stream = iter([*records, RecordEnvelope(EndOfStream(), {"workunit_id": "end-of-stream"})])
    for given in case["transformers"]:
        transformer = transform_registry.get(given["type"]).create(given["config"], context)
        stream = transformer.transform(stream)
    proposals = [proposal(it.record) for it in stream if not isinstance(it.record, EndOfStream)]
    return {"name": case["name"], "proposals": proposals}


def main():
    logging.disable(logging.CRITICAL)
    for case in json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8")):
        try:
            print(json.dumps(run(case)), flush=True)
        except Exception as error:
            print(json.dumps({"name": case["name"], "error": f"{type(error).__name__}: {error}"[:500]}), flush=True)


main()
