import type { ControlYardstick, YardstickFrom } from '../../domain/targets/control-yardstick.ts';
import type { ControlPart, InMyControl } from '../../domain/targets/in-my-control.ts';

const STEP = { attempts: 'attempt', opportunities: 'opportunity', asks: 'ask', closes: 'close' } as const;
const FROM: Readonly<Record<YardstickFrom, string>> = {
  segment: 'the others of the segment',
  own: 'the last 26 weeks',
  default: 'the default',
};
/** Cases from which a ratio says something. */
const ENOUGH = 20;

/** What to do about the largest part of a gap. "Where a ratio is the gap the advice is coaching, not more calls." */
export function adviceOf(control: InMyControl, { from }: ControlYardstick, digits: number): string {
  const { gap, largest, afterSale } = control;
  if (gap >= 0) return 'At or above what is expected by now';
  if (!largest || afterSale < largest.part) return 'Cancellations made the gap: what was sold did not last';
  if (largest.from === undefined) return moreActivity(largest, control);
  if (largest.to === 'revenue') return dealSize(largest, control, digits);
  return coaching(largest, largest.to === 'attempts' ? 'default' : from[largest.to]);
}

/** In the rep's own ratios of the period where there are closes to tell them, else in the yardstick's. */
function moreActivity({ to, actual, expected }: ControlPart, control: InMyControl): string {
  if (to === 'revenue') return 'Nothing done yet';
  if (control.closed === 0)
    return `More ${to}: ${whole(actual)} done, the goal took ${whole(Math.ceil(expected))} by now`;
  const level = Math.ceil((actual * control.expected) / control.closed);
  return `More ${to}: ${whole(actual)} done, at these ratios ${whole(level)} would be level with the goal`;
}

function coaching({ from, to, actual, expected, cases }: ControlPart, held: YardstickFrom): string {
  const step = `from ${from && from !== 'revenue' ? STEP[from] : ''} to ${to === 'revenue' ? '' : STEP[to]}`;
  const few = cases < ENOUGH ? '; few cases yet' : '';
  const own = `${whole(Math.round(actual * cases))}/${whole(cases)} = ${share(actual)}`;
  return `Coach the step ${step}, not more calls: ${own}, ${FROM[held]} ${share(expected)}${few}`;
}

/** A close without an amount makes no deal small: "nothing is not zero". */
function dealSize(part: ControlPart, { closesWithAmount }: InMyControl, digits: number): string {
  const missing = part.cases - closesWithAmount;
  if (missing > 0)
    return `Deal size: ${whole(missing)} of ${whole(part.cases)} closes bring no amount here; complete their Close rows before you judge it`;
  return `Deal size: ${dealSizes(part, digits)}. Coach value and discounts, not more calls`;
}

const dealSizes = ({ actual, expected }: ControlPart, digits: number): string =>
  `${whole(Math.round(actual / 10 ** digits))} where ${whole(Math.round(expected / 10 ** digits))} is usual`;

const share = (value: number): string => `${(100 * value).toFixed(value < 0.1 ? 1 : 0)} %`;
const whole = (n: number): string => n.toLocaleString('en');
