import { dealKeyOf } from '../deals/deal-event.ts';
import type { DealLine } from '../deals/deal-line.ts';

/** What an agenda remembers a deal by: the same after a new spelling, another one when the customer buys again. */
export const agendaKey = ({ prospect, deal, occurrence }: DealLine): string =>
  `${dealKeyOf(prospect, deal)}\u001f${occurrence}`;
