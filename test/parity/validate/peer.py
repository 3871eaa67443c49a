"""Says of every recipe on stdin ({"name", "text", "env"} a line) whether the peer's classes accept the whole of it.

Answers on stdout, a line each: {"name", "ok", "stage", "error"}. What recipes/peer.py asks of pipeline, source and sink,
and then of each transformer what transformers/verdicts.py asks.
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

logging.disable(logging.CRITICAL)


def judge_all(text, env):
    verdict = judge(text, env)
    if not verdict["ok"]:
        return verdict
    config = EnvResolver(environ=dict(env)).resolve(yaml.safe_load(io.StringIO(text)))
    for transformer in config.get("transformers") or []:
        given = {"type": transformer["type"], "config": transformer.get("config")}
        made = judge_transformer(given)
        if not made["ok"]:
            return {"ok": False, "stage": transformer["type"], "error": made["error"]}
    return verdict


for line in sys.stdin:
    case = json.loads(line)
    print(json.dumps({"name": case["name"], **judge_all(case["text"], case["env"])}))
