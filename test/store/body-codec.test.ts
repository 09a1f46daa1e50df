import { randomBytes } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asSlice, bodyOf, isCut, sizeOf, slicesOf } from '../../lambdas/store/body-codec.ts';

test('small bodies stay text, larger ones are compressed', () => {
  expect(slicesOf('{"a":1}')).toStrictEqual(['{"a":1}']);
  expect(slicesOf('x'.repeat(800))).toStrictEqual(['x'.repeat(800)]);
  const [slice, ...more] = slicesOf('x'.repeat(801));
  expect(slice).toBeInstanceOf(Uint8Array);
  expect(sizeOf(slice ?? '')).toBeLessThan(40);
  expect(more).toStrictEqual([]);
});

test('every slice fits into an item of 400 KB, even of what can not be compressed', () => {
  const slices = slicesOf(randomBytes(1_200_000).toString('latin1'));
  expect(slices.length).toBeGreaterThan(3);
  for (const slice of slices) expect(slice.length).toBeLessThan(400_000);
});

test.each(['x', 'é', '名', '🙂'])('isCut says of a body of %s what slicesOf does', (character) => {
  const most = Math.floor(380_000 / Buffer.byteLength(character));
  for (const length of [most - 1, most, most + 1]) {
    const body = character.repeat(length);
    expect(isCut(body)).toBe(slicesOf(body).length > 1);
    expect(bodyOf(slicesOf(body)) === body).toBe(true);
  }
});

test('any text comes back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 3_000, size: 'max' }), (body) => {
      expect(bodyOf(slicesOf(body))).toBe(body);
    }),
  );
});

test('a slice in a request is its bytes as UTF-8, or as base64', () => {
  expect(sizeOf('né')).toBe(3);
  expect(sizeOf(new Uint8Array(300))).toBe(400);
  expect(sizeOf(new Uint8Array(100))).toBe(134);
});

test('bytes are those of raw deflate, however large or small what they stand for', () => {
  for (const body of ['x'.repeat(801), 'one two three '.repeat(60), randomBytes(90_000).toString('hex')]) {
    expect(slicesOf(body)).toEqual([deflateRawSync(body)]);
    expect(bodyOf([deflateRawSync(body)])).toBe(body);
  }
});

test('slices of text and of bytes make one body', () => {
  expect(bodyOf(['né', 'xt'])).toBe('néxt');
  const [packed = ''] = slicesOf('x'.repeat(2_000));
  expect(bodyOf([packed])).toBe('x'.repeat(2_000));
  expect(bodyOf(['a', packed, 'b'])).toBe(`a${'x'.repeat(2_000)}b`);
});

test('text and bytes are taken from the attribute as they are', () => {
  const bytes = new Uint8Array([1, 2]);
  expect([asSlice(''), asSlice('x'), asSlice(bytes)]).toStrictEqual(['', 'x', bytes]);
});

test('something else in the attribute is refused', () => {
  expect(() => asSlice(7)).toThrow(/has no body/);
  expect(() => asSlice(undefined)).toThrow(/something else than Leadsheet/);
});
