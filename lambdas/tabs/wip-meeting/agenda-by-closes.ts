import type { Agenda } from '../../domain/agenda/agenda.ts';
import { meetingGroups } from '../../domain/agenda/meeting-budget.ts';
import { phrase } from '../../domain/cells/phrase.ts';
import type { ReportFigures } from '../report-figures.ts';
import { repsByCloses } from '../reps-by-closes.ts';

/** An agenda with its reps by the closes that their activity promises, as on every tab: who is there, away, in a group. */
export function agendaByCloses(figures: ReportFigures, agenda: Agenda): Agenda {
  const reps = repsByCloses(figures, agenda.reps);
  const away = agenda.away.map((name) => ({ key: `r:${phrase(name)}`, name }));
  return {
    ...agenda,
    reps,
    groups: meetingGroups(reps.map(({ name }) => name)),
    away: repsByCloses(figures, away).map(({ name }) => name),
  };
}
