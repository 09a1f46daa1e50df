import { expect, test } from 'vitest';
import type { Head } from '../../lambdas/domain/trees/head.ts';
import { figuresKey } from '../../lambdas/report/figures-key.ts';

const HEAD: Head = {
  ...{ revision: 9, generation: 4, tabs: {}, source: 's', facts: 'f', payload: 'p', runs: [] },
  derived: { root: 'r', source: 's', generation: 4 },
};
const key = (head: Partial<Head> = {}, day = 100, minute = 600, cutOffHour = 12) =>
  figuresKey({ ...HEAD, ...head }, { day, minute }, cutOffHour);

test('the key of the figures is another one exactly when the tabs could be', () => {
  const others = [
    key({ source: 's2' }),
    key({ derived: { root: 'r2', source: 's', generation: 4 } }),
    key({ facts: 'f2' }),
    key({ runs: [{ at: 1, rows: 2 } as never] }), // whatever a run holds
    key({ stop: { message: 'no header', digest: 'd', since: 1 } }),
    key({}, 101),
    key({}, 100, 720),
  ];
  expect(new Set([key(), ...others]).size).toBe(others.length + 1);
  expect(key({}, 100, 600, 10)).toBe(key({}, 100, 720));
});

test('the revision, what was last read, the minute and when a stop began are no reason to write', () => {
  const stop = { message: 'no header', digest: 'd', since: 1 };
  expect(key({ revision: 10, generation: 5, payload: 'q' })).toBe(key());
  expect(key({}, 100, 719)).toBe(key({}, 100, 0));
  expect(key({}, 100, 720)).toBe(key({}, 100, 1439));
  expect(key({ stop: { ...stop, digest: 'e', since: 2 } })).toBe(key({ stop }));
});
