import { phrase } from '../cells/phrase.ts';

export const SELLING_KINDS = ['attempt', 'follow-up', 'opportunity', 'ask', 'close'] as const;
export const SUPPORT_KINDS = [
  'administration',
  'account management',
  'proposal generation',
  'prospecting',
  'fulfilment',
] as const;

export type SellingKind = (typeof SELLING_KINDS)[number];
export type SupportKind = (typeof SUPPORT_KINDS)[number];
export type ActivityKind = SellingKind | SupportKind;

/** What happened to money or to the decision in a Close row. */
export const CLOSE_EVENTS = ['booked', 'invoiced', 'paid', 'lost', 'cancelled', 'refunded', 'renewed'] as const;
export type CloseEvent = (typeof CLOSE_EVENTS)[number];

/** As the workbook spells them. */
export const KIND_NAMES: Readonly<Record<ActivityKind, string>> = {
  attempt: 'Attempt to connect',
  'follow-up': 'Follow-up',
  opportunity: 'Opportunity',
  ask: 'Ask',
  close: 'Close',
  administration: 'Administration',
  'account management': 'Account management',
  'proposal generation': 'Proposal generation',
  prospecting: 'Prospecting',
  fulfilment: 'Fulfilment',
};

/** Whole phrases, compared after `phrase()` and without hyphens: short forms that reps type. */
const KIND_WORDS: Readonly<Record<ActivityKind, readonly string[]>> = {
  attempt: [
    'attempt to connect',
    'attempts to connect',
    'attempt',
    'attempts',
    'attempted to connect',
    'connect attempt',
    'connect',
    'connection',
    'atc',
    'a2c',
    'att',
    'call',
    'calls',
    'called',
    'phone call',
  ],
  'follow-up': ['follow up', 'followup', 'follow ups', 'followups', 'followed up', 'fu', 'f/u', 'follow'],
  opportunity: ['opportunity', 'opportunities', 'opp', 'opps', 'opty', 'oppty'],
  ask: ['ask', 'asks', 'asked'],
  close: ['close', 'closes', 'closed', 'closing', 'cls'],
  administration: ['administration', 'admin', 'administrative'],
  'account management': ['account management', 'account mgmt', 'acct management', 'acct mgmt', 'am'],
  'proposal generation': ['proposal generation', 'proposal gen', 'proposal writing', 'proposal', 'proposals'],
  prospecting: ['prospecting', 'prospect', 'prosp'],
  fulfilment: ['fulfilment', 'fulfillment', 'fulfilment logistics', 'fulfillment logistics', 'delivery'],
};

const CLOSE_WORDS: Readonly<Record<CloseEvent, readonly string[]>> = {
  booked: ['booked', 'booking', 'won', 'win', 'closed won', 'signed', 'sold'],
  invoiced: ['invoiced', 'invoice', 'billed'],
  paid: ['paid', 'payment', 'payment received'],
  lost: ['lost', 'loss', 'closed lost'],
  cancelled: ['cancelled', 'canceled', 'cancellation'],
  refunded: ['refunded', 'refund'],
  renewed: ['renewed', 'renewal', 'renew'],
};

const kinds = invert(KIND_WORDS);
const closeEvents = invert(CLOSE_WORDS);

/** `Follow-up`, `FU`, `opp` -> the kind; `undefined` for a text that names none. */
export function activityKindOf(text: string): ActivityKind | undefined {
  return kinds.get(plain(text));
}

/** `Won` -> booked; `undefined` for a text that names none. */
export function closeEventOf(text: string): CloseEvent | undefined {
  return closeEvents.get(plain(text));
}

/** Every text that names a kind, in lower case with single spaces instead of hyphens. */
export const wordsOf = (kind: ActivityKind): readonly string[] => KIND_WORDS[kind];
export const CLOSE_EVENT_WORDS: readonly string[] = Object.values(CLOSE_WORDS).flat();

const selling = new Set<string>(SELLING_KINDS);
export const isSelling = (kind: ActivityKind): kind is SellingKind => selling.has(kind);

const plain = (text: string): string => phrase(phrase(text).replace(/[-‐-―_]/gu, ' '));

function invert<K extends string>(words: Readonly<Record<K, readonly string[]>>): ReadonlyMap<string, K> {
  const map = new Map<string, K>();
  for (const key of Object.keys(words) as K[]) for (const word of words[key]) map.set(word, key); // keys of a Record<K>
  return map;
}
