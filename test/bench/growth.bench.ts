import type { Bench, Figures } from './bench.ts';
import { measurePoint, type PointCost } from './growth/measure.ts';
import { growthPicture, onCurve } from './growth/pictures.ts';
import { type Curve, growthPoints } from './growth/points.ts';
import { slopes } from './growth/slopes.ts';
import { growthTable, loadTable } from './growth/table.ts';
import { measuredOn } from './pages/measured-on.ts';
import { fillIn, writePicture } from './pages/page.ts';

const CURVES: readonly Curve[] = ['rows', 'changes', 'reps', 'weeks'];
const RUNS = 2;

export const bench: Bench = {
  name: 'growth',
  about: 'what ingest and rollup cost as rows, changes, reps or weeks grow; fills in docs/growth.md and its pictures',
  onlyByName: true,

  async run(at) {
    // A quick run is to try something out: it leaves out what takes minutes, and the page as it is.
    const isWhole = at.runs(RUNS + 1) > RUNS;
    // Before it begins: the checkout may move on meanwhile.
    const measured = measuredOn();
    const costs: PointCost[] = [];
    for (const point of growthPoints(isWhole ? Number.POSITIVE_INFINITY : 30_000, at.runs(RUNS))) {
      costs.push(await measurePoint(at, point));
    }
    if (isWhole) {
      for (const curve of CURVES) {
        writePicture(`growth-${curve}`, growthPicture(costs, curve));
        fillIn('growth.md', curve, growthTable(costs, curve));
      }
      fillIn('growth.md', 'measured', `Measured ${measured}.`);
      fillIn('growth.md', 'first load', loadTable(costs));
    }
    return Object.assign({}, ...CURVES.map((curve) => slopes(curve, onCurve(costs, curve)))) as Figures; // one of each
  },
};
