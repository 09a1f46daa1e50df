/**
 * A team's sheet as plain arrays, and its own reading of rows: nothing of the service is imported, so what both agree on is
 * not the same mistake made once.
 */
export interface ModelRow {
  /** A serial day, or text that is no date. */
  readonly date: number | string;
  readonly rep: string;
  readonly prospect: string;
  readonly activity: string;
  readonly outcome: string;
  readonly count: number | '';
}

export interface ModelRules {
  /** Alias in lower case -> name in lower case. */
  readonly aliases: ReadonlyMap<string, string>;
  /** Outcomes in lower case; the latest that is in force on the day of the row decides. */
  readonly outcomes: readonly { readonly outcome: string; readonly counts: boolean; readonly from: number }[];
}

export const DEFAULT_RULES: ModelRules = {
  aliases: new Map(),
  outcomes: ['left a message', 'voicemail', 'no answer'].map((outcome) => ({ outcome, counts: false, from: 0 })),
};

const WORDS: Readonly<Record<string, string>> = {
  '': 'attempts',
  'attempt to connect': 'attempts',
  call: 'attempts',
  'follow-up': 'followUps',
  opp: 'opportunities',
  opportunity: 'opportunities',
  ask: 'asks',
  close: 'closes',
};
const SUPPORT = ['administration', 'prospecting'];

/** `week rep figure` -> amount, with `*` for the team and `` for rows without a rep; what is 0 is left out. */
export function weeklyFigures(rows: readonly ModelRow[], rules: ModelRules, today: number): Map<string, number> {
  const figures = new Map<string, number>();
  for (const row of rows) {
    if (typeof row.date !== 'number' || row.date > today) continue;
    const kind = WORDS[row.activity.toLowerCase()];
    if (kind === undefined || row.prospect === '') continue;
    const outcome = row.outcome.toLowerCase();
    const touches = row.count === '' ? 1 : row.count;
    // Serial day 2 was a Monday.
    const week = row.date - ((row.date - 2) % 7);
    const counts = kind === 'closes' || isMeaningful(outcome, row.date, rules);
    const named = row.rep.split(';').map((name) => name.trim().toLowerCase());
    const reps = new Set(named.filter((name) => name !== '').map((name) => rules.aliases.get(name) ?? name));
    for (const rep of ['*', ...(reps.size === 0 ? [''] : reps)]) {
      const add = (figure: string, amount: number): void =>
        void figures.set(`${week} ${rep} ${figure}`, (figures.get(`${week} ${rep} ${figure}`) ?? 0) + amount);
      if (!counts) continue;
      add('msis', touches);
      if (kind !== 'closes') add(kind, touches);
      else if (outcome !== 'lost') add('closes', 1);
    }
  }
  return figures;
}

function isMeaningful(outcome: string, day: number, { outcomes }: ModelRules): boolean {
  const inForce = outcomes.filter((rule) => rule.outcome === outcome && rule.from <= day);
  return inForce.sort((a, b) => a.from - b.from).at(-1)?.counts ?? true;
}

/** Whether the row can be counted at all. */
export const isAccepted = (row: ModelRow): boolean =>
  typeof row.date === 'number' &&
  (SUPPORT.includes(row.activity.toLowerCase()) ||
    (WORDS[row.activity.toLowerCase()] !== undefined && row.prospect !== ''));

/** Serial day of an instant in Amsterdam, by the runtime's calendar. */
export function dayInAmsterdam(instant: number): number {
  const text = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Amsterdam' }).format(instant);
  return Date.parse(`${text}T00:00:00Z`) / 86_400_000 + 25_569;
}
