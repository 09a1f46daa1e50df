"""The other end of a Singer tap: its records into DynamoDB. There is no such target to be installed, so it is ours."""

import json
import os
import sys
from decimal import Decimal

import boto3

table = boto3.resource('dynamodb').Table(os.environ['TABLE'])
with table.batch_writer() as batch:
    for line in sys.stdin:
        message = json.loads(line, parse_float=Decimal)
        if message['type'] != 'RECORD':
            continue
        record = message['record']
        batch.put_item(Item={'workbook': os.environ['SPREADSHEET'], 'row': record['__sdc_row'], **record})
print('stored', flush=True)
