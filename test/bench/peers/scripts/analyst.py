"""What an analyst would write: the sheet into a DataFrame, MSIs per rep and week into a tab, all rows into DynamoDB."""

import json
import os
from decimal import Decimal

import boto3
import gspread
import pandas as pd
from google.oauth2.credentials import Credentials
from gspread.utils import ValueRenderOption

KINDS = {'attempt to connect', 'follow-up', 'opportunity', 'ask'}
NOT_MEANINGFUL = {
    'left a message', 'voicemail', 'agreed to call back later', 'dropped off paperwork', 'no answer', 'busy',
    'wrong number', 'bounced', 'automatic reply', 'sent the brochure',
}  # fmt: skip


def first_days_of_weeks(dates: pd.Series) -> pd.Series:
    """Mondays as text. A date is a serial number, or text when somebody typed it so."""
    serials = pd.to_numeric(dates, errors='coerce')
    typed = pd.to_datetime(dates.where(serials.isna()).astype('string'), format='ISO8601', errors='coerce')
    days = pd.to_datetime(serials // 1, unit='D', origin='1899-12-30').fillna(typed)
    return (days - pd.to_timedelta(days.dt.day_of_week, unit='D')).dt.strftime('%Y-%m-%d')


def weekly_msis(rows: pd.DataFrame) -> pd.DataFrame:
    """Interactions that were meaningful: selling rows x Count, without the outcomes of the list."""
    kinds = rows['Activity'].str.strip().str.lower()
    outcomes = rows['Outcome'].astype(str).str.strip().str.lower()
    rows = rows[kinds.isin(KINDS) & ~outcomes.isin(NOT_MEANINGFUL)]
    counted = pd.DataFrame({
        'Rep': rows['Rep'].str.split(';'),
        'Week': first_days_of_weeks(rows['Date']),
        'MSIs': pd.to_numeric(rows['Count'], errors='coerce').fillna(1).astype(int),
    }).explode('Rep')
    counted['Rep'] = counted['Rep'].str.strip().str.title()
    return counted.groupby(['Rep', 'Week'], as_index=False)['MSIs'].sum()


book = gspread.authorize(Credentials(token=os.environ['GOOGLE_TOKEN'])).open_by_key(os.environ['SPREADSHEET'])
records = book.worksheet('Activity').get_all_records(value_render_option=ValueRenderOption.unformatted)
rows = pd.DataFrame(records)
print('read', flush=True)

figures = weekly_msis(rows)
tab = book.worksheet('Weekly MSIs')
tab.clear()
tab.resize(rows=len(figures) + 1, cols=len(figures.columns))
tab.update([list(figures.columns), *figures.values.tolist()])
print('told', flush=True)

# boto3 takes no floats.
items = json.loads(rows.to_json(orient='records'), parse_float=Decimal)
table = boto3.resource('dynamodb').Table(os.environ['TABLE'])
with table.batch_writer() as batch:
    for row, item in enumerate(items, start=2):
        batch.put_item(Item={'workbook': os.environ['SPREADSHEET'], 'row': row, **item})
print('stored', flush=True)
