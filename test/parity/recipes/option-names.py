"""Writes the names of the options that the peer's Glue source has, for test/readme.test.ts.

    PEER_PYTHON test/parity/recipes/option-names.py [--check] test/testdata/peer-options.json

With --check nothing is written: exit status 1 says that the file is not what the peer has.
"""

import json
import pathlib
import sys

from datahub.ingestion.source.aws.glue import GlueSourceConfig
from datahub.ingestion.source.glue_profiling_config import GlueProfilingConfig
from datahub.ingestion.source.state.stale_entity_removal_handler import (
    StatefulStaleMetadataRemovalConfig,
)

CLASSES = {
    "": GlueSourceConfig,
    "profiling": GlueProfilingConfig,
    "stateful_ingestion": StatefulStaleMetadataRemovalConfig,
}


def names():
    for place, cls in CLASSES.items():
        prefix = f"{place}." if place else ""
        yield place or "source.config", [prefix + name for name in cls.model_fields]


def main():
    file = pathlib.Path(sys.argv[-1])
    text = json.dumps(dict(names()), indent=2) + "\n"
    if "--check" in sys.argv:
        same = file.read_text(encoding="utf-8") == text
        print(f"{file}: {'what the peer has' if same else 'not what the peer has'}")
        sys.exit(0 if same else 1)
    file.write_text(text, encoding="utf-8")


main()
