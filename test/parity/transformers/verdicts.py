"""Says of transformers ({"type", "config"} a line of stdin) whether the peer's own classes accept them.

Answers on stdout, a line each: {"ok", "error"}. A DataHub that knows every domain stands behind them; patterns are compiled.
"""

import json
import logging
import re
import sys

from datahub.configuration.common import ConfigModel, KeyValuePattern
from datahub.ingestion.api.common import PipelineContext
from datahub.ingestion.transformer.transform_registry import transform_registry


class Graph:
    """What transformers ask of DataHub while they are made."""

    def get_domain_properties(self, entity_urn):
        return object()

    def get_domain_urn_by_name(self, name):
        return f"urn:li:domain:{name}"


def patterns(model):
    """Compiles the patterns of rules, which the peer does with the first entity."""
    if isinstance(model, KeyValuePattern):
        for pattern in model.rules:
            re.compile(pattern)
    elif isinstance(model, ConfigModel):
        for name in type(model).model_fields:
            patterns(getattr(model, name))


def judge(given):
    try:
        context = PipelineContext(run_id="run")
        context.graph = Graph()
        made = transform_registry.get(given["type"]).create(given["config"], context)
        patterns(getattr(made, "config", None))
        return {"ok": True}
    except Exception as error:
        return {"ok": False, "error": f"{type(error).__name__}: {error}"[:300]}


if __name__ == "__main__":
    logging.disable(logging.CRITICAL)
    for line in sys.stdin:
        print(json.dumps(judge(json.loads(line))))
