"""Says of every recipe on stdin ({"name", "text", "env"} a line) whether the peer's own configuration classes accept it.

Answers on stdout, a line each: {"name", "ok", "stage", "error"}. Nothing is connected to and nothing is run; what the
peer would find out only while running (a pattern that does not compile, a proxy twice) is found out here.
"""

import io
import json
import logging
import os
import sys
import warnings

import yaml

for name in [name for name in os.environ if name.startswith(("DATAHUB_", "AWS_"))]:
    del os.environ[name]
warnings.simplefilter("ignore")
logging.disable(logging.CRITICAL)

from botocore.config import Config  # noqa: E402
from datahub.configuration.config_loader import EnvResolver, _process_directives  # noqa: E402
from datahub.configuration.common import AllowDenyPattern, ConfigModel  # noqa: E402
from datahub.ingestion.extractor.extractor_registry import extractor_registry  # noqa: E402
from datahub.ingestion.extractor.mce_extractor import WorkUnitRecordExtractorConfig  # noqa: E402
from datahub.ingestion.run.pipeline_config import PipelineConfig  # noqa: E402
from datahub.ingestion.sink.datahub_rest import DatahubRestSinkConfig  # noqa: E402
from datahub.ingestion.sink.file import FileSinkConfig  # noqa: E402
from datahub.ingestion.source.aws.glue import GlueSourceConfig  # noqa: E402

SINKS = {
    "datahub-rest": DatahubRestSinkConfig,
    "file": FileSinkConfig,
    "console": ConfigModel,
    "blackhole": ConfigModel,
}


def patterns(model):
    """Compiles every pattern of a configuration, however deep."""
    if isinstance(model, AllowDenyPattern):
        model.allowed("x")
    if isinstance(model, ConfigModel):
        for name in type(model).model_fields:
            patterns(getattr(model, name))
    elif isinstance(model, dict):
        for value in model.values():
            patterns(value)


def judge(text, env):
    stage = "yaml"
    try:
        raw = yaml.safe_load(io.StringIO(text))
        config = raw.copy()
        stage = "expand"
        config = EnvResolver(environ=dict(env)).resolve(config)
        config = _process_directives(config)
        stage = "pipeline"
        pipeline = PipelineConfig.from_dict(config, raw)
        stage = "sink"
        if pipeline.sink is not None:
            SINKS[pipeline.sink.type].model_validate(pipeline.sink.model_dump().get("config") or {})
        stage = "source type"
        if pipeline.source.type != "glue":
            raise ValueError("not glue")
        stage = "source"
        options = pipeline.source.model_dump().get("config", {})
        "x" in options
        glue = GlueSourceConfig.model_validate(options)
        stage = "extractor"
        extractor_registry.get(pipeline.source.extractor)
        WorkUnitRecordExtractorConfig.model_validate(pipeline.source.extractor_config)
        stage = "patterns"
        patterns(glue)
        stage = "botocore"
        glue._aws_config()
        return {"ok": True}
    except RecursionError:
        return {"ok": False, "stage": stage, "error": "recursion"}
    except Exception as error:
        return {"ok": False, "stage": stage, "error": f"{type(error).__name__}: {error}"[:400]}


if __name__ == "__main__":
    for line in sys.stdin:
        case = json.loads(line)
        print(json.dumps({"name": case["name"], **judge(case["text"], case["env"])}))
