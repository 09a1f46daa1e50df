import type { IncomingMessage } from 'node:http';
import { ApiError, invalid } from '../api-error.ts';
import { faultFromJson } from '../fault-from-json.ts';
import { isArray, type Json, type JsonObject, objectOf, stringOf } from '../json.ts';
import type { Context } from './context.ts';
import { execute } from './execute.ts';
import { readText } from './read-body.ts';
import { type Answer, jsonAnswer } from './respond.ts';

/**
 * What a test in this process has at hand, for one in another: `/leadsheet/faults`, `/leadsheet/calls` and
 * `/leadsheet/edits`. Google has no such addresses; undefined elsewhere, and when it is not switched on.
 */
export async function controlAnswer(context: Context, request: IncomingMessage, url: URL): Promise<Answer | undefined> {
  const what = /^\/leadsheet\/(\w+)$/.exec(url.pathname)?.[1];
  if (!context.control || what === undefined) return undefined;
  try {
    const { text } = await readText(request);
    return jsonAnswer(200, control(context, `${request.method} ${what}`, parse(text)), true);
  } catch (error) {
    if (error instanceof ApiError) return jsonAnswer(error.code, error.body(), true);
    throw error;
  }
}

function control(context: Context, asked: string, body: Json): Json {
  const { faults, calls } = context;
  // JSON has no infinity: faults without an end are told as null.
  const waiting = () => ({ waiting: Number.isFinite(faults.waiting) ? faults.waiting : null });
  switch (asked) {
    case 'GET faults':
      return waiting();
    case 'POST faults':
      for (const fault of (isArray(body) ? body : [body]).map(faultFromJson)) faults.next(fault);
      return waiting();
    case 'DELETE faults':
      faults.clear();
      return waiting();
    case 'GET calls':
      return { calls: calls.map((call): JsonObject => ({ ...call, operation: call.operation ?? null })) };
    case 'DELETE calls':
      calls.length = 0;
      return { calls: [] };
    case 'POST edits':
      return edit(context, isArray(body) ? body : [body]);
    default:
      throw new ApiError(404, 'There is GET, POST and DELETE of faults, GET and DELETE of calls, and POST of edits.');
  }
}

/** Somebody edits, in the order given: past faults, quotas and log. */
function edit({ store }: Context, edits: readonly Json[]): Json {
  for (const one of edits) {
    const { spreadsheetId, range, values, requests } = objectOf(one);
    const [id, where] = [stringOf(spreadsheetId), stringOf(range)];
    if (id === undefined || (requests === undefined) === (where === undefined))
      throw invalid('An edit has a spreadsheetId, and either requests as in batchUpdate, or range and values to type.');
    if (!store.has(id)) throw new ApiError(404, `There is no spreadsheet ${id} here.`);
    if (where === undefined)
      execute(store, 'spreadsheets.batchUpdate', { path: { spreadsheetId: id }, query: {}, body: { requests } });
    else
      execute(store, 'values.update', {
        path: { spreadsheetId: id, range: where },
        query: { valueInputOption: ['USER_ENTERED'] },
        body: { values },
      });
  }
  return { edits: edits.length };
}

function parse(text: string): Json {
  try {
    return text.trim() === '' ? {} : (JSON.parse(text) as Json); // what JSON.parse gives is JSON
  } catch (error) {
    throw invalid(`The body is not JSON: ${error instanceof Error ? error.message : ''}`);
  }
}
