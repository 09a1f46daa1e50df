import type { ScoreDrawing } from '../sheets-server/page/wire.ts';

const SIGNS = { up: '▲', down: '▼', same: '=' } as const;

/** One large number with its title, and how it compares. */
export function scoreCard({ title, subtitle, value, baseline }: ScoreDrawing): HTMLElement {
  const card = document.createElement('div');
  card.className = 'score';
  card.append(part('score-title', title), part('score-value', value));
  if (baseline !== undefined) {
    const line = part('score-baseline', `${SIGNS[baseline.direction]} ${baseline.text}`);
    if (baseline.colour !== undefined) line.style.color = baseline.colour;
    card.append(line);
  }
  if (subtitle !== undefined) card.append(part('score-subtitle', subtitle));
  return card;
}

function part(name: string, text: string): HTMLElement {
  const element = document.createElement('p');
  element.className = name;
  element.textContent = text;
  return element;
}
