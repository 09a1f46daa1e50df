import { setImmediate } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { hideWarning } from '../../local/hide-warning.ts';

test('warnings of one name are hidden, all others are shown', async () => {
  const before = process.listeners('warning');
  onTestFinished(() => {
    process.removeAllListeners('warning');
    for (const listener of before) process.on('warning', listener);
  });
  const shown: string[] = [];
  process.removeAllListeners('warning');
  process.on('warning', ({ message }) => shown.push(message));
  hideWarning('MetadataLookupWarning');
  process.emitWarning('no machine of Google', 'MetadataLookupWarning');
  process.emitWarning('something old', 'DeprecationWarning');
  await setImmediate();
  expect(shown).toEqual(['something old']);
});
