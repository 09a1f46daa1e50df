"""Runs a program against local servers and reports what it took: run.py REPORT PROGRAM ARGUMENT...

PROGRAM is a script, or the name of a module that has a `main`. It knows nothing of this: its calls of Google are led
to GOOGLE_URL on their way out, DynamoDB is asked what it charges, and the waiting that a rate limit asks for is counted
and not waited for.
"""

import atexit
import json
import os
import resource
import runpy
import sys
import time
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace

report, program, *arguments = sys.argv[1:]
took = {'writeUnits': 0, 'readUnits': 0, 'waitedFor': 0}


def lead_google_here():
    import requests

    send = requests.Session.send

    def sent(session, request, **options):
        for host in ('https://sheets.googleapis.com/', 'https://www.googleapis.com/'):
            request.url = request.url.replace(host, os.environ['GOOGLE_URL'])
        if request.url.startswith('https://oauth2.googleapis.com/'):
            return token_answer()
        return send(session, request, **options)

    requests.Session.send = sent


def token_answer():
    import requests

    answer = requests.Response()
    answer.status_code = 200
    answer._content = json.dumps({'access_token': os.environ['GOOGLE_TOKEN'], 'expires_in': 3600}).encode()
    return answer


def ask_what_is_charged():
    import boto3

    def ask(params, **_):
        params['ReturnConsumedCapacity'] = 'TOTAL'

    def add(parsed, **_):
        took['writeUnits'] += sum(one['CapacityUnits'] for one in parsed['ConsumedCapacity'])

    boto3.setup_default_session()
    events = boto3.DEFAULT_SESSION.events
    events.register('before-parameter-build.dynamodb.BatchWriteItem', ask)
    events.register('after-call.dynamodb.BatchWriteItem', add)


def count_waiting():
    """The rate limit of Singer, on a clock that jumps."""
    from singer import utils

    def jump(seconds):
        took['waitedFor'] += seconds

    utils.time = SimpleNamespace(time=lambda: time.time() + took['waitedFor'], sleep=jump)


def peak_mb():
    """Of this process alone: what getrusage tells begins, on Linux, with the peak of the process that started it."""
    try:
        status = Path('/proc/self/status').read_text()
        return int(status.split('VmHWM:')[1].split()[0]) / 1024
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def tell():
    Path(report).write_text(json.dumps({**took, 'peakMb': peak_mb(), 'processorSeconds': time.process_time()}))


# Nothing is imported that the program would not import itself.
if 'GOOGLE_URL' in os.environ:
    lead_google_here()
if 'TABLE' in os.environ:
    ask_what_is_charged()
if program.startswith('tap'):
    count_waiting()
atexit.register(tell)
sys.argv = [program, *arguments]
if program.endswith('.py'):
    runpy.run_path(program, run_name='__main__')
else:
    import_module(program).main()
