import { expect, test } from 'vitest';
import { randomFrom } from '../../../local/sample/random.ts';
import { Simulation } from './simulation.ts';
import { type QueueRules, StageQueue } from './stage-queue.ts';
import { exponential } from './typing.ts';

const RULES: QueueRules = { concurrency: 2, deliveryMs: 0, visibilityMs: 1000, deliveries: 3, keptMs: 1e9 };

/** Every message takes 10 ms; those that `fails` names end badly. */
function queueOf(rules: Partial<QueueRules> = {}, fails: (message: string) => boolean = () => false) {
  const simulation = new Simulation(0);
  const log: string[] = [];
  const queue = new StageQueue<string>(simulation, { ...RULES, ...rules }, (message, done) => {
    log.push(`${simulation.now} ${message}`);
    simulation.after(10, () => done(!fails(message)));
  });
  return { simulation, log, queue };
}

test('messages of a group go one after the other, groups beside each other', async () => {
  const { simulation, log, queue } = queueOf();
  for (const message of ['a1', 'a2', 'b1', 'c1']) queue.send(message.charAt(0), message);
  await simulation.run(100);
  expect(log).toEqual(['0 a1', '0 b1', '10 a2', '10 c1']);
  expect(queue.length).toBe(0);
  expect(queue.counts).toMatchObject({ done: 4, busyMs: 40, waitedMs: 20 });
});

test('one that fails holds up its group alone, and is put away at last', async () => {
  const { simulation, log, queue } = queueOf({ deliveries: 2 }, (message) => message === 'a1');
  for (const message of ['a1', 'a2', 'b1', 'b2']) queue.send(message.charAt(0), message);
  await simulation.run(5000);
  expect(log).toEqual(['0 a1', '0 b1', '10 b2', '1000 a1', '2000 a2']);
  expect(queue.counts).toMatchObject({ done: 3, failed: 2, putAway: 1 });
});

test('one that waited too long is forgotten', async () => {
  const { simulation, log, queue } = queueOf({ concurrency: 1, keptMs: 9 });
  for (const message of ['a1', 'b1']) queue.send(message.charAt(0), message);
  await simulation.run(100);
  expect(log).toEqual(['0 a1']);
  expect(queue.counts.forgotten).toBe(1);
});

test('with one worker and arrivals by chance it waits as long as the formula for M/D/1 says', async () => {
  for (const load of [0.3, 0.6, 0.9]) {
    const simulation = new Simulation(0);
    const random = randomFrom(7);
    const service = 100;
    const queue = new StageQueue<number>(simulation, { ...RULES, concurrency: 1 }, (_, done) =>
      simulation.after(service, () => done(true)),
    );
    const arrivals = 200_000;
    const arrive = (index: number): void => {
      queue.send(String(index), index);
      if (index < arrivals) simulation.after(exponential(random, service / load), () => arrive(index + 1));
    };
    arrive(1);
    await simulation.run((arrivals * service) / load + 1e7);
    // Pollaczek and Khinchine: load x service / (2 x (1 - load))
    const expected = (load * service) / (2 * (1 - load));
    expect(queue.counts.done).toBe(arrivals);
    expect(queue.counts.waitedMs / arrivals / expected).toBeCloseTo(1, 1);
  }
});
