import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { GoogleSpreadsheet } from 'google-spreadsheet';
import { leadGoogleTo, mark, scriptEnvironment, tell } from './script.ts';

/** The analyst's script in Node, as somebody writes it who knows `google-spreadsheet`: one `PutCommand` a row. */

const KINDS = new Set(['attempt to connect', 'follow-up', 'opportunity', 'ask']);
const NOT_MEANINGFUL = new Set([
  ...['left a message', 'voicemail', 'agreed to call back later', 'dropped off paperwork', 'no answer', 'busy'],
  ...['wrong number', 'bounced', 'automatic reply', 'sent the brochure'],
]);
/** As many requests at a time as the SDK opens connections. */
const AT_ONCE = 50;

type Row = Readonly<Record<string, string | undefined>>;

const { spreadsheet, token, table } = scriptEnvironment();
leadGoogleTo(process.env.GOOGLE_URL);

const text = (cell: string | undefined): string => (cell ?? '').trim().toLowerCase();

/** The Monday, as `YYYY-MM-DD`; absent for what is no date. */
function firstDayOfWeek(date: string | undefined): string | undefined {
  const day = new Date(`${(date ?? '').slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(day.getTime())) return undefined;
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
  return day.toISOString().slice(0, 10);
}

const titled = (name: string): string =>
  name.trim().replace(/\S+/g, (word) => word[0]?.toUpperCase() + word.slice(1).toLowerCase());

function weeklyMsis(rows: readonly Row[]) {
  const sums = new Map<string, { Rep: string; Week: string; MSIs: number }>();
  for (const row of rows) {
    const Week = firstDayOfWeek(row.Date);
    if (!Week || !KINDS.has(text(row.Activity)) || NOT_MEANINGFUL.has(text(row.Outcome))) continue;
    for (const name of (row.Rep ?? '').split(';')) {
      const Rep = titled(name);
      const sum = sums.get(`${Rep} ${Week}`) ?? { Rep, Week, MSIs: 0 };
      sum.MSIs += Number(row.Count || 1);
      sums.set(`${Rep} ${Week}`, sum);
    }
  }
  return [...sums.values()];
}

async function main(): Promise<void> {
  const book = new GoogleSpreadsheet(spreadsheet, { token });
  await book.loadInfo();
  const rows: Row[] = ((await book.sheetsByTitle.Activity?.getRows()) ?? []).map((row) => row.toObject());
  mark('read');

  const tab = book.sheetsByTitle['Weekly MSIs'];
  await tab?.clear();
  await tab?.setHeaderRow(['Rep', 'Week', 'MSIs']);
  await tab?.addRows(weeklyMsis(rows), { raw: true });
  mark('told');

  const client = DynamoDBDocumentClient.from(new DynamoDBClient({}), {
    marshallOptions: { removeUndefinedValues: true },
  });
  let writeUnits = 0;
  for (let start = 0; start < rows.length; start += AT_ONCE) {
    const puts = rows.slice(start, start + AT_ONCE).map(async (row, index) => {
      const Item = { workbook: spreadsheet, row: start + index + 2, ...row };
      const put = new PutCommand({ TableName: table, Item, ReturnConsumedCapacity: 'TOTAL' });
      const { ConsumedCapacity } = await client.send(put);
      writeUnits += ConsumedCapacity?.CapacityUnits ?? 0;
    });
    await Promise.all(puts);
  }
  mark('stored');
  tell({ writeUnits, readUnits: 0 });
}

void main();
