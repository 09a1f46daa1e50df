import { type DealLine, standingOf } from '../../domain/deals/deal-line.ts';
import { type DealStandards, daysSilent, type Signal } from '../../domain/deals/deal-signals.ts';
import { plural } from '../cells.ts';

export const STEP_NAMES = ['Attempt to connect', 'Opportunity', 'Ask'] as const;

/** `Acme · Second site` */
export const dealName = ({ prospect, deal }: DealLine): string => (deal === '' ? prospect : `${prospect} · ${deal}`);

/** A signal in a word or two, where its figures stand beside it: `stale`, `overdue 29 days`. */
export function shortSignal(signal: Signal, line: DealLine, standards: DealStandards): string {
  if (signal === 'overdue') return `overdue ${overdueBy(line, standards)}`;
  if (signal === 'no next step') return nextStepWords(line);
  return signal === 'slipped' ? putOff(line) : signal;
}

/** A signal with the figures behind it: `stale: no MSI for 23 working days (limit 10)`. */
export function signalWords(signal: Signal, line: DealLine, standards: DealStandards): string {
  const { step, since } = standingOf(line);
  const inStep = plural(standards.today - since, 'day');
  switch (signal) {
    case 'overdue':
      return `next step overdue by ${overdueBy(line, standards)}`;
    case 'stale':
      return `stale: no MSI for ${wholeDays(daysSilent(line, standards))} (limit ${standards.staleAbove})`;
    case 'stuck':
      return `stuck: ${inStep} at ${STEP_NAMES[step].toLowerCase()} (limit ${standards.stuckAbove[step] ?? '–'})`;
    case 'newly asked':
      return 'newly asked';
    case 'big':
      return 'big (the top tenth of open amounts)';
    case 'slipped':
      return putOff(line);
    case 'no next step':
      return nextStepWords(line);
  }
}

const overdueBy = ({ nextStep }: DealLine, { today }: DealStandards): string =>
  plural(today - (nextStep?.due ?? today), 'day');

/** One that was typed and is done stands in the cell beside, so it is not "none". */
const nextStepWords = ({ nextStep }: DealLine): string => (nextStep ? 'next step is past' : 'no next step');

const putOff = ({ slips }: DealLine): string =>
  `put off ${slips === 1 ? 'once' : slips === 2 ? 'twice' : `${slips} times`}`;

/** Half days of a calendar count, and are told as whole ones. */
const wholeDays = (days: number): string => plural(Math.floor(days), 'working day');
