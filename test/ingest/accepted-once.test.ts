import { expect, test } from 'vitest';
import { someRows } from '../support/ingest-rows.ts';
import { service } from '../support/ports.ts';

test('the code that confirmed one removal, left on the Settings tab, confirms no later one', async () => {
  const one = service(someRows(21), { Settings: [['Setting', 'Value']] });
  const tab = one.sheet.tab('Activity');
  const [header = []] = tab.rows;
  await one.settle();
  tab.rows = [header];
  const code = /ok-[0-9a-f]{6}/.exec((await one.ingest()).stop?.message ?? '')?.[0] ?? '';
  one.sheet.tab('Settings').rows.push(['Accept removals', code]);
  expect((await one.ingest()).status).toBe('changed');
  // A new season begins, and all of its rows vanish.
  tab.rows = [header, ...someRows(30)];
  await one.settle();
  tab.rows = [header];
  expect((await one.ingest()).status).toBe('stopped');
});
