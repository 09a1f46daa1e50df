import type { Signal } from '../deals/deal-signals.ts';

/**
 * "ask tough questions that expose each salesperson's understanding of their potential client situation, the logic behind
 * the solution they're proposing, and what they're doing to maintain the velocity of each sales opportunity"
 */
export const QUESTION_KINDS = ['situation', 'solution', 'velocity'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

export interface Question {
  readonly kind: QuestionKind;
  readonly words: string;
}

type ByStep = readonly [attempt: readonly string[], opportunity: readonly string[], ask: readonly string[]];

const SITUATION: ByStep = [
  [
    'What do we know about them that made us call?',
    'What would have to go wrong there for them to need us?',
    'Who feels the problem that we solve, and have we spoken to that person?',
    'What are they doing about it today?',
  ],
  [
    'What does the problem cost them in a month, in their own figures?',
    'Why are they looking at this now, and not a year ago?',
    'Who decides, who pays, and who can stop it?',
    'What happens to them if they do nothing?',
  ],
  [
    'Who has seen our offer besides the one we sent it to?',
    'How will they decide: who, by when, and between what?',
    'What else is the same money asked for?',
    'What did they say in their own words when they read it?',
  ],
];

const SOLUTION: ByStep = [
  [
    'Which one thing of ours would help them most?',
    'Which customer of ours is most like them, and what did it bring there?',
    'What must be true for us to be the wrong choice?',
  ],
  [
    'What exactly do we propose, and which of their problems does each part solve?',
    'What would they lose with the cheapest version of it?',
    'What have we left out on purpose, and why?',
    'Why us, in one sentence that they would repeat to their boss?',
  ],
  [
    'How did we get from their problem to this price?',
    'What do they get back for it, by when, and who worked that out with them?',
    'Which part of the offer would they cut first, and what would that do?',
    'What is their best reason to say no, and what is our answer?',
  ],
];

const KEEPS_MOVING: ByStep = [
  [
    'What will you say in the first ten seconds of the next call?',
    'What will you bring next time that is of use to them?',
    'After how many more tries do we let it go?',
  ],
  [
    'What is the next date that both sides have in their diaries?',
    'What can they do for us this week that shows they mean it?',
    'What stands between today and an offer?',
  ],
  [
    'What happens next, on which day, and who knows about it there?',
    'What would make them sign this week rather than next month?',
    'What are they waiting for, and what are we waiting for?',
  ],
];

/** What keeps it moving, where the reason itself asks the question. */
const BY_SIGNAL: Readonly<Partial<Record<Signal, readonly string[]>>> = {
  overdue: [
    'The next step was promised and its day has passed: what stopped it?',
    'Which day do we put on the next step now, and does the client know it?',
    'Was the date ours alone, or did they agree to it?',
  ],
  stale: [
    'Nobody has spoken with them for a while: who calls today, and with what news?',
    'What has changed there since we last spoke?',
    'If it is dead, who says so, and why is it not marked as Lost?',
  ],
  stuck: [
    'Others had moved on by now: what holds this one here?',
    'Whom there have we not spoken to yet who could move it?',
    'What would we do differently if it began today?',
  ],
  slipped: [
    'It was put off before: what makes the new date better than the old one?',
    'Who put it off, they or we?',
    'What is more important to them than this, and for how long?',
  ],
  'no next step': [
    'What is the next step, and on which day?',
    'What did we agree at the end of the last conversation?',
  ],
};

/** Where a meeting begins with a deal: with what its first reason is about. */
const FIRST_KIND: Readonly<Record<Signal, QuestionKind>> = {
  overdue: 'velocity',
  stale: 'velocity',
  stuck: 'velocity',
  slipped: 'velocity',
  'no next step': 'velocity',
  'newly asked': 'solution',
  big: 'situation',
};

/**
 * One question to ask now and two in reserve, one of each kind. The choice depends on the deal and the day, so it is
 * another one next time and the same one all day. `asked`: what the same rep was asked before; it is passed over as long
 * as there are others, and what is chosen is added.
 */
export function questionsFor(
  { key, step, signals }: { readonly key: string; readonly step: 0 | 1 | 2; readonly signals: readonly Signal[] },
  day: number,
  asked: Set<string>,
): readonly [now: Question, ...reserve: Question[]] {
  const reason = signals[0];
  const first = reason ? FIRST_KIND[reason] : 'situation';
  const seed = hashOf(`${key}\u001f${day}`);
  const question = (kind: QuestionKind, nth: number): Question => {
    const bank = bankOf(kind, step, reason);
    const from = (seed >>> (nth * 8)) % bank.length;
    const inTurn = [...bank.slice(from), ...bank.slice(0, from)];
    const words = inTurn.find((each) => !asked.has(each)) ?? inTurn[0] ?? '';
    asked.add(words);
    return { kind, words };
  };
  const others = QUESTION_KINDS.filter((kind) => kind !== first);
  return [question(first, 0), ...others.map((kind, i) => question(kind, i + 1))];
}

function bankOf(kind: QuestionKind, step: 0 | 1 | 2, reason: Signal | undefined): readonly string[] {
  if (kind === 'situation') return SITUATION[step];
  if (kind === 'solution') return SOLUTION[step];
  return (reason && BY_SIGNAL[reason]) ?? KEEPS_MOVING[step];
}

/** FNV-1a: http://www.isthe.com/chongo/tech/comp/fnv/ */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  // Its high bits mix well, the low ones hardly: fold them.
  return (hash ^ (hash >>> 15)) >>> 0;
}
