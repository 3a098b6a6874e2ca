"""aws-cli in one process for a whole suite: a line of JSON in for each call, one out. Starting Python takes most of a call otherwise."""

import contextlib
import io
import json
import os
import sys

from awscli.clidriver import create_clidriver

# Importing it set where its own models lie.
OWN = {"AWS_DATA_PATH": os.environ["AWS_DATA_PATH"]}


DRIVERS = {}
# Commands of aws-cli's own, which keep what they found in themselves.
OF_ITS_OWN = {"s3", "validate-logs", "deploy", "package"}


def driver(args, environment):
    """One for each environment and what of the command line a session keeps: to make one takes ten times as long as a call."""
    if OF_ITS_OWN & set(args[:2]):
        return create_clidriver()
    kept = [f"{name} {value}" for name, value in zip(args, args[1:]) if name in ("--region", "--profile")]
    key = json.dumps([environment, kept], sort_keys=True)
    if key not in DRIVERS:
        DRIVERS[key] = create_clidriver()
    return DRIVERS[key]


def call(args, environment):
    os.environ.clear()
    os.environ.update(environment | OWN)
    stdout, stderr = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
    with contextlib.redirect_stdout(stdout), contextlib.redirect_stderr(stderr):
        try:
            code = driver(args, environment).main(args)
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 1
    said = [stream.buffer.getvalue().decode("utf-8", "replace") for stream in (stdout, stderr)]
    return {"code": code or 0, "stdout": said[0], "stderr": said[1]}


for line in sys.stdin:
    asked = json.loads(line)
    print(json.dumps(call(asked["args"], asked["env"])), flush=True)
