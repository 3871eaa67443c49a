"""Runs recipes with the peer, one after the other in one process, as `datahub ingest -c FILE` would.

    peer.py JOBS.json

JOBS.json: [{"case": name, "recipe": FILE, "env": {NAME: value}}]. Prints one JSON line a case: {"case", "seconds", "failures"}.
The peer's output depends on the machine's time zone: run it with TZ=UTC.
"""

import json
import logging
import os
import pathlib
import sys
import time

from datahub.configuration.config_loader import load_config_file
from datahub.ingestion.run.pipeline import Pipeline


def run(job):
    os.environ.update(job["env"])
    started = time.monotonic()
    config = load_config_file(job["recipe"], resolve_env_vars=True)
    pipeline = Pipeline.create(config)
    pipeline.run()
    source = pipeline.source.get_report()
    sink = pipeline.sink.get_report()
    failures = [f.title or f.message for f in source.failures] + [str(f) for f in sink.failures]
    return {"case": job["case"], "seconds": time.monotonic() - started, "failures": failures}


def main():
    logging.basicConfig(level=os.environ.get("PEER_LOG_LEVEL", "ERROR"))
    for job in json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8")):
        print(json.dumps(run(job)), flush=True)


main()
