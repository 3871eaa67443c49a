"""Hides secrets in scripts as the peer does:  redact.py FILE.json  → prints the list of results as JSON."""

import json
import pathlib
import sys

from datahub.ingestion.source.aws.glue import _redact_secret_fields_in_dataflow_script as redact

scripts = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
print(json.dumps([redact(script) for script in scripts]))
