import { describe, expect, test } from 'vitest';
import { timeTab } from '../../lambdas/tabs/time-tab.ts';
import { overEdge } from '../support/over-edge.ts';
import { figuresOf, rowOf, textAt } from '../support/report-figures.ts';
import { row, serial } from '../support/trees.ts';

const MINUTES_AT = 9;

/** A row with minutes. */
function minutes(day: number, rep: string, activity: string, spent: number) {
  const cells = [...row('2026-01-05', rep, 'Acme', activity, activity === 'Attempt' ? 'Spoke' : '')];
  cells[0] = serial('2026-01-05') + day;
  cells[MINUTES_AT] = spent;
  return cells;
}

const WORKING_DAYS = [0, 1, 2, 3, 4, 7, 8, 9, 10, 11];
const AS_OF = '2026-01-19 12:00'; // a Monday: two complete weeks before it

describe('Time', () => {
  test('says where the hours went and what they would buy', async () => {
    const rows = WORKING_DAYS.flatMap((day) => [
      minutes(day, 'Ana', 'Attempt', 240),
      minutes(day, 'Ana', 'Administration', 120),
    ]);
    const tab = timeTab(await figuresOf(rows, AS_OF));
    expect(tab.hidden).toBe(false);
    // 40 hours of selling and 10 MSIs: one in four hours; 20 hours would buy 5.
    expect(textAt(tab, 0, 0)).toBe(
      '67 % of the logged time is selling; 20 hours could be delegated, worth about 5 MSIs',
    );
    expect(rowOf(tab, 'Ana')).toEqual(['Ana', '10/10', 40, 20, 0, 0, 0, 0, 2 / 3, 0.3, 20, 5]);
    expect(tab.charts).toHaveLength(1);
  });

  test('leaves out who logs too little, and is hidden when nobody logs enough', async () => {
    const some = WORKING_DAYS.slice(0, 5).map((day) => minutes(day, 'Ben', 'Attempt', 60));
    const enough = WORKING_DAYS.slice(0, 6).map((day) => minutes(day, 'Ana', 'Attempt', 60));
    const both = timeTab(await figuresOf([...some, ...enough], AS_OF));
    expect(both.rows.map(([first]) => first?.value)).not.toContain('Ben');
    expect(textAt(both, 2, 0)).toContain('1 rep with fewer than 60 %');
    const none = timeTab(await figuresOf(some, AS_OF));
    expect(none).toMatchObject({ hidden: true, charts: [] });
    expect(overEdge(none)).toEqual([]);
    expect(textAt(none, 2, 0)).toContain('type rows with Minutes on Activity');
  });

  test('a day off on which somebody worked is on top of the working days, and it is said', async () => {
    const days = (some: readonly number[]) => some.map((day) => minutes(day, 'Ana', 'Attempt', 60));
    const tab = timeTab(await figuresOf(days([...WORKING_DAYS, 5]), AS_OF));
    expect(rowOf(tab, 'Ana')[1]).toBe('11/10');
    expect(textAt(tab, 2, 0)).toContain('work on a day off counts on top');
    expect(overEdge(tab)).toEqual([]);
    expect(textAt(timeTab(await figuresOf(days(WORKING_DAYS), AS_OF)), 2, 0)).not.toContain('on top');
  });

  test('without rows', async () => {
    expect(timeTab(await figuresOf([row('2026-01-19', 'Ana', 'Acme', 'Attempt', 'Spoke')], AS_OF))).toMatchObject({
      hidden: true,
      charts: [],
    });
  });
});
