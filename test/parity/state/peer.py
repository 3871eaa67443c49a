"""The peer's own checkpoint classes, for test/parity/state/run.ts.

Reads one JSON object a line: {"payload"} is decoded to {"urns"}; {"urns"} is encoded to {"payload"}.
"""

import json
import sys

from datahub.ingestion.source.state.checkpoint import Checkpoint
from datahub.ingestion.source.state.entity_removal_state import GenericCheckpointState
from datahub.metadata.schema_classes import DatahubIngestionCheckpointClass, IngestionCheckpointStateClass


def read(payload):
    state = IngestionCheckpointStateClass(formatVersion="1.0", serde="base85-bz2-json", payload=payload.encode())
    aspect = DatahubIngestionCheckpointClass(
        timestampMillis=1, pipelineName="p", platformInstanceId="", config="", runId="r", state=state
    )
    checkpoint = Checkpoint.create_from_checkpoint_aspect(
        job_name="job", checkpoint_aspect=aspect, state_class=GenericCheckpointState
    )
    return checkpoint.state.urns


def write(urns):
    state = GenericCheckpointState(serde="base85-bz2-json", urns=urns)
    aspect = Checkpoint(job_name="job", pipeline_name="p", run_id="r", state=state).to_checkpoint_aspect(10**9)
    return aspect.state.payload.decode()


for line in sys.stdin:
    case = json.loads(line)
    result = {"urns": read(case["payload"])} if "payload" in case else {"payload": write(case["urns"])}
    sys.stdout.write(json.dumps(result) + "\n")
