const CANDIDATES = [',', ';', '\t'];

/**
 * The delimiter that splits the first row (the headers) into most columns. Later rows are not asked: decimal commas
 * and prose in them speak for the wrong one. One column only: `,`.
 */
export function detectDelimiter(text: string): string {
  const counts = new Map(CANDIDATES.map((candidate) => [candidate, 0]));
  let quoted = false;
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (character === '\n') break;
    else if (counts.has(character)) counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  return CANDIDATES.reduce((best, candidate) =>
    (counts.get(candidate) ?? 0) > (counts.get(best) ?? 0) ? candidate : best,
  );
}
