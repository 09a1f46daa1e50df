import { describe, expect, test } from 'vitest';
import { ANSWERS } from '../../../lambdas/sync-now/answers.ts';
import { TAB_SHEET_IDS } from '../../../lambdas/tabs/tab-names.ts';
import {
  appsScript,
  type CellsOfTab,
  type ScriptOptions,
  type ScriptRequest,
  scriptFile,
} from '../../support/apps-script.ts';

const URL_OF_SYNC = 'https://example.lambda-url.eu-west-1.on.aws/';

const WEEK: CellsOfTab = [
  ['Week'],
  ['As of Fri 20 Nov 2026'],
  ['Rep', 'Today', 'This week', 'Target', 'Expected by now', 'Status', 'A day from now'],
  ['Ana', 14, 48, 80, 52, '● caution', 10],
  ['Ben', 3, 9, 80, 52, '▼ behind', 24],
];
const tabs = [
  {
    id: 5,
    title: 'TEAM',
    cells: [
      ['Rep', 'Email'],
      ['Ana', 'ana@example.com'],
    ],
  },
  { id: TAB_SHEET_IDS.Week, title: 'My week', cells: WEEK },
];

describe('the menu', () => {
  test('has three items, each a function of the script', () => {
    const script = appsScript({ syncNowUrl: URL_OF_SYNC });
    script.call('onOpen');
    expect(Object.keys(script.menu)).toEqual(['Sync now', 'What is my number today', 'Help']);
    for (const name of Object.values(script.menu)) expect(typeof script.call('eval', name)).toBe('function');
  });

  test('has no "Sync now" while there is no address', () => {
    const script = appsScript();
    script.call('onOpen');
    expect(Object.keys(script.menu)).toEqual(['What is my number today', 'Help']);
  });

  test('asks Google for these scopes and no other', () => {
    expect(JSON.parse(scriptFile('appsscript.json')).oauthScopes).toEqual([
      'openid',
      'https://www.googleapis.com/auth/userinfo.email',
      'https://www.googleapis.com/auth/script.external_request',
      'https://www.googleapis.com/auth/spreadsheets.currentonly',
    ]);
  });
});

/** What is told after "Sync now". */
function syncNow(options: ScriptOptions): { quiet: boolean; text: string } {
  const script = appsScript({ syncNowUrl: URL_OF_SYNC, ...options });
  script.call('leadsheetSyncNow');
  expect(script.alerts.length + script.toasts.length).toBe(1);
  return { quiet: script.toasts.length === 1, text: script.toasts[0] ?? script.alerts[0]?.text ?? '' };
}

describe('Sync now', () => {
  test('sends the workbook and the identity token', () => {
    const sent: ScriptRequest[] = [];
    const fetch = (request: ScriptRequest) => {
      sent.push(request);
      return 202;
    };
    syncNow({ fetch, token: 'x.y.z' });
    expect(sent).toEqual([
      {
        url: URL_OF_SYNC,
        method: 'post',
        payload: '{"workbook":"this-workbook"}',
        headers: { Authorization: 'Bearer x.y.z', 'content-type': 'application/json' },
      },
    ]);
    syncNow({ fetch, activityWorkbook: 'where-reps-type' });
    expect(sent[1]?.payload).toBe('{"workbook":"where-reps-type"}');
  });

  const TOLD = [
    [202, true, /On its way/],
    [401, false, /client id under Leadsheet > Help/],
    [403, false, /allow your e-mail/],
    [404, false, /register/],
    [409, true, /within a minute anyway/],
    [429, true, /within a minute anyway/],
    [503, true, /Try again in a minute/],
    [502, false, /\(502\).*within a minute anyway/],
    [302, false, /\(302\)/],
  ] as const;
  test.each(TOLD)('says what an answer %i means', (status, quiet, text) => {
    expect(syncNow({ fetch: () => status })).toEqual({ quiet, text: expect.stringMatching(text) });
  });

  test('has words for every answer that this menu can get', () => {
    const unlikely = new Set(['wrong method', 'too large']);
    for (const [name, { statusCode }] of Object.entries(ANSWERS).filter(([answer]) => !unlikely.has(answer)))
      expect(syncNow({ fetch: () => statusCode }).text, name).not.toContain(`(${statusCode})`);
  });

  test('says when nobody answers, and when Google gives no identity', () => {
    const fails = () => {
      throw new Error('DNS error');
    };
    expect(syncNow({ fetch: fails }).text).toMatch(/could not be reached \(DNS error\)/);
    expect(syncNow({ token: null }).text).toMatch(/scope openid/);
  });
});

describe('What is my number today', () => {
  const number = (options: ScriptOptions) => {
    const script = appsScript({ tabs, ...options });
    script.call('leadsheetMyNumber');
    return script;
  };

  test('knows the rep by the e-mail on Team, and the tab Week by its id', () => {
    const { alerts } = number({ email: 'ana@example.com' });
    expect(alerts).toEqual([
      { title: 'Leadsheet: Ana', text: expect.stringMatching(/^Today: 14 MSIs\.\n\nThis week: 48/) },
    ]);
  });

  test('else asks for the name, once', () => {
    const asked: string[] = [];
    const prompted = (text: string) => {
      asked.push(text);
      return ' ben';
    };
    const script = number({ email: 'guest@example.com', prompted });
    script.call('leadsheetMyNumber');
    expect(asked).toEqual(['The tab Team does not have your e-mail. Names: Ana, Ben']);
    expect(script.alerts.map(({ title }) => title)).toEqual(['Leadsheet: Ben', 'Leadsheet: Ben']);
  });

  test('does not keep a name that is not there, and takes no for an answer', () => {
    const script = number({ prompted: () => 'Zoe' });
    expect(script.alerts).toEqual([{ title: expect.any(String), text: 'The tab Week has no line for "Zoe".' }]);
    expect(number({}).alerts).toEqual([]);
  });

  test('says when there is nothing to read', () => {
    expect(number({ tabs: [] }).alerts[0]?.text).toMatch(/no tab Week/);
    const gone = {
      email: 'ana@example.com',
      tabs: [...tabs.slice(0, 1), { id: TAB_SHEET_IDS.Week, title: 'Week', cells: [] }],
    };
    expect(number(gone).alerts[0]?.text).toMatch(/no line for Ana yet/);
  });
});

describe('Help', () => {
  test('is text, and tells the client id that the owner wants', () => {
    const payload = Buffer.from(JSON.stringify({ aud: '123.apps.googleusercontent.com', x: '?' })).toString(
      'base64url',
    );
    const script = appsScript({ token: `a.${payload}.c` });
    script.call('leadsheetHelp');
    expect(script.alerts[0]?.text).toMatch(
      /Check.*tab Health.*client id of this menu is 123\.apps\.googleusercontent\.com$/s,
    );
  });

  test('needs no identity', () => {
    const script = appsScript({ token: null });
    script.call('leadsheetHelp');
    expect(script.alerts[0]?.text).not.toMatch(/client id/);
  });
});
