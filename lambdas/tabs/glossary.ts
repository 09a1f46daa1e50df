/** The words of the reports, in plain words. */
export const GLOSSARY: readonly (readonly [word: string, meaning: string])[] = [
  ['Touch', 'One selling interaction typed on Activity (a Count of 26 is 26), whatever came of it'],
  [
    'MSI',
    'Meaningful selling interaction: a touch whose outcome is not on the exclusion list (left a message, no answer, ...)',
  ],
  ['Attempt to connect', 'An interaction that moves a prospect forward'],
  ['Opportunity', 'An occasion to analyse needs and advise'],
  ['Ask', 'A proposal, a quote or a contract put to the prospect'],
  ['Close', 'A deal that is booked, invoiced or paid: each deal once, in the week of the first of these'],
  ['No outcome yet', 'Attempts without an outcome: in the counts, but outside pace until the outcome is typed'],
  ['Usual by now', 'MSIs per working day over the 12 weeks before, times the working days of this week so far'],
  ['Pace', 'MSIs so far divided by what is usual by now; judged only where at least 5 are expected'],
  ['Prospect to close', 'Of the deals first worked in the matured weeks, the share closed by now'],
  ['Cohort', 'The deals first worked in one week'],
  ['Matured', "Old enough that 80 % of this team's closes have come"],
  ['95 % interval', 'Where the true share plausibly lies (Wilson): wide when few deals are behind it'],
  ['– (0/0)', 'Nothing to divide by: not the same as zero'],
];
