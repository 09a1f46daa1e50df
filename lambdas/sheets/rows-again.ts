/** Rows in the bytes of an answer. */
export interface RowBytes {
  readonly body: Buffer;
  /** Where each row begins, and the byte after its end. */
  readonly bounds: Int32Array;
}

/** Rows of an earlier answer, from one up to another that is not among them. */
export interface RowRun {
  readonly from: number;
  readonly to: number;
}

/** A few rows that were deleted are looked past, but not for each row that was edited. */
const DELETED = 8;
const LOOKS_PAST_FROM = 2;
/** After so many rows in a row that were not there before, the two answers have nothing to do with each other. */
const STRANGE = 64;
/** Bytes; what is left is compared one by one. */
const SMALLEST = 512;
const LARGEST = 65_536;

/**
 * Finds rows of an earlier answer again while a new one is read from its first row to its last, so that a long sheet in
 * which a few rows were typed is compared in long pieces and not looked through.
 */
export class RowsAgain {
  private readonly body: Buffer;
  private readonly earlier: RowBytes;
  private readonly rows: number;
  /** The earlier row that comes next if nothing was typed. */
  private next = 0;
  /** Rows since the last that was found. */
  private strange = 0;

  constructor(body: Buffer, earlier: RowBytes) {
    this.body = body;
    this.earlier = earlier;
    this.rows = earlier.bounds.length / 2;
  }

  /** The earlier rows that stand again from here on; to be asked for each row that is not in one of these. */
  runAt(at: number): RowRun | undefined {
    if (this.strange > STRANGE) return undefined;
    const run = this.afterEdits(at) ?? this.afterInserts(at) ?? this.afterDeletes(at);
    if (run) this.next = run.to;
    this.strange = run ? 0 : this.strange + 1;
    return run;
  }

  private afterEdits(at: number): RowRun | undefined {
    return this.runFrom(this.next + this.strange, at);
  }

  private afterInserts(at: number): RowRun | undefined {
    return this.strange > 0 ? this.runFrom(this.next, at) : undefined;
  }

  private afterDeletes(at: number): RowRun | undefined {
    if (this.strange < LOOKS_PAST_FROM) return undefined;
    const first = this.next + this.strange + 1;
    for (let from = first; from < first + DELETED; from++) {
      const run = this.runFrom(from, at);
      if (run) return run;
    }
    return undefined;
  }

  /** As many rows from one on as stand again at a byte. */
  private runFrom(from: number, at: number): RowRun | undefined {
    if (from >= this.rows) return undefined;
    const { body, bounds } = this.earlier;
    const start = bounds[2 * from] ?? 0;
    // Equal bytes from the beginning of a row on end their rows alike.
    const end = start + equalBytes(this.body, at, body, start, bounds[bounds.length - 1] ?? 0);
    if (end < (bounds[2 * from + 1] ?? 0)) return undefined;
    let [to, most] = [from + 1, this.rows];
    while (to < most) {
      const middle = (to + most) >> 1;
      if ((bounds[2 * middle + 1] ?? 0) <= end) to = middle + 1;
      else most = middle;
    }
    return { from, to };
  }
}

/** How many bytes are the same from two places on; of the other buffer, those before `end` count. */
function equalBytes(one: Buffer, at: number, other: Buffer, otherAt: number, end: number): number {
  const most = Math.min(one.length - at, end - otherAt);
  const differ = (from: number, to: number): boolean =>
    one.compare(other, otherAt + from, otherAt + to, at + from, at + to) !== 0;
  let equal = 0;
  let size = SMALLEST;
  // Larger pieces as long as they are equal, then smaller ones.
  while (equal < most) {
    const to = Math.min(equal + size, most);
    if (!differ(equal, to)) {
      equal = to;
      size = Math.min(size * 2, LARGEST);
    } else if (size > SMALLEST) {
      size /= 2;
    } else break;
  }
  while (equal < most && one[at + equal] === other[otherAt + equal]) equal++;
  return equal;
}
