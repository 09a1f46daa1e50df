import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tooLarge } from '../../lambdas/google/failure.ts';
import { readBody } from '../../lambdas/google/read-body.ts';
import { sheetsError } from '../../lambdas/sheets/say-what-to-do.ts';

async function* streamOf(pieces: Iterable<Uint8Array>, ended: () => void = () => undefined) {
  try {
    yield* pieces;
  } finally {
    ended();
  }
}

describe('the body of an answer', () => {
  test('is its pieces, one behind the other', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.uint8Array({ maxLength: 100_000, size: 'max' }), { maxLength: 6 }),
        async (pieces) => {
          const whole = Buffer.concat(pieces);
          const body = await readBody(streamOf(pieces), whole.length);
          expect(body?.equals(whole)).toBe(true);
        },
      ),
      { numRuns: 30 },
    );
  });

  test('that is too large is not read to its end, and no retry makes it smaller', async () => {
    let ended = 0;
    const endless = (function* () {
      for (;;) yield new Uint8Array(1000);
    })();
    const body = await readBody(
      streamOf(endless, () => ended++),
      10_000,
    );
    expect([body, ended]).toEqual([undefined, 1]);
    expect(sheetsError(tooLarge(300 * 2 ** 20), { workbook: 'w' })).toMatchObject({
      kind: 'refused',
      message: expect.stringMatching(/larger than 300 MB.*older rows/),
    });
  });
});
