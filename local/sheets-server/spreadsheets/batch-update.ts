import { ApiError, badField, invalid } from '../api-error.ts';
import { parseMask } from '../field-mask.ts';
import { arrayOf, isObject, type Json, type JsonObject, objectOf, stringOf } from '../json.ts';
import type { Mint } from '../mint.ts';
import type { Workbook } from '../model/workbook.ts';
import type { WriteOperation } from '../operation.ts';
import { resolveA1 } from '../range.ts';
import { requestKinds } from '../requests/registry.ts';
import { checkUpdateMask } from '../schema/check-update-mask.ts';
import { spreadsheetJson } from './spreadsheet-json.ts';

/** Applied in order; the first request that fails fails the whole batch, since all of it goes to a draft. */
export const spreadsheetsBatchUpdate: WriteOperation = {
  name: 'spreadsheets.batchUpdate',
  writes: true,
  run(draft, { body }, mint) {
    const requests = arrayOf(body.requests);
    if (requests.length === 0) throw invalid('Must specify at least one request.');
    const replies = requests.map((request, index) => runRequest(draft, request, index, mint));
    if (body.includeSpreadsheetInResponse !== true) return { spreadsheetId: draft.id, replies };
    const updatedSpreadsheet = spreadsheetJson(draft, {
      gridData: body.responseIncludeGridData === true,
      ranges: arrayOf(body.responseRanges).map((text) => resolveA1(draft, stringOf(text) ?? '')),
      mask: parseMask('*'),
    });
    return { spreadsheetId: draft.id, replies, updatedSpreadsheet };
  },
};

function runRequest(draft: Workbook, request: Json, index: number, mint: Mint): JsonObject {
  const at = `requests[${index}]`;
  if (!isObject(request)) throw badField(at, `Invalid value at '${at}', ${JSON.stringify(request)}`);
  const [name, second] = Object.keys(request);
  if (name === undefined) throw invalid(`Invalid ${at}: No request set.`);
  if (second !== undefined)
    throw badField(at, `Invalid value at '${at}' (oneof), oneof field 'kind' is already set. Cannot set '${second}'`);
  const kind = requestKinds.get(name);
  if (kind === undefined)
    throw badField(at, `Invalid ${at}.${name}: the local Sheets server does not know this kind of request.`);
  const body = objectOf(request[name]);
  try {
    checkUpdateMask(name, body);
    return kind.run(draft, body, mint);
  } catch (error) {
    if (error instanceof ApiError && error.code === 400)
      throw new ApiError(400, `Invalid ${at}.${name}: ${error.message}`, error.details);
    throw error;
  }
}
