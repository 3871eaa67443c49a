"""Runs one command as a child and prints what it cost, from the operating system's own accounting of that child.

    measure.py COMMAND [ARG ...]

The command's output goes to stderr; stdout gets one JSON line: {"wall", "user", "sys" (seconds), "peak" (MiB), "status"}.
"""

import json
import os
import sys
import time

started = time.monotonic()
child = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, 2, 1)])
_, status, usage = os.wait4(child, 0)
print(
    json.dumps(
        {
            "wall": time.monotonic() - started,
            "user": usage.ru_utime,
            "sys": usage.ru_stime,
            "peak": usage.ru_maxrss / 1024,
            "status": os.waitstatus_to_exitcode(status),
        }
    )
)
