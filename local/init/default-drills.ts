export interface Drill {
  readonly name: string;
  readonly trains: string;
  readonly script: string;
}

export const DRILLS: readonly Drill[] = [
  {
    name: 'The first ten seconds',
    trains: 'Attempt to connect',
    script: 'Say who you are, why you call and what is in it for them, in ten seconds. Swap roles.',
  },
  {
    name: 'No time now',
    trains: 'Attempt to connect',
    script: '"I have no time." Ask for one minute, use it for one question, agree on a time.',
  },
  {
    name: 'Five whys',
    trains: 'Opportunity',
    script: 'The buyer names a wish. Ask why five times without sounding like a child.',
  },
  {
    name: 'What does it cost today?',
    trains: 'Opportunity',
    script: 'Find out what the problem costs them in a month, in their own figures.',
  },
  {
    name: 'Who else decides?',
    trains: 'Ask',
    script: 'Find the others who decide, without hurting the one in front of you.',
  },
  {
    name: 'The proposal in a sentence',
    trains: 'Ask',
    script: 'Say what they get, what it costs and when it starts. One breath.',
  },
  {
    name: 'Silence after the price',
    trains: 'Close',
    script: 'Name the price and say nothing until the other speaks.',
  },
  {
    name: 'Too expensive',
    trains: 'Close',
    script: '"Too expensive." Compared with what? Go back to what it costs them today.',
  },
];
