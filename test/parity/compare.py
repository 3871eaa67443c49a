"""Holds what this project wrote against what the peer (`datahub ingest`) wrote, aspect by aspect.

Run with the peer's own interpreter: every aspect is parsed, validated and written back by the peer's classes first, so a
field they would drop, or a value they would refuse, is found even where both programs agree.

    compare.py JOBS.json [--show N]

JOBS.json: [{"case": name, "peer": F.ndjson, "ours": F.ndjson}]. Each file holds one proposal a line: entityType, entityUrn,
changeType, aspectName, aspect (parsed JSON; for PATCH the list of operations). Differences that deviations.yml explains
are counted apart. Exit status 0 when nothing is left unexplained.
"""

import collections
import json
import pathlib
import re
import sys

import yaml
from datahub.emitter.serialization_helper import post_json_transform, pre_json_transform
from datahub.ingestion.source.state.checkpoint import Checkpoint
from datahub.ingestion.source.state.entity_removal_state import GenericCheckpointState
from datahub.metadata.schema_classes import ASPECT_NAME_MAP

# Run history and state name the program that ran; they are compared where the program's own suites look at them.
OWN_BUSINESS = {
    "dataHubExecutionRequestInput",
    "dataHubExecutionRequestResult",
    "dataHubIngestionSourceKey",
}
CHECKPOINT = "datahubIngestionCheckpoint"
# What this project notes for itself beside the state: fingerprints, and a copy of the state while something is held.
OWN_NOTES = (",glue_fingerprints)", "_stateful_ingestion_held)", "_stale_entity_removal_held)")
# Several of these for one urn are a series, not one value that the last one replaces.
SERIES = {"operation", "datasetProfile"}
# Aspects that are a list whose order has no meaning, and the name of that list.
UNORDERED = {"ownership": "owners", "glossaryTerms": "terms", "domains": "domains"}
# Milliseconds later than this are "now" of a run; catalogues hold earlier times only.
NOW_AFTER = 1_790_000_000_000
NOW_FIELDS = {"time", "timestampMillis", "lastUpdatedTimestamp", "lastObserved"}

HERE = pathlib.Path(__file__).parent


def without_now(value):
    """The value with the moment of the run replaced, so that two runs can be equal."""
    if isinstance(value, dict):
        return {
            k: "<now>" if k in NOW_FIELDS and isinstance(v, int) and v > NOW_AFTER else without_now(v)
            for k, v in value.items()
        }
    if isinstance(value, list):
        return [without_now(v) for v in value]
    return value


def without_nulls(value):
    if isinstance(value, dict):
        return {k: without_nulls(v) for k, v in value.items() if v is not None}
    if isinstance(value, list):
        return [without_nulls(v) for v in value]
    return value


def through_peer(name, raw):
    """The aspect as the peer's classes write it back, and what is wrong with it (or None)."""
    cls = ASPECT_NAME_MAP.get(name)
    if cls is None:
        return raw, "unknown aspect"
    try:
        parsed = cls.from_obj(post_json_transform(raw))
        if not parsed.validate():
            return raw, "refused by validate()"
        back = pre_json_transform(parsed.to_obj())
    except Exception as error:
        return raw, f"refused: {error!r}"[:300]
    lost = first_loss(without_nulls(raw), without_nulls(back))
    return back, f"does not survive the round trip at {lost}" if lost else None


def first_loss(sent, back, path=""):
    """Where something that was sent is gone or changed after the round trip; defaults that are added are no loss."""
    if isinstance(sent, dict) and isinstance(back, dict):
        for key, value in sent.items():
            if key not in back:
                return f"{path}.{key}"
            loss = first_loss(value, back[key], f"{path}.{key}")
            if loss:
                return loss
        return None
    if isinstance(sent, list) and isinstance(back, list):
        if len(sent) != len(back):
            return f"{path}[]"
        losses = (first_loss(s, b, f"{path}[{i}]") for i, (s, b) in enumerate(zip(sent, back)))
        return next((loss for loss in losses if loss), None)
    return None if sent == back else path or "."


def load(file):
    """(urn, aspect) → what DataHub holds at the end; PATCHes and series as sorted lists. Also what the peer refuses."""
    held, refused = {}, []
    with open(file, encoding="utf-8") as lines:
        for line in lines:
            proposal = json.loads(line)
            name, urn = proposal["aspectName"], proposal["entityUrn"]
            if name in OWN_BUSINESS or urn.endswith(OWN_NOTES):
                continue
            if proposal.get("changeType") == "PATCH":
                held.setdefault((urn, f"{name} (patch)"), []).append(without_now(proposal["aspect"]))
                continue
            value, wrong = through_peer(name, proposal["aspect"])
            if wrong:
                refused.append((urn, name, wrong))
            if name == "dataHubIngestionSourceInfo":
                # Histories of both programs merge in one source. The recipe names the lane's own server.
                held[(urn, name)] = {key: proposal["aspect"][key] for key in ("name", "type")}
                continue
            if name == CHECKPOINT:
                held[(urn, name)] = state_in(proposal["aspect"])
                continue
            value = in_order(name, value)
            if name in SERIES:
                held.setdefault((urn, name), []).append(without_now(value))
            else:
                held[(urn, name)] = without_now(value)
    return {k: sorted(v, key=canonical) if isinstance(v, list) else v for k, v in held.items()}, refused


