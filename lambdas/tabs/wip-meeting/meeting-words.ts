import type { Agenda, RepAgenda } from '../../domain/agenda/agenda.ts';
import type { MeetingSegment } from '../../domain/agenda/meeting-days.ts';
import type { WeakestStep } from '../../domain/agenda/weakest-step.ts';
import { type Ratio, ratioText, valueOfRatio } from '../../domain/ratios/ratio.ts';
import type { Figures } from '../../domain/weeks/figures.ts';
import { plural } from '../cells.ts';
import { STEP_NAMES } from '../deals/deal-words.ts';

/** '' = one meeting of all. */
export const segmentName = (segment: MeetingSegment): string => segment || 'The team';

/** `9:00`, `13:30` */
export function hourText(hour: number): string {
  const minutes = Math.round(hour * 60);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

const KINDS: readonly (readonly [keyof Figures, string, string])[] = [
  ['attempts', 'attempt', 'attempts'],
  ['followUps', 'follow-up', 'follow-ups'],
  ['opportunities', 'opportunity', 'opportunities'],
  ['asks', 'ask', 'asks'],
  ['closes', 'close', 'closes'],
  ['lost', 'lost', 'lost'],
];

/** `5 attempts, 1 ask, 1 close`; '' = nothing. */
export const whatTheyWere = (done: Figures): string =>
  KINDS.flatMap(([figure, one, many]) => (done[figure] > 0 ? [plural(done[figure], one, many)] : [])).join(', ');

const STEP_AFTER = ['opportunity', 'ask', 'close'] as const;

/** Why this drill: the finding, with both ratios. */
export function weakestText({ step, now, usual }: WeakestStep): string {
  const way = `${STEP_NAMES[step].toLowerCase()} to ${STEP_AFTER[step]}`;
  const before =
    typeof usual === 'number' ? `the default of ${whole(usual)} %` : `${shareText(usual)} in the weeks before`;
  return `Weakest step: ${way}, ${shareText(now)} over the last 13 matured weeks, against ${before}.`;
}

const whole = (share: number): number => Math.round(100 * share);
const shareText = (ratio: Ratio): string => `${whole(valueOfRatio(ratio) ?? 0)} % (${ratioText(ratio)})`;

/** How many deals an agenda has. */
export const dealsIn = ({ reps }: Agenda): number => reps.reduce((sum, { deals }) => sum + deals.length, 0);

/** "No eligible day: off": nobody asks what such a rep did since the last meeting. */
export const isOff = ({ eligible, done }: RepAgenda): boolean => eligible === 0 && done.msis === 0;

/** Who has something to tell, of those who were there to do it. */
export function whoRecorded(reps: readonly RepAgenda[]): string {
  const due = reps.filter((rep) => !isOff(rep));
  const silent = due.filter(({ done }) => done.msis === 0).length;
  const off = reps.length - due.length;
  if (due.length === 0) return 'Everybody was off since the last meeting';
  const except = off === 0 ? '' : ` (${off} ${off === 1 ? 'was' : 'were'} off)`;
  if (silent === 0) return `Everybody has something recorded${except}`;
  return `${silent} of ${plural(due.length, 'rep')} recorded nothing${except}`;
}
