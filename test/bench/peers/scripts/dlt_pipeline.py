"""dlt: a resource that reads the sheet as its verified source does, and a sink, as its docs write them."""

import os
from decimal import Decimal

import boto3
import dlt
import gspread
from google.oauth2.credentials import Credentials
from gspread.utils import ValueRenderOption


@dlt.resource(name='activity', write_disposition='merge', primary_key='row')
def activity():
    """Every row of the tab: a sheet says nothing of when a row changed, so there is nothing to go on from."""
    book = gspread.authorize(Credentials(token=os.environ['GOOGLE_TOKEN'])).open_by_key(os.environ['SPREADSHEET'])
    header, *rows = book.worksheet('Activity').get(value_render_option=ValueRenderOption.unformatted)
    print('read', flush=True)
    yield [{'row': number, **dict(zip(header, row))} for number, row in enumerate(rows, start=2)]


@dlt.destination(name='dynamodb', batch_size=5000)
def dynamodb(items, table):
    """dlt has no DynamoDB destination. The key of the table makes a put of the same row a merge."""
    rows = boto3.resource('dynamodb').Table(os.environ['TABLE'])
    with rows.batch_writer() as batch:
        for item in items:
            batch.put_item(Item={'workbook': os.environ['SPREADSHEET'], **storable(item)})


def storable(item):
    """boto3 takes no floats."""
    return {key: Decimal(str(value)) if isinstance(value, float) else value for key, value in item.items()}


pipeline = dlt.pipeline('sheet', destination=dynamodb, pipelines_dir=os.environ['KEPT'])
pipeline.run(activity())
print('stored', flush=True)