def state_in(raw):
    """The urns of a checkpoint, as the peer's next run would read them."""
    aspect = ASPECT_NAME_MAP[CHECKPOINT].from_obj(post_json_transform(raw))
    checkpoint = Checkpoint.create_from_checkpoint_aspect("job", aspect, GenericCheckpointState)
    return {"pipelineName": checkpoint.pipeline_name, "urns": {urn: True for urn in checkpoint.state.urns}}


def in_order(name, value):
    """Owners, terms and domains sorted: the peer makes them from sets, in another order in each of its runs."""
    member = UNORDERED.get(name)
    return {**value, member: sorted(value[member], key=canonical)} if member in value else value


def canonical(value):
    return json.dumps(value, sort_keys=True)


def where(peer, ours, path=""):
    """The first place in which two values differ, for a person to read."""
    if isinstance(peer, dict) and isinstance(ours, dict):
        for key in sorted(set(peer) | set(ours)):
            if peer.get(key) != ours.get(key):
                return where(peer.get(key), ours.get(key), f"{path}.{key}")
    if isinstance(peer, list) and isinstance(ours, list) and len(peer) == len(ours):
        for index, (p, o) in enumerate(zip(peer, ours)):
            if p != o:
                return where(p, o, f"{path}[{index}]")
    return f"{path or '.'}: peer={canonical(peer)[:200]} ours={canonical(ours)[:200]}"


class Deviations:
    """Differences that are wanted, each with its reason (deviations.yml)."""

    def __init__(self, file):
        self.entries = yaml.safe_load(file.read_text(encoding="utf-8")) or []
        self.used = collections.Counter()

    def explains(self, case, kind, urn, aspect, detail):
        for entry in self.entries:
            fits = (
                re.fullmatch(entry.get("case", ".*"), case)
                and entry["kind"] == kind
                and re.fullmatch(entry.get("aspect", ".*"), aspect)
                and re.search(entry.get("urn", ""), urn)
                and re.search(entry.get("detail", ""), detail or "")
            )
            if fits:
                self.used[entry["id"]] += 1
                return True
        return False


def without_sql_texts(value):
    """The value without the SQL that a parser has printed: of one query, two of them print two texts."""
    if isinstance(value, dict):
        return {
            k: "<sql>" if k == "transformOperation" or (k == "value" and value.get("language") == "SQL") else without_sql_texts(v)
            for k, v in value.items()
        }
    if isinstance(value, list):
        return [without_sql_texts(v) for v in value]
    return value


def compare(job, deviations, show):
    peer, _ = load(job["peer"])
    ours, refused = load(job["ours"])
    keys = sorted(set(peer) | set(ours))
    left, explained, texts = [], 0, 0
    for key in keys:
        kind = "missing" if key not in ours else "extra" if key not in peer else "differs"
        if kind == "differs" and peer[key] == ours[key]:
            continue
        if kind == "differs" and without_sql_texts(peer[key]) == without_sql_texts(ours[key]):
            texts += 1
            continue
        detail = where(peer[key], ours[key]) if kind == "differs" else canonical(peer.get(key, ours.get(key)))[:300]
        if deviations.explains(job["case"], kind, key[0], key[1], detail):
            explained += 1
        else:
            left.append((kind, *key, detail))
    for urn, name, wrong in refused:
        left.append(("refused", urn, name, wrong))
    equal = len(keys) - explained - texts - len([x for x in left if x[0] != "refused"])
    percent = 100 * equal / max(1, len(keys))
    print(f"{job['case']:40s} {equal:6d} of {len(keys):6d} equal ({percent:6.2f} %), {explained} deviations, {texts} with another SQL text, {len(left)} unexplained")
    for difference in left[:show]:
        print("   ", *difference)
    return len(keys), explained, texts, len(left)


def main():
    jobs = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
    show = int(sys.argv[sys.argv.index("--show") + 1]) if "--show" in sys.argv else 12
    deviations = Deviations(HERE / "deviations.yml")
    totals = [compare(job, deviations, show) for job in jobs]
    pairs, explained, texts, left = (sum(column) for column in zip(*totals))
    print(f"\n{pairs} (urn, aspect) pairs in {len(jobs)} cases; deviations: {explained}; SQL printed differently: {texts}; unexplained: {left}")
    for entry in deviations.entries:
        print(f"  {deviations.used[entry['id']]:6d} × {entry['id']}: {entry['reason']}")
    empty = [job["case"] for job, total in zip(jobs, totals) if total[0] == 0]
    for case in empty:
        print(f"{case}: nothing to compare")
    sys.exit(1 if left or empty else 0)


main()
