"""Writes test/testdata/python/*.json: what Python makes of values, for the tests of src/datahub/python-*.ts.

    TZ=UTC python_texts.py      with Python 3.11, whose Unicode the peer writes
"""

import datetime
import json
import pathlib
import random

from dateutil.tz import tzlocal

FOLDER = pathlib.Path(__file__).parents[2] / "testdata/python"
RANDOM = random.Random(11)
INTERESTING = [*range(0x250), *range(0x2000, 0x2070), *range(0xD7F0, 0xD810), *range(0xFDC0, 0xFE10), *range(0xFFF0, 0x10010)]
INTERESTING += [0x1F680, 0x1FAE8, 0x31350, 0xE0001, 0xF0000, 0x10FFFF, 0x660, 0x0966, 0x1D7CE, 0x20C1, 0x2B96, 0x1C89]


def text(longest):
    def character():
        if RANDOM.random() < 0.5:
            return RANDOM.choice("abc XYZ09'\"\\")
        code = RANDOM.choice(INTERESTING) if RANDOM.random() < 0.7 else RANDOM.randrange(0x110000)
        # Halves of surrogate pairs have no place in a file of UTF-8 when two of them meet.
        return chr(code) if not 0xD800 <= code <= 0xDFFF else "\ud800 "

    return "".join(character() for _ in range(RANDOM.randint(0, longest)))


def value(depth):
    kind = RANDOM.randrange(8 if depth else 5)
    if kind == 0:
        return RANDOM.choice([True, False, None])
    if kind == 1:
        return RANDOM.choice([0, -1, 7, 2**31, 2**53, -(2**53), 10**15, RANDOM.randrange(-(10**6), 10**6)])
    if kind == 2:
        return RANDOM.choice([0.5, -0.1, 1e-4, 9.999e-5, 1.5e-7, 123456.789, 1e-300, RANDOM.random() * 10 ** RANDOM.randint(-8, 12)])
    if kind in (3, 4):
        return text(12)
    if kind in (5, 6):
        return {f"k{text(6)}": value(depth - 1) for _ in range(RANDOM.randint(0, 4))}
    return [value(depth - 1) for _ in range(RANDOM.randint(0, 4))]


def times():
    for _ in range(200):
        millis = RANDOM.choice([0, 1, -1, 1000, 60_000, RANDOM.randrange(-(10**13), 10**14), RANDOM.randrange(2 * 10**9) * 1000])
        time = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc) + datetime.timedelta(milliseconds=millis)
        local = time.astimezone(tzlocal())
        yield {"millis": millis, "str": str(local), "repr": repr(local), "long": local.strftime("%B %d, %Y at %H:%M:%S")}


def spaces():
    for code in [*range(0x3010), 0xFEFF, 0x180E, 0xE0020]:
        if chr(code).strip() == "" or code in (0x1B, 0x200B, 0xFEFF, 0x180E, 0xE0020, 0x2800):
            inner = chr(code) + "a b" + chr(code)
            yield {"text": inner, "strip": inner.strip()}


def unprintable():
    """Ranges of code points that repr() escapes, the first and the last of each."""
    ranges = []
    for code in range(0x110000):
        if chr(code).isprintable():
            continue
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return ranges


def write(name, items):
    lines = ",\n".join(json.dumps(item) for item in items)
    (FOLDER / name).write_text(f"[\n{lines}\n]\n", encoding="ascii")


FOLDER.mkdir(parents=True, exist_ok=True)
values = [value(3) for _ in range(600)]
write("values.json", [{"value": v, "str": str(v), "repr": repr(v), "json": json.dumps(v)} for v in values])
write("unprintable.json", unprintable())
write("times.json", list(times()))
write("spaces.json", list(spaces()))
