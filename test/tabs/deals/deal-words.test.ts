import { expect, test } from 'vitest';
import type { DealLine } from '../../../lambdas/domain/deals/deal-line.ts';
import type { DealStandards } from '../../../lambdas/domain/deals/deal-signals.ts';
import { shortSignal, signalWords } from '../../../lambdas/tabs/deals/deal-words.ts';

const STANDARDS: DealStandards = {
  today: 46_100,
  staleAbove: 10,
  stuckAbove: [],
  bigAbove: 0,
  workingDays: () => 0,
  plansNextSteps: true,
  lastMeeting: () => 0,
};
const line: DealLine = {
  prospect: 'Acme',
  deal: '',
  occurrence: 1,
  opening: false,
  reached: [46_090],
  state: 'open',
  firstReps: [],
  lastReps: [],
  lastMsi: 46_095,
  msis: 1,
  slips: 0,
  closedFirst: false,
};

test('a next step that is done stands beside "next step is past", one that nobody typed beside "no next step"', () => {
  const done = { ...line, nextStep: { text: 'Call', on: 46_090, due: 46_095 } };
  for (const words of [shortSignal, signalWords]) {
    expect(words('no next step', line, STANDARDS)).toBe('no next step');
    expect(words('no next step', done, STANDARDS)).toBe('next step is past');
  }
});
