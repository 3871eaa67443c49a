"""Reads jobs with the peer's own source and work unit processors, without any AWS or GMS.

    TZ=UTC jobs_peer.py CASES.ndjson OUT.ndjson

CASES.ndjson: one case a line, as `JobCase` in ours.ts. OUT.ndjson: one line a case, in order: {"case", "proposals",
"warnings": [text], "ended": what ended the peer's run, or null}. Answers go through botocore's parser, so that the peer
sees what it would see behind a real client.
"""

import io
import json
import logging
import os
import pathlib
import sys

import botocore.exceptions
import botocore.handlers

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "mapping"))
import peer as mapping  # noqa: E402

from datahub.ingestion.api.common import PipelineContext  # noqa: E402
from datahub.ingestion.run.pipeline_config import PipelineConfig  # noqa: E402
from datahub.ingestion.source.aws.glue import GlueSource, GlueSourceConfig  # noqa: E402
from datahub.utilities.server_config_util import set_gms_config  # noqa: E402


def refused(code, operation):
    return botocore.exceptions.ClientError({"Error": {"Code": code, "Message": code}}, operation)


class InvalidInput(Exception):
    pass


class EntityNotFound(Exception):
    pass


class Exceptions:
    InvalidInputException = InvalidInput


class Glue:
    """Stands in for boto3's Glue client: an empty catalogue with the jobs of one case."""

    exceptions = Exceptions

    def __init__(self, case):
        self.case = case

    def get_paginator(self, operation):
        return self if operation == "get_jobs" else Nothing()

    def paginate(self, **_):
        return [mapping.parsed("GetJobs", {"Jobs": self.case["jobs"]})]

    def get_dataflow_graph(self, PythonScript):
        graph = self.case["graphs"].get(PythonScript)
        if graph is None:
            raise InvalidInput("not made by Glue")
        return mapping.parsed("GetDataflowGraph", graph)

    def get_connection(self, Name, **_):
        if not isinstance(Name, str):
            raise botocore.exceptions.ParamValidationError(report="Name")
        if Name not in self.case["connections"]:
            raise EntityNotFound(Name)
        return mapping.parsed("GetConnection", {"Connection": self.case["connections"][Name]})


class Nothing:
    def paginate(self, **_):
        return mapping.Pages([])


class S3:
    """Stands in for boto3's S3 client."""

    def __init__(self, objects):
        self.objects = objects

    def get_object(self, Bucket, Key):
        botocore.handlers.validate_bucket_name({"Bucket": Bucket})
        if f"{Bucket}/{Key}" not in self.objects:
            raise refused("NoSuchKey", "GetObject")
        return {"Body": io.BytesIO(self.objects[f"{Bucket}/{Key}"].encode())}


# boto3's own clients take long to make, and none is asked.
for client in ("glue", "s3", "lakeformation"):
    setattr(GlueSourceConfig, f"get_{client}_client", lambda self: None)


def source_of(case):
    defaults = {**mapping.DEFAULTS, "aws_region": "eu-west-1", "extract_transforms": True}
    config = GlueSourceConfig.model_validate({**defaults, **case["config"]})
    recipe = {"source": {"type": "glue", "config": case["config"]}}
    ctx = PipelineContext(run_id="parity", pipeline_config=PipelineConfig.from_dict(recipe))
    set_gms_config({})
    source = GlueSource(config, ctx)
    source.glue_client = Glue(case)
    source.s3_client = S3(case["scripts"])
    return source


def proposal(found):
    members = ("entityUrn", "entityType", "aspectName", "changeType")
    return {**{member: found[member] for member in members}, "aspect": found["aspect"]["json"]}


def run(case):
    source = source_of(case)
    proposals, ended = [], None
    try:
        for workunit in source.get_workunits():
            proposals.extend(proposal(found) for found in mapping.proposals(workunit))
    except Exception as error:
        ended = repr(error)
    warnings = [f"{e.message}: {c}" for e in source.get_report().warnings for c in e.context]
    return {"case": case["case"], "proposals": proposals, "warnings": warnings, "ended": ended}


def main():
    if os.environ.get("TZ") != "UTC":
        sys.exit("The peer's output depends on the time zone: run it with TZ=UTC")
    logging.disable(logging.CRITICAL)
    os.environ["AWS_DEFAULT_REGION"] = "eu-west-1"
    with open(sys.argv[1], encoding="utf-8") as cases, open(sys.argv[2], "w", encoding="utf-8") as out:
        for line in cases:
            out.write(json.dumps(run(json.loads(line))) + "\n")


if __name__ == "__main__":
    main()
