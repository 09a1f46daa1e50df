/** What reps of the sample type. A text that stands twice is drawn twice as often. */
export const NOBODY_REACHED = {
  Inside: [
    ...['Left a message', 'Left a message', 'Left a message', 'No answer', 'No answer', 'No answer', 'Voicemail'],
    ...['Voicemail', 'Busy', 'Agreed to call back later', 'Wrong number', 'Bounced', 'Automatic reply'],
  ],
  Field: [
    'Left a message',
    'Left a message',
    'No answer',
    'Dropped off paperwork',
    'Agreed to call back later',
    'Voicemail',
  ],
} as const;

export const MEANINGFUL = {
  attempt: [
    'Handled objection',
    'Sent case study',
    'Asked for details',
    'Agreed a call',
    'Spoke to the buyer',
    'Introduced to the boss',
  ],
  notInterested: 'Not interested',
  followUp: [
    'Answered questions',
    'Sent references',
    'Talked through terms',
    'Met the technician',
    'Handled objection',
  ],
  opportunity: ['Needs analysis done', 'Needs analysis done', 'Demo given', 'Site survey done'],
  ask: ['Proposal sent', 'Proposal sent', 'Contract sent', 'Asked for the order'],
} as const;

export const CHANNELS = {
  Inside: [
    ...['Phone', 'Phone', 'Phone', 'Phone', 'Phone', 'Phone', 'E-mail', 'E-mail', 'Video', 'Screen share'],
    'Text message',
  ],
  Field: ['In person', 'In person', 'In person', 'Phone', 'Phone', 'Video', 'E-mail', 'Trade fair'],
} as const;

export const NEXT_STEPS = {
  lead: ['Call again', 'Send case study', 'Call the boss', 'Send price list'],
  opportunity: ['Needs analysis', 'Demo', 'Site survey'],
  ask: ['Send proposal', 'Walk through the proposal', 'Bring the contract'],
  decision: ['Get the decision', 'Answer the buyer', 'Meet the board'],
} as const;

export const NOTES = [
  'prefers mornings',
  'budget is decided in spring',
  'compares us with one other',
  'wants to start small',
  'new warehouse next year',
  'ask about the old contract',
  'decision is made by two people',
  'nice chat about the weather',
] as const;

export const SUPPORT: readonly { readonly activity: string; readonly minutes: readonly [low: number, high: number] }[] =
  [
    { activity: 'Administration', minutes: [30, 100] },
    { activity: 'Administration', minutes: [30, 90] },
    { activity: 'Account management', minutes: [20, 90] },
    { activity: 'Proposal generation', minutes: [30, 120] },
    { activity: 'Prospecting', minutes: [30, 90] },
    { activity: 'Fulfilment', minutes: [15, 60] },
  ];

export const SECOND_DEALS = ['Extension', 'Second site', 'Service plan'] as const;
