import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { ApiError } from '../api-error.ts';
import type { Call } from '../calls.ts';
import { asDriveError, isDrivePath } from '../drive/as-drive-error.ts';
import { Download } from '../drive/download.ts';
import { uploadContent } from '../drive/upload-content.ts';
import type { Fault } from '../faults.ts';
import { arrayOf, type Json, type JsonObject, objectOf, stringOf } from '../json.ts';
import type { TabFile } from '../workbook-file.ts';
import { authorize, bearerOf } from './authorize.ts';
import type { Context } from './context.ts';
import { execute } from './execute.ts';
import { HtmlError, type Spoilt, spoilt } from './fault-error.ts';
import { type Body, readBody } from './read-body.ts';
import { readUpload } from './read-upload.ts';
import { type Answer, encode, htmlAnswer, jsonAnswer, send, sendCut } from './respond.ts';
import { findRoute, type Route } from './routes.ts';

/** A call of the APIs: it is logged, meets its fault, is let in, counted and executed. */
export async function answerCall(
  context: Context,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const query = queryOf(url);
  const pretty = query.prettyPrint?.[0]?.toLowerCase() !== 'false';
  let call: Call | undefined;
  let fault: Fault | undefined;
  let answer: Answer;
  try {
    const method = request.method ?? 'GET';
    const path = decodePath(url.pathname);
    const route = findRoute(method, path);
    const body =
      route !== undefined && path.includes('/upload/') ? await readUpload(request, url) : await readBody(request);
    call = callOf(method, path, query, route, body);
    context.calls.push(call);
    fault = context.faults.take(call);
    if (fault !== undefined && fault.when !== 'after' && fault.answer !== 'slow') {
      if (fault.answer === 'never') return;
      if (fault.answer === 'cut') {
        request.socket.destroy();
        return;
      }
      throw spoilt(fault.answer, call);
    }
    if (route === undefined) throw new ApiError(404, `Nothing answers ${method} ${path} here.`);
    authorize(request, url, route.operation, context.guard);
    context.quotas?.take(route.operation, method, query.quotaUser?.[0] ?? bearerOf(request, url) ?? '');
    const content = await contentOf(context, route, body);
    await context.beforeCall(call);
    const json = execute(context.store, route.operation, { path: route.path, query, body: body.json }, content);
    answer = await answerOf(json, pretty);
    if (fault?.when === 'after' && isSpoilt(fault.answer)) throw spoilt(fault.answer, call);
  } catch (error) {
    answer = errorAnswer(error, url.pathname, pretty);
  }
  const encoded = encode(request, answer);
  if (fault?.answer === 'never') return;
  if (fault?.answer === 'slow') await sleep(fault.milliseconds ?? 1000);
  if (call !== undefined) {
    call.status = answer.status;
    call.responseBytes = encoded.bytes.length;
  }
  if (fault?.answer === 'cut') sendCut(response, answer, encoded);
  else send(response, answer, encoded);
}

const isSpoilt = (answer: Fault['answer']): answer is Spoilt =>
  answer !== 'cut' && answer !== 'never' && answer !== 'slow';

const callOf = (
  method: string,
  path: string,
  query: Record<string, string[]>,
  route: Route | undefined,
  { json, bytes }: Body,
): Call => ({
  method,
  path,
  query,
  operation: route?.operation,
  spreadsheetId: route?.path.spreadsheetId,
  kinds: kindsOf(json),
  body: json,
  bodyBytes: bytes,
  status: 0,
  responseBytes: 0,
});

/** The tabs of an upload, read before the call is executed, which is done without a pause. */
async function contentOf({ store }: Context, { path }: Route, body: Body): Promise<TabFile[] | undefined> {
  if (body.upload === undefined) return undefined;
  const id = path.fileId ?? '';
  const before = store.has(id) ? store.get(id).workbook.state : undefined;
  const name = stringOf(body.json.name) ?? before?.title ?? 'Untitled';
  return uploadContent(body.upload, name, before?.locale ?? 'en_US');
}

async function answerOf(json: Json | Download | undefined, pretty: boolean): Promise<Answer> {
  if (json === undefined) return { status: 204, type: 'text/plain', body: '' };
  return json instanceof Download
    ? { status: 200, type: json.type, body: await json.content }
    : jsonAnswer(200, json, pretty);
}

/** An error in the form of the API that was asked; what nobody foresaw is a 500, and told to who started the server. */
function errorAnswer(error: unknown, path: string, pretty: boolean): Answer {
  const known = error instanceof ApiError ? error : new ApiError(500, 'Internal error encountered.');
  if (known !== error) process.emitWarning(error instanceof Error ? (error.stack ?? error.message) : String(error));
  if (known instanceof HtmlError) return htmlAnswer(502, known.page);
  return jsonAnswer(known.code, (isDrivePath(path) ? asDriveError(known) : known).body(), pretty);
}

function queryOf(url: URL): Record<string, string[]> {
  const query: Record<string, string[]> = {};
  for (const key of new Set(url.searchParams.keys())) query[key] = url.searchParams.getAll(key);
  return query;
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    throw new ApiError(400, 'The path is not valid percent-encoding.');
  }
}

const kindsOf = (body: JsonObject): string[] =>
  arrayOf(body.requests).flatMap((request) => Object.keys(objectOf(request)).slice(0, 1));
