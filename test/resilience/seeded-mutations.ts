/** A safeguard that is taken out, and the tests of which one must notice. */
export interface Mutation {
  readonly name: string;
  readonly file: string;
  readonly change: (source: string) => string;
  readonly tests: readonly string[];
  /** Of those, the ones whose name matches. */
  readonly only?: string;
}

/** Every part must be there: a safeguard that was rewritten needs its mutation rewritten. */
function replaced(source: string, ...pairs: readonly (readonly [part: string, by: string])[]): string {
  return pairs.reduce((text, [part, by]) => {
    if (!text.includes(part)) throw new Error(`There is no longer this to be found:\n${part}`);
    return text.replace(part, () => by);
  }, source);
}

const INGEST = 'lambdas/ingest/ingest.ts';
const CRASHES = 'test/resilience/crashes.test.ts';
const PUT = `  if (request.full) await store.putItems(request.workbook, items);
  else await putMissing(store, request.workbook, items, clock());
`;
const MOVED = `  if (!moved) return undefined;
`;

const SAVE = `  await someAtOnce(heard, async ({ account, from, to }) => {
    if (to !== from) await registry.savePageToken(account, to);
  });
`;
const SEND = '  await someAtOnce(send,';

export const MUTATIONS: readonly Mutation[] = [
  {
    name: 'the compare-and-swap of the head',
    file: 'lambdas/store/head.ts',
    change: (source) => replaced(source, ['    ...conditionOn(expected),\n', '']),
    tests: ['test/store/'],
  },
  {
    name: 'an ingest whose snapshot is older starts over',
    file: 'lambdas/ingest/head-notes.ts',
    change: (source) => replaced(source, ['    if (now.generation !== head.generation) return undefined;\n', '']),
    tests: ['test/ingest/', 'test/resilience/interleavings.test.ts'],
  },
  {
    name: 'the head is read before the sheet',
    file: INGEST,
    change: (source) =>
      replaced(
        source,
        [
          '  const head = (await store.readHead(request.workbook)) ?? FIRST_HEAD;\n',
          '  const known = (await store.readHead(request.workbook)) ?? FIRST_HEAD;\n  const early = await readPayload(sheets, request.workbook, known);\n  const head = (await store.readHead(request.workbook)) ?? FIRST_HEAD;\n',
        ],
        ['const payload = await readPayload(sheets, request.workbook, head);', 'const payload = early;'],
      ),
    tests: ['test/ingest/two-at-once.test.ts', 'test/resilience/interleavings.test.ts'],
  },
  {
    name: 'items are put before the head moves to them',
    file: INGEST,
    change: (source) => replaced(source, [PUT, ''], [MOVED, MOVED + PUT]),
    tests: [CRASHES],
    only: 'a few edits',
  },
  {
    name: 'the removal guard',
    file: INGEST,
    change: (source) =>
      replaced(source, ['if (refused) return refuse(', 'if (refused && request.dryRun) return refuse(']),
    tests: ['test/ingest/', CRASHES],
  },
  {
    name: 'the fence of a publication',
    file: 'lambdas/sheets/requests.ts',
    change: (source) => replaced(source, ['    ...(from === undefined ? [] : [deleteFence(from)]),\n', '']),
    tests: ['test/sheets/', 'test/end-to-end/reports.test.ts'],
  },
  {
    name: 'typed text stays text on the reports',
    file: 'lambdas/sheets/cell-data.ts',
    change: (source) => replaced(source, ['{ stringValue: shortened(value) }', '{ formulaValue: shortened(value) }']),
    tests: ['test/sheets/'],
  },
  {
    name: 'typed text stays text in Check',
    file: 'lambdas/sheets/write-column.ts',
    change: (source) => replaced(source, ["'RAW'", "'USER_ENTERED'"]),
    tests: ['test/sheets/'],
  },
  {
    name: 'a rollup of an older source starts over',
    file: 'lambdas/rollup/rollup.ts',
    change: (source) => replaced(source, ['now.source === sourceRoot && ', '']),
    tests: ['test/resilience/races.test.ts'],
  },
  {
    name: 'who was overtaken starts over when what it read was swept away',
    file: 'lambdas/domain/trees/unless-overtaken.ts',
    change: (source) => replaced(source, ['?.revision === head?.revision', '']),
    tests: ['test/resilience/overtaken.test.ts'],
  },
  {
    name: 'a report that looks is stale when the figures moved',
    file: 'lambdas/report/report.ts',
    change: (source) =>
      replaced(source, ['if (standing && (await mayStandNewer())) ', 'if (standing && !mayStandNewer) ']),
    tests: ['test/resilience/races.test.ts'],
  },
  {
    name: 'the sweep leaves alone what is young',
    file: 'lambdas/sweep/sweep.ts',
    change: (source) => replaced(source, [' && item.putAt < lately', '']),
    tests: ['test/sweep/', 'test/resilience/crashes.test.ts'],
  },
  {
    name: 'a body of which only parts are there is put again',
    file: 'lambdas/domain/trees/put-missing.ts',
    change: (source) => replaced(source, [' && !isTorn', '']),
    tests: ['test/resilience/long-load.test.ts'],
  },
  {
    name: 'nothing is decided from figures of yesterday',
    file: 'lambdas/report/report-view.ts',
    change: (source) => replaced(source, ['loaded.isBehind ? undefined : newFacts', 'newFacts']),
    tests: [CRASHES],
    only: 'midnight.*before',
  },
  {
    name: 'a request that runs out of time is not begun',
    file: 'lambdas/store/requests.ts',
    change: (source) => replaced(source, ['        if (deadline() <= 0) await wait(NO_TIME_LEFT);\n', '']),
    tests: ['test/resilience/deadlines.test.ts'],
  },
  {
    name: "Drive's page token is saved after all sends",
    file: 'lambdas/dispatch/dispatch.ts',
    change: (source) => replaced(source, [SAVE, ''], [SEND, SAVE + SEND]),
    tests: ['test/resilience/crashes-dispatch.test.ts'],
  },
];
