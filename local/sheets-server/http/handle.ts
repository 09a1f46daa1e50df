import type { IncomingMessage, ServerResponse } from 'node:http';
import { ApiError } from '../api-error.ts';
import { authAnswer } from '../auth/auth-answer.ts';
import { pageAnswer } from '../page/page-answer.ts';
import { answerCall } from './answer-call.ts';
import type { Context } from './context.ts';
import { controlAnswer } from './control-answer.ts';
import { refuseForeign } from './refuse-foreign.ts';
import { type Answer, encode, jsonAnswer, send } from './respond.ts';

/** One HTTP request from beginning to end: of the sign-in, of the control, of the page, or of the APIs. */
export async function handle(context: Context, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const answer = await beside(context, request, url);
  if (answer === undefined) await answerCall(context, request, response, url);
  else send(response, answer, encode(request, answer));
}

async function beside(context: Context, request: IncomingMessage, url: URL): Promise<Answer | undefined> {
  const foreign = refuseForeign(request);
  if (foreign !== undefined) return jsonAnswer(403, new ApiError(403, foreign).body(), true);
  return (
    (await authAnswer(context.guard.tokens, context.keys, request, url)) ??
    (await controlAnswer(context, request, url)) ??
    (await pageAnswer(context.store, context.page, request.method ?? 'GET', url))
  );
}
