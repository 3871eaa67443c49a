"""Runs recipes with the peer, one after the other, as `datahub ingest -c FILE` would.

A recipe with transformers gets a process of its own: some of them change in place what the peer keeps for later recipes.

    peer.py JOBS.json

JOBS.json: [{"case": name, "recipe": FILE, "env": {NAME: value}}]. Prints one JSON line a case: {"case", "seconds", "failures"}.
The peer's output depends on the machine's time zone: run it with TZ=UTC.
"""

import json
import logging
import multiprocessing
import os
import pathlib
import sys
import time

from datahub.configuration.config_loader import load_config_file
from datahub.ingestion.run.pipeline import Pipeline

# What recipes name is imported when it is first used: once here, and not in each process.
import datahub.ingestion.sink.datahub_rest  # noqa: F401 isort: skip
import datahub.ingestion.source.aws.glue  # noqa: F401 isort: skip


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


def show(job):
    print(json.dumps(run(job)), flush=True)


def show_apart(job):
    """In a forked process, which starts with everything imported."""
    child = multiprocessing.get_context("fork").Process(target=show, args=(job,))
    child.start()
    child.join()
    if child.exitcode != 0:
        sys.exit(f"{job['case']}: ended with {child.exitcode}")


def has_transformers(job):
    return "transformers" in json.loads(pathlib.Path(job["recipe"]).read_text(encoding="utf-8"))


def main():
    logging.basicConfig(level=os.environ.get("PEER_LOG_LEVEL", "ERROR"))
    jobs = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
    # First, so that nothing of another recipe's run is left in the process that is forked.
    for job in filter(has_transformers, jobs):
        show_apart(job)
    for job in jobs:
        if not has_transformers(job):
            show(job)


main()
