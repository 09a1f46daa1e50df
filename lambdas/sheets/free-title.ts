/**
 * The wished title, or the first of `Week (Leadsheet)`, `Week (Leadsheet 2)`, ... that no tab has. Sheets compares
 * titles without regard to case.
 */
export function freeTitle(wished: string, taken: readonly string[]): string {
  const used = new Set(taken.map((title) => title.toLowerCase()));
  for (let attempt = 0; ; attempt++) {
    const title = attempt === 0 ? wished : `${wished} (Leadsheet${attempt === 1 ? '' : ` ${attempt}`})`;
    if (!used.has(title.toLowerCase())) return title;
  }
}
