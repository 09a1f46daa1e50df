import type { NotableDeal, RepAgenda } from '../../domain/agenda/agenda.ts';
import type { Day } from '../../domain/days/day.ts';
import { standingOf } from '../../domain/deals/deal-line.ts';
import type { DealStandards } from '../../domain/deals/deal-signals.ts';
import type { Rules } from '../../domain/inputs/rules.ts';
import { text } from '../cells.ts';
import { amountText } from '../currency.ts';
import { shortDate, weekday } from '../dates.ts';
import { dealName, signalWords } from '../deals/deal-words.ts';
import type { CellLayout } from '../layout.ts';

/** What a rep is asked about: each deal with its reason, one question, and two in reserve. */
export function repRows({ name, deals }: RepAgenda, standards: DealStandards, rules: Rules): CellLayout[][] {
  if (deals.length === 0)
    return [[], [text(name, 'heading')], [text('', 'label'), text('No deal calls for a word.', 'wrap-muted')]];
  return [[], [text(name, 'heading')], ...deals.flatMap((deal, i) => dealRows(deal, i + 1, standards, rules))];
}

function dealRows(deal: NotableDeal, number: number, standards: DealStandards, rules: Rules): CellLayout[][] {
  const [now, ...reserve] = deal.questions;
  return [
    [text(`Deal ${number}`, 'label'), text(dealName(deal.line), 'wrap-strong')],
    [text('', 'label'), text(whereItStands(deal, rules), 'wrap-muted')],
    [text('Why', 'label'), text(reasons(deal, standards), 'wrap')],
    [text('Ask', 'label'), text(now.words, 'wrap')],
    [text('In reserve', 'label'), text(reserve.map(({ words }) => words).join('\n'), 'wrap-muted')],
  ];
}

/** `Asked on Mon 16 Nov for 7,690. Last MSI Mon 16 Nov. Next: Get the decision, Thu 19 Nov.` */
function whereItStands({ line }: NotableDeal, rules: Rules): string {
  const { nextStep, amount, lastMsi } = line;
  const { step, since } = standingOf(line);
  const worth = amount === undefined ? '' : ` for ${amountText(amount, rules)}`;
  const due = nextStep?.due === undefined ? '' : dayText(nextStep.due);
  const planned = [nextStep?.text ?? '', due].filter((part) => part !== '').join(', ');
  return [
    `${SINCE[step]} ${dayText(since)}${worth}.`,
    `Last MSI ${dayText(lastMsi)}.`,
    ...(planned === '' ? [] : [`Next: ${planned}.`]),
  ].join(' ');
}

const SINCE = ['First contact on', 'Opportunity since', 'Asked on'] as const;
const dayText = (day: Day): string => `${weekday(day)} ${shortDate(day)}`;

/** A deal that was chosen in the morning and worked since may have no reason left. */
function reasons({ signals, line, again }: NotableDeal, standards: DealStandards): string {
  const words = signals.map((signal) => signalWords(signal, line, standards));
  if (words.length === 0) words.push('chosen this morning, and worked on since');
  return `${words.join('; ')}${again ? ' (again: no other deal qualifies)' : ''}`;
}
