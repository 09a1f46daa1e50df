import { controlYardstick } from '../../domain/targets/control-yardstick.ts';
import { type ControlPart, type InMyControl, inMyControl } from '../../domain/targets/in-my-control.ts';
import { wholeParts } from '../../domain/targets/split-gap.ts';
import { type Block, NO_BLOCK } from '../block.ts';
import { money, text } from '../cells.ts';
import { inCurrency } from '../currency.ts';
import { ABSENT, headings } from '../headings.ts';
import type { CellLayout, ChartLayout } from '../layout.ts';
import type { RepLine } from '../reps.ts';
import { adviceOf } from './advice.ts';
import type { TargetsView } from './targets-view.ts';

/** The columns of the parts; the chart stacks them. */
const PARTS = ['Activity', 'To opportunity', 'To ask', 'To close', 'Deal size', 'After the sale'] as const;
const FIRST_PART = 2;

/** "What is in my control?": what made the gap, and what to do about the largest part. */
export function controlBlock(view: TargetsView, chartAt: ChartLayout['anchor']): Block {
  const lines = view.sellers.flatMap((rep) => {
    const found = controlOf(view, rep);
    return found ? [{ rep, ...found }] : [];
  });
  if (lines.length === 0) return NO_BLOCK;
  const digits = view.figures.rules.minorDigits;
  const amounts = lines.map(({ control }) => wholeUnits(amountsOf(control), digits));
  const sums = Array.from({ length: 1 + PARTS.length }, (_, at) => total(amounts, at));
  const rows: CellLayout[][] = [
    [text(`What is in my control: the gap of the ${view.leading.toLowerCase()} to date, and what made it`, 'heading')],
    [
      text(
        'Revenue = activity × opportunities per attempt × asks per opportunity × closes per ask × deal size, held against the others of the segment. The parts sum to the gap.',
        'muted',
      ),
    ],
    [
      text(
        'Below 0 = short of what was expected by now. Together = these lines: reps without a goal and rows without a rep are not in it.',
        'muted',
      ),
    ],
    headings(['Rep', 'Gap', ...PARTS, 'What to do'], ['What to do']),
    ...lines.map(({ rep, control, advice }, at) => [
      text(rep.name),
      ...(amounts[at] ?? []).map((amount) => (amount === undefined ? ABSENT : money(amount, 0))),
      text(advice, control.gap < 0 ? 'text' : 'muted'),
    ]),
    [text('Together', 'strong'), ...sums.map((amount) => money(amount, 0, 'money-strong'))],
  ];
  return (startRow) => ({
    rows,
    charts: [chart(startRow + 3, lines.length, inCurrency('amount', view.figures.rules), chartAt)],
  });
}

function controlOf(view: TargetsView, { key }: RepLine): { control: InMyControl; advice: string } | undefined {
  const { targets, figures } = view;
  const { settings } = figures.rules;
  const { figures: done, expected } = view.toDate(key, view.leading);
  const yardstick = controlYardstick(targets.basis, key, settings);
  const control = yardstick && inMyControl(done, { ...yardstick, revenue: expected ?? 0 }, settings.unconfirmed);
  return control && { control, advice: adviceOf(control, yardstick, figures.rules.minorDigits) };
}

/** The gap, then the parts in the order of their columns; two ratios that are one stand under the later step. */
function amountsOf({ gap, parts, afterSale }: InMyControl): (number | undefined)[] {
  const amounts: (number | undefined)[] = [gap, ...PARTS.map(() => undefined)];
  for (const part of parts) amounts[1 + columnOf(part)] = part.part;
  amounts[PARTS.length] = afterSale;
  return amounts;
}

/** As shown, in whole units of the currency: rounded so that what one reads still sums to the gap. */
function wholeUnits([gap = 0, ...parts]: readonly (number | undefined)[], digits: number): (number | undefined)[] {
  const unit = 10 ** digits;
  const shown = Math.round(gap / unit) || 0;
  const there = parts.flatMap((part) => (part === undefined ? [] : [part / unit]));
  const whole = wholeParts(there, shown);
  return [shown, ...parts.map((part) => (part === undefined ? undefined : whole.shift()))];
}

function columnOf({ from, to }: ControlPart): number {
  if (to === 'revenue') return PARTS.indexOf('Deal size');
  if (from === undefined || to === 'attempts') return PARTS.indexOf('Activity');
  return PARTS.indexOf(to === 'opportunities' ? 'To opportunity' : to === 'asks' ? 'To ask' : 'To close');
}

const total = (amounts: readonly (readonly (number | undefined)[])[], at: number): number =>
  amounts.reduce((sum, row) => sum + (row[at] ?? 0), 0);

function chart(headRow: number, reps: number, leftTitle: string, anchor: ChartLayout['anchor']): ChartLayout {
  const column = (at: number) => ({
    startRow: headRow,
    endRow: headRow + 1 + reps,
    startColumn: at,
    endColumn: at + 1,
  });
  const colours = ['#1a73e8', '#12b5cb', '#9334e6', '#e37400', '#188038', '#9aa0a6'];
  return {
    title: 'What made the gap to what is expected by now',
    subtitle: 'below 0: short of it; above 0: ahead',
    kind: 'STACKED_COLUMN',
    headerCount: 1,
    domain: column(0),
    series: PARTS.map((_, at) => ({ range: column(FIRST_PART + at), colour: colours[at] ?? '#9aa0a6' })),
    leftTitle,
    anchor,
    width: 680,
    height: 340,
  };
}
