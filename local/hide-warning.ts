/**
 * Warnings of this name are no longer printed. Google's library looks for a machine of Google, and warns (`MetadataLookupWarning`) of
 * what a network without one answers: who asks for credentials says in words that there are none.
 */
export function hideWarning(name: string): void {
  const listeners = process.listeners('warning');
  process.removeAllListeners('warning');
  process.on('warning', (warning) => {
    if (warning.name !== name) for (const listener of listeners) listener(warning);
  });
}
