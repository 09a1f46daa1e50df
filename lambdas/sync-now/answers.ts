/** What sync-now can answer. */
export type AnswerName =
  | 'accepted'
  | 'malformed'
  | 'wrong method'
  | 'too large'
  | 'no identity'
  | 'not allowed'
  | 'not registered'
  | 'token used'
  | 'too soon'
  | 'Google unreachable';

export interface Answer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** One workbook is not asked for more often. */
export const COOLDOWN_SECONDS = 30;

const ANYWAY = 'Changes are picked up within a minute anyway';

const answer = (statusCode: number, message: string, headers: Readonly<Record<string, string>> = {}): Answer => ({
  statusCode,
  headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...headers },
  body: JSON.stringify({ message }),
});

/** Constant texts: nothing of the request or of the service goes out. Each says what to do. */
export const ANSWERS: Readonly<Record<AnswerName, Answer>> = {
  accepted: answer(202, 'Leadsheet is on its way: the report tabs follow in a moment.'),
  malformed: answer(400, 'Send JSON {"workbook": "SPREADSHEET_ID"}, the part of the address between /d/ and /edit.'),
  'no identity': answer(
    401,
    "Google's identity token was not accepted. Reload the spreadsheet and try again; if that does not help, send the client id under Leadsheet > Help to the owner of the service.",
    { 'www-authenticate': 'Bearer' },
  ),
  'not allowed': answer(403, 'This Google account may not ask for a sync. Ask the owner of the service to allow it.'),
  'not registered': answer(
    404,
    'No such workbook is served. The owner of the service registers it with: leadsheet register SPREADSHEET_ID',
  ),
  'wrong method': answer(405, 'Send a POST request.', { allow: 'POST' }),
  'token used': answer(409, `This identity token was used already, and each counts once. ${ANYWAY}.`),
  'too large': answer(413, 'The request is too large: send JSON {"workbook": "SPREADSHEET_ID"} and nothing else.'),
  'too soon': answer(429, `A sync of this workbook was asked for a moment ago. ${ANYWAY}.`, {
    'retry-after': String(COOLDOWN_SECONDS),
  }),
  'Google unreachable': answer(503, `Google could not be asked who you are. Try again soon. ${ANYWAY}.`, {
    'retry-after': '30',
  }),
};
