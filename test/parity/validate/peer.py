"""Says of every recipe on stdin ({"name", "text", "env"} a line) whether the peer's classes accept the whole of it.

Answers on stdout, a line each: {"name", "ok", "stage", "error"}. What recipes/peer.py asks of pipeline, source and sink;
then what the pipeline asks when it makes the source's state (state/stateful_ingestion_base.py), and of each transformer
what transformers/verdicts.py asks. Nothing is connected to.
"""

import io
import json
import logging
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))

import yaml  # noqa: E402
from recipes.peer import judge  # noqa: E402
from transformers.verdicts import judge as judge_transformer  # noqa: E402

from datahub.configuration.config_loader import EnvResolver  # noqa: E402
from datahub.ingestion.source.aws.glue import GlueSourceConfig  # noqa: E402
from datahub.ingestion.source.state_provider.datahub_ingestion_checkpointing_provider import (  # noqa: E402
    DatahubIngestionStateProviderConfig,
)
from datahub.ingestion.source.state_provider.file_ingestion_checkpointing_provider import (  # noqa: E402
    FileIngestionStateProviderConfig,
)

logging.disable(logging.CRITICAL)

PROVIDERS = {
    "datahub": DatahubIngestionStateProviderConfig,
    "file": FileIngestionStateProviderConfig,
}


def judge_state(config):
    state = GlueSourceConfig.model_validate(config["source"]["config"]).stateful_ingestion
    if state is None or not state.enabled:
        return
    if config.get("pipeline_name") is None:
        raise ValueError("pipeline_name must be provided")
    provider = PROVIDERS[state.state_provider.type].model_validate(
        state.state_provider.config
    )
    if isinstance(provider, DatahubIngestionStateProviderConfig):
        sink = config.get("sink") or {"type": "datahub-rest"}
        if not (
            provider.datahub_api
            or config.get("datahub_api")
            or sink["type"] == "datahub-rest"
        ):
            raise ValueError("a graph instance is required")


def judge_all(text, env):
    verdict = judge(text, env)
    if not verdict["ok"]:
        return verdict
    config = EnvResolver(environ=dict(env)).resolve(yaml.safe_load(io.StringIO(text)))
    try:
        judge_state(config)
    except Exception as error:
        return {"ok": False, "stage": "state", "error": f"{type(error).__name__}: {error}"[:300]}
    for transformer in config.get("transformers") or []:
        given = {"type": transformer["type"], "config": transformer.get("config")}
        made = judge_transformer(given)
        if not made["ok"]:
            return {"ok": False, "stage": transformer["type"], "error": made["error"]}
    return verdict


for line in sys.stdin:
    case = json.loads(line)
    print(json.dumps({"name": case["name"], **judge_all(case["text"], case["env"])}))
