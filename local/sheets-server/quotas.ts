import { quotaError } from './http/quota-error.ts';

/** Requests a minute, reads and writes apart. */
export interface QuotaLimits {
  readonly perUser: number;
  readonly perProject: number;
}

export const GOOGLE_QUOTAS: QuotaLimits = { perUser: 60, perProject: 300 };

const MINUTE = 60_000;
const READS = new Set(['spreadsheets.getByDataFilter', 'values.batchGetByDataFilter', 'developerMetadata.search']);

/** Counts the calls of each minute by the clock, as Google refills its quotas. One call is one, however much is in it. */
export class Quotas {
  private readonly limits: QuotaLimits;
  private readonly clock: () => number;
  private minute = 0;
  private counts = new Map<string, number>();

  constructor(limits: QuotaLimits, clock: () => number) {
    this.limits = limits;
    this.clock = clock;
  }

  /** Takes one call from the quotas; throws a 429 when there is none left. Drive has other quotas, and none here. */
  take(operation: string, method: string, user: string): void {
    if (operation.startsWith('drive.')) return;
    const minute = Math.floor(this.clock() / MINUTE);
    if (minute !== this.minute) this.counts = new Map();
    this.minute = minute;
    const kind = method === 'GET' || READS.has(operation) ? 'read' : 'write';
    const { perUser, perProject } = this.limits;
    this.count(`${kind} user ${user}`, perUser, kind, 'user');
    this.count(`${kind} project`, perProject, kind, 'project');
  }

  private count(key: string, limit: number, kind: 'read' | 'write', per: 'user' | 'project'): void {
    const count = (this.counts.get(key) ?? 0) + 1;
    if (count > limit) throw quotaError({ kind, per, limit });
    this.counts.set(key, count);
  }
}
