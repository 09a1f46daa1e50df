import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Heap } from './heap.ts';
import { Simulation } from './simulation.ts';

test('a heap gives back what was put in, in order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), (numbers) => {
      const heap = new Heap<number>((a, b) => a < b);
      for (const number of numbers) heap.push(number);
      expect(heap.size).toBe(numbers.length);
      expect(numbers.map(() => heap.pop())).toEqual(numbers.toSorted((a, b) => a - b));
      expect(heap.pop()).toBeUndefined();
    }),
  );
});

test('events happen at their time, those of one instant in the order in which they were planned', async () => {
  const delays = fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 50 });
  await fc.assert(
    fc.asyncProperty(delays, async (times) => {
      const simulation = new Simulation(100);
      const happened: { readonly time: number; readonly index: number }[] = [];
      for (const [index, time] of times.entries())
        simulation.after(time, () => happened.push({ time: simulation.now - 100, index }));
      await simulation.run(200);
      const planned = times.map((time, index) => ({ time, index }));
      expect(happened).toEqual(planned.sort((a, b) => a.time - b.time || a.index - b.index));
      expect(simulation.now).toBe(200);
    }),
  );
});

test('what comes after the end is left', async () => {
  const simulation = new Simulation(0);
  let happened = 0;
  for (const time of [10, 11]) simulation.at(time, () => happened++);
  await simulation.run(10);
  expect(happened).toBe(1);
});

test('the past is over', async () => {
  const simulation = new Simulation(0);
  await simulation.run(5);
  expect(() => simulation.at(4, () => {})).toThrow('over');
});

test('code with promises sleeps by the same clock, and the clock waits until it sleeps again', async () => {
  const simulation = new Simulation(0);
  const log: string[] = [];
  simulation.begin(async () => {
    for (let step = 0; step < 3; step++) {
      await simulation.sleep(10);
      for (let i = 0; i < 20; i++) await Promise.resolve();
      log.push(`slept until ${simulation.now}`);
    }
  });
  simulation.at(15, () => log.push('between'));
  await simulation.run(100);
  expect(log).toEqual(['slept until 10', 'between', 'slept until 20', 'slept until 30']);
});
