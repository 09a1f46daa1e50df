import type { IncomingMessage, ServerResponse } from 'node:http';
import { ApiError } from '../api-error.ts';
import { authAnswer } from '../auth/auth-answer.ts';
import type { Keys } from '../auth/jwt-grant.ts';
import type { Call } from '../calls.ts';
import { Download } from '../drive/download.ts';
import type { Fault, Faults } from '../faults.ts';
import { arrayOf, type Json, type JsonObject, objectOf } from '../json.ts';
import type { PageHooks } from '../page/hooks.ts';
import { pageAnswer } from '../page/page-answer.ts';
import type { Quotas } from '../quotas.ts';
import type { Store } from '../store/store.ts';
import { authorize, bearerOf, type Guard } from './authorize.ts';
import { execute } from './execute.ts';
import { HtmlError, spoilt } from './fault-error.ts';
import { readBody } from './read-body.ts';
import { refuseForeign } from './refuse-foreign.ts';
import { type Answer, encode, htmlAnswer, jsonAnswer, send, sendCut } from './respond.ts';
import { findRoute } from './routes.ts';

export interface Context {
  readonly store: Store;
  readonly faults: Faults;
  readonly calls: Call[];
  readonly guard: Guard;
  /** Public keys of service accounts (PEM) by address, whose signatures are checked. */
  readonly keys: Keys;
  /** Absent: nobody counts. */
  readonly quotas: Quotas | undefined;
  readonly page: PageHooks;
  /** Runs before a call of the API is executed; a test edits the workbook here. */
  readonly beforeCall: (call: Call) => void | Promise<void>;
}

/** One HTTP request from beginning to end. */
export async function handle(context: Context, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const foreign = refuseForeign(request);
  if (foreign !== undefined) {
    const answer = jsonAnswer(403, new ApiError(403, foreign).body(), true);
    send(response, answer, encode(request, answer));
    return;
  }
  const signIn = await authAnswer(context.guard.tokens, context.keys, request, url);
  if (signIn !== undefined) {
    send(response, signIn, encode(request, signIn));
    return;
  }
  const page = await pageAnswer(context.store, context.page, request.method ?? 'GET', url);
  if (page !== undefined) {
    send(response, page, encode(request, page));
    return;
  }
  const query = queryOf(url);
  const pretty = query.prettyPrint?.[0]?.toLowerCase() !== 'false';
  let call: Call | undefined;
  let fault: Fault | undefined;
  let answer: Answer;
  try {
    const method = request.method ?? 'GET';
    const path = decodePath(url.pathname);
    const route = findRoute(method, path);
    const body = await readBody(request);
    call = {
      method,
      path,
      query,
      operation: route?.operation,
      spreadsheetId: route?.path.spreadsheetId,
      kinds: kindsOf(body.json),
      body: body.json,
      bodyBytes: body.bytes,
      status: 0,
      responseBytes: 0,
    };
    context.calls.push(call);
    fault = context.faults.take(call);
    if (fault !== undefined && fault.when !== 'after' && fault.answer !== 'slow') {
      if (fault.answer === 'never') return;
      if (fault.answer === 'cut') {
        request.socket.destroy();
        return;
      }
      throw spoilt(fault.answer, method === 'GET');
    }
    if (route !== undefined) authorize(request, url, route.operation, context.guard);
    if (route === undefined) throw new ApiError(404, `Nothing answers ${method} ${path} here.`);
    context.quotas?.take(route.operation, method, query.quotaUser?.[0] ?? bearerOf(request, url) ?? '');
    await context.beforeCall(call);
    const json = execute(context.store, route.operation, { path: route.path, query, body: body.json });
    answer = await answerOf(json, pretty);
    if (fault?.when === 'after' && (typeof fault.answer === 'number' || fault.answer === 'html'))
      throw spoilt(fault.answer, method === 'GET');
  } catch (error) {
    const known = error instanceof ApiError ? error : new ApiError(500, 'Internal error encountered.');
    if (known !== error) process.emitWarning(error instanceof Error ? (error.stack ?? error.message) : String(error));
    answer = known instanceof HtmlError ? htmlAnswer(502, known.page) : jsonAnswer(known.code, known.body(), pretty);
  }
  const encoded = encode(request, answer);
  if (fault?.answer === 'never') return;
  if (fault?.answer === 'slow') await new Promise((resolve) => setTimeout(resolve, fault.milliseconds ?? 1000));
  if (call !== undefined) {
    call.status = answer.status;
    call.responseBytes = encoded.bytes.length;
  }
  if (fault?.answer === 'cut') sendCut(response, answer, encoded);
  else send(response, answer, encoded);
}

async function answerOf(json: Json | Download | undefined, pretty: boolean): Promise<Answer> {
  if (json === undefined) return { status: 204, type: 'text/plain', body: '' };
  return json instanceof Download
    ? { status: 200, type: json.type, body: await json.content }
    : jsonAnswer(200, json, pretty);
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
