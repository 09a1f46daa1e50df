import type { RowLine } from '../rows/row-line.ts';

/** Lines with how often each is there: rows are a multiset, since two equal calls are possible. */
export class Lines {
  private readonly counts = new Map<RowLine, number>();

  constructor(lines: Iterable<RowLine>) {
    for (const line of lines) this.counts.set(line, (this.counts.get(line) ?? 0) + 1);
  }

  /** Takes one of a line out; false when there is none left. */
  take(line: RowLine): boolean {
    const count = this.counts.get(line) ?? 0;
    if (count > 0) this.counts.set(line, count - 1);
    return count > 0;
  }
}

/** A line that stands three times here and once there leaves two. */
export function minus(lines: readonly RowLine[], others: readonly RowLine[]): RowLine[] {
  if (others.length === 0) return [...lines];
  const left = new Lines(others);
  return lines.filter((line) => !left.take(line));
}
