import { afterAll, describe, expect, it } from 'vitest';
import { BOOK, running } from '../support.ts';

const { server } = await running();
afterAll(() => server.close());
server.addWorkbook(BOOK);

async function ask(method: string, path: string, body?: unknown): Promise<{ status: number; error: unknown }> {
  const url = new URL(`/v4/spreadsheets/book${path}`, server.url);
  const answer = await fetch(url, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  const json: unknown = await answer.json();
  return { status: answer.status, error: typeof json === 'object' && json && 'error' in json ? json.error : undefined };
}

const batch = (...requests: unknown[]) => ask('POST', ':batchUpdate', { requests });

const bad = (message: string, ...fields: (string | undefined)[]) => ({
  status: 400,
  error: {
    code: 400,
    message,
    status: 'INVALID_ARGUMENT',
    details: [
      {
        '@type': 'type.googleapis.com/google.rpc.BadRequest',
        fieldViolations: message
          .split('\n')
          .map((description, index) => ({ ...(fields[index] && { field: fields[index] }), description })),
      },
    ],
  },
});

describe('a body', () => {
  it('with unknown names: all of them are named', async () => {
    expect(await batch({ addSheet: { x: 1, properties: { titel: 'T' } } })).toEqual(
      bad(
        [
          `Invalid JSON payload received. Unknown name "x" at 'requests[0].add_sheet': Cannot find field.`,
          `Invalid JSON payload received. Unknown name "titel" at 'requests[0].add_sheet.properties': Cannot find field.`,
        ].join('\n'),
        'requests[0].add_sheet',
        'requests[0].add_sheet.properties',
      ),
    );
    expect(await ask('POST', ':batchUpdate', { request: [] })).toEqual(
      bad(`Invalid JSON payload received. Unknown name "request": Cannot find field.`),
    );
  });

  const range = { sheetId: 0, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 1 };
  it.each<[string, unknown, string, string]>([
    [
      'text for a number',
      { deleteSheet: { sheetId: 'x' } },
      `Invalid value at 'requests[0].delete_sheet.sheet_id' (TYPE_INT32), "x"`,
      'requests[0].delete_sheet.sheet_id',
    ],
    [
      'a broken number',
      { deleteSheet: { sheetId: 1.5 } },
      `Invalid value at 'requests[0].delete_sheet.sheet_id' (TYPE_INT32), 1.5`,
      'requests[0].delete_sheet.sheet_id',
    ],
    [
      'a number for text',
      { updateCells: { rows: [{ values: [{ userEnteredValue: { stringValue: 5 } }] }] } },
      `Invalid value at 'requests[0].update_cells.rows[0].values[0].user_entered_value.string_value' (TYPE_STRING), 5`,
      'requests[0].update_cells.rows[0].values[0].user_entered_value.string_value',
    ],
    [
      'an unknown word',
      { mergeCells: { range, mergeType: 'ALL' } },
      `Invalid value at 'requests[0].merge_cells.merge_type' (type.googleapis.com/google.apps.sheets.v4.MergeCellsRequest.MergeType), "ALL"`,
      'requests[0].merge_cells.merge_type',
    ],
    [
      'text for a message',
      { addSheet: 'x' },
      `Invalid value at 'requests[0].add_sheet' (type.googleapis.com/google.apps.sheets.v4.AddSheetRequest), "x"`,
      'requests[0].add_sheet',
    ],
    [
      'a list for one',
      { addSheet: { properties: [] } },
      `Invalid JSON payload received. Unknown name "properties" at 'requests[0].add_sheet': Proto field is not repeating, cannot start list.`,
      'requests[0].add_sheet',
    ],
    [
      'two of one kind',
      {
        updateCells: {
          rows: [{ values: [{ userEnteredValue: { stringValue: 'a', numberValue: 1 } }] }],
          fields: '*',
        },
      },
      `Invalid value at 'requests[0].update_cells.rows[0].values[0].user_entered_value' (oneof), oneof field 'value' is already set. Cannot set 'numberValue'`,
      'requests[0].update_cells.rows[0].values[0].user_entered_value',
    ],
  ])('with %s', async (_, request, message, field) => {
    expect(await batch(request)).toEqual(bad(message, field));
  });

  it('may name fields as protocol buffers do, write numbers as text, and one for a list of one', async () => {
    const { status } = await ask('POST', ':batchUpdate', {
      requests: {
        update_sheet_properties: { properties: { sheet_id: '0', title: null, hidden: 'false' }, fields: 'hidden' },
      },
    });
    expect(status).toBe(200);
  });
});

describe('parameters and masks', () => {
  it('refuses a parameter that the method does not have, or with a wrong value', async () => {
    expect(await ask('GET', '/values/A1?valueInputOption=RAW')).toEqual(
      bad(
        `Invalid JSON payload received. Unknown name "valueInputOption": Cannot bind query parameter. Field 'valueInputOption' could not be found in request message.`,
      ),
    );
    expect(await ask('GET', '/values/A1?valueRenderOption=PLAIN')).toEqual(
      bad(
        `Invalid value at 'value_render_option' (type.googleapis.com/google.apps.sheets.v4.ValueRenderOption), "PLAIN"`,
        'value_render_option',
      ),
    );
  });

  it('refuses a mask with a field that the answer does not have', async () => {
    const fields = 'sheets(properties,sheetProperties)';
    expect((await ask('GET', `?fields=${fields}`)).error).toMatchObject({
      message: 'Request contains an invalid argument.',
      details: [
        {
          fieldViolations: [
            {
              field: fields,
              description:
                "Error expanding 'fields' parameter. Cannot find matching fields for path 'sheets.sheetProperties'.",
            },
          ],
        },
      ],
    });
    const update = { updateSheetProperties: { properties: { title: 'T' }, fields: 'title,frozenRows' } };
    expect((await batch(update)).error).toMatchObject({
      message: 'Invalid requests[0].updateSheetProperties: Invalid field: frozenRows',
    });
  });
});
