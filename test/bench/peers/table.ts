import type { Figure, Figures, Unit } from '../bench.ts';
import { markdownTable } from '../pages/page.ts';

const OURS = 'leadsheet';

/** A row a measure, a column each who took part: `figure: who` of the bench, with what it is in multiples of ours. */
export function peersTable(figures: Figures): string {
  const rows = new Map<string, Map<string, Figure>>();
  const names = new Set([OURS]);
  for (const [name, figure] of Object.entries(figures)) {
    const [measure = '', who] = name.split(': ');
    if (who === undefined) continue;
    names.add(who);
    rows.set(measure, (rows.get(measure) ?? new Map()).set(who, figure));
  }
  const measures = [...rows].map(([measure, of]) => [
    withUnit(measure, [...of.values()][0]?.unit ?? 'x'),
    ...[...names].map((who) => cell(of.get(who), who === OURS ? undefined : of.get(OURS))),
  ]);
  return markdownTable(['', ...names], measures);
}

/** Units and calls are named in the measure. */
const withUnit = (measure: string, unit: Unit): string =>
  ['units', 'calls'].includes(unit) ? measure : `${measure}, ${unit}`;

function cell(figure: Figure | undefined, ours: Figure | undefined): string {
  if (!figure) return '';
  const shown = digits(figure.value).toLocaleString('en');
  return ours && ours.value > 0 ? `${shown} (${digits(figure.value / ours.value, 2)} x)` : shown;
}

/** More digits would be noise. */
const digits = (value: number, count = 3): number =>
  value >= 10 ** (count - 1) ? Math.round(value) : Number(value.toPrecision(count));
