"""Maps Glue records with the peer's own source and work unit processors, without any AWS or GMS.

    TZ=UTC peer.py CASES.ndjson OUT.ndjson

CASES.ndjson: one case a line: {"case", "config": source.config, "flags"?, "gms"?: the answer of /config,
"databases": [wire record], "tables": [wire record]}. The records go through botocore's parser, so that the peer sees what
it would see behind a real client. OUT.ndjson: one proposal a line: {"case", "entityUrn", "entityType", "aspectName",
"changeType", "aspect"}, and at the end of each case {"case", "failures": [text], "warnings": [text]}.
"""

import gzip
import json
import logging
import os
import pathlib
import sys

import botocore
import botocore.model
import botocore.parsers
from datahub.emitter.mcp import MetadataChangeProposalWrapper
from datahub.emitter.mcp_builder import mcps_from_mce
from datahub.ingestion.api.common import PipelineContext
from datahub.ingestion.run.pipeline_config import PipelineConfig
from datahub.ingestion.source.aws.glue import GlueSource, GlueSourceConfig
from datahub.metadata.schema_classes import MetadataChangeEventClass
from datahub.utilities.server_config_util import set_gms_config

MODEL = pathlib.Path(botocore.__file__).parent / "data/glue/2017-03-31/service-2.json.gz"
SERVICE = botocore.model.ServiceModel(json.loads(gzip.decompress(MODEL.read_bytes())), "glue")
PARSER = botocore.parsers.create_parser("json")
# Without a server the peer must not look for one in the environment.
DEFAULTS = {"extract_transforms": False, "include_view_lineage": False, "ignore_resource_links": True}


def parsed(operation, answer):
    """An answer of Glue as boto3 hands it on: unknown members gone, members in the model's order, times as datetimes."""
    response = {"body": json.dumps(answer).encode(), "headers": {}, "status_code": 200}
    return PARSER.parse(response, SERVICE.operation_model(operation).output_shape)


class Pages:
    def __init__(self, records):
        self.records = records

    def search(self, _expression):
        return iter(self.records)


class Paginator:
    def __init__(self, client, operation):
        self.client, self.operation = client, operation

    def paginate(self, DatabaseName=None, **_):
        if self.operation == "get_databases":
            return Pages(parsed("GetDatabases", {"DatabaseList": self.client.databases})["DatabaseList"])
        tables = self.client.tables_of.get(DatabaseName, [])
        return Pages(parsed("GetTables", {"TableList": tables})["TableList"])


class Catalogue:
    """Stands in for boto3's Glue client: lists the records of one case."""

    def __init__(self, databases, tables):
        self.databases = databases
        self.tables_of = {}
        for table in tables:
            self.tables_of.setdefault(table.get("DatabaseName"), []).append(table)

    def get_paginator(self, operation):
        return Paginator(self, operation)


def source_of(case):
    config = GlueSourceConfig.model_validate({"aws_region": "eu-west-1", **DEFAULTS, **case["config"]})
    recipe = {"source": {"type": "glue", "config": case["config"]}, "flags": case.get("flags", {})}
    ctx = PipelineContext(run_id="parity", pipeline_config=PipelineConfig.from_dict(recipe))
    set_gms_config(case.get("gms", {}))
    source = GlueSource(config, ctx)
    source.glue_client = Catalogue(case["databases"], case["tables"])
    return source


def proposals(workunit):
    metadata = workunit.metadata
    if isinstance(metadata, MetadataChangeEventClass):
        return [mcp.to_obj(simplified_structure=True) for mcp in mcps_from_mce(metadata)]
    if isinstance(metadata, MetadataChangeProposalWrapper):
        return [metadata.to_obj(simplified_structure=True)]
    # What processors make as JSON patches.
    return [{**metadata.to_obj(), "aspect": {"json": json.loads(metadata.aspect.value)}}]


def run(case, out):
    source = source_of(case)
    broken = []
    try:
        write(case, source, out)
    except Exception as error:
        broken = [f"the run ended: {error!r}"]
    report = source.get_report()
    failures = [f"{e.message}: {c}" for e in report.failures for c in e.context]
    warnings = [f"{e.message}: {c}" for e in report.warnings for c in e.context]
    out.write(json.dumps({"case": case["case"], "failures": broken + failures, "warnings": warnings}) + "\n")


def write(case, source, out):
    for workunit in source.get_workunits():
        for proposal in proposals(workunit):
            line = {
                "case": case["case"],
                "entityUrn": proposal["entityUrn"],
                "entityType": proposal["entityType"],
                "aspectName": proposal["aspectName"],
                "changeType": proposal["changeType"],
                "aspect": proposal["aspect"]["json"],
            }
            out.write(json.dumps(line) + "\n")


def main():
    if os.environ.get("TZ") != "UTC":
        sys.exit("The peer's output depends on the time zone: run it with TZ=UTC")
    logging.disable(logging.CRITICAL)
    # For recipes without aws_region; no client is ever asked anything.
    os.environ["AWS_DEFAULT_REGION"] = "eu-west-1"
    with open(sys.argv[1], encoding="utf-8") as cases, open(sys.argv[2], "w", encoding="utf-8") as out:
        for line in cases:
            run(json.loads(line), out)


if __name__ == "__main__":
    main()
