import type { ChartWire } from '../sheets-server/page/wire.ts';
import { scoreCard } from './score-card.ts';
import { LETTERS_PIXELS, type Shape } from './shape.ts';

/** Narrower windows have no room beside the cells: charts stand below the grid. */
const narrow = matchMedia('(max-width: 700px)');
const dark = matchMedia('(prefers-color-scheme: dark)');

/** The charts of the open tab: over the grid at their anchors, or below it on a narrow screen. */
export class ChartLayer {
  private readonly over: HTMLElement;
  private readonly below: HTMLElement;
  private shape: Shape | undefined;
  private charts: readonly ChartWire[] = [];
  private text = '';
  private drawing = 0;

  constructor(over: HTMLElement, below: HTMLElement) {
    this.over = over;
    this.below = below;
    const again = () => void this.drawAll();
    narrow.addEventListener('change', again);
    dark.addEventListener('change', again);
    new ResizeObserver(() => narrow.matches && this.fitBelow()).observe(below.parentElement ?? below);
  }

  show(charts: readonly ChartWire[]): Promise<void> {
    const text = JSON.stringify(charts);
    if (text === this.text) return Promise.resolve();
    this.text = text;
    this.charts = charts;
    return this.drawAll();
  }

  /** Puts every chart at its anchor; rows above it may have become taller. */
  place(shape: Shape): void {
    this.shape = shape;
    const { rows, columns, gutter, frozenRows, frozenColumns } = shape;
    for (const [index, figure] of [...this.over.children].entries()) {
      const place = this.charts[index]?.place;
      if (place === undefined || !(figure instanceof HTMLElement)) continue;
      // Anchored in a frozen part it would be hidden below that part: it stands beside it.
      const row = Math.min(Math.max(place.row, frozenRows), rows.count);
      const column = Math.min(Math.max(place.column, frozenColumns), columns.count);
      const left =
        place.column < frozenColumns ? columns.offset(Math.min(place.column, columns.count)) : columns.offset(column);
      figure.style.left = `${gutter + left + place.x}px`;
      figure.style.top = `${LETTERS_PIXELS + rows.offset(row) + place.y}px`;
    }
  }

  private fitted = 0;
  private fitBelow(): void {
    if (Math.abs((this.below.parentElement?.clientWidth ?? 0) - this.fitted) > 8) void this.drawAll();
  }

  private async drawAll(): Promise<void> {
    this.drawing += 1;
    const turn = this.drawing;
    const { drawChart } = this.charts.length > 0 ? await import('./draw-chart.ts') : { drawChart: undefined };
    if (turn !== this.drawing) return;
    this.over.replaceChildren();
    this.below.replaceChildren();
    this.fitted = this.below.parentElement?.clientWidth ?? 0;
    for (const chart of this.charts) {
      const parent = narrow.matches ? this.below : this.over;
      const room = narrow.matches ? Math.max(240, this.fitted - 26) : chart.place.width;
      const size = { width: Math.min(chart.place.width, room), height: chart.place.height };
      const figure = document.createElement('figure');
      figure.style.width = `${size.width}px`;
      figure.style.height = `${size.height}px`;
      figure.setAttribute('role', 'img');
      if (chart.paper !== undefined) figure.style.background = chart.paper;
      parent.append(figure);
      if (chart.drawing?.kind === 'score') {
        figure.setAttribute('aria-label', labelOf(chart));
        figure.append(scoreCard(chart.drawing));
      } else if (chart.drawing === undefined || drawChart === undefined) {
        figure.className = 'undrawn';
        figure.textContent = `${chart.title}: ${chart.problem ?? 'cannot be drawn.'}`;
        figure.setAttribute('aria-label', figure.textContent);
      } else {
        figure.setAttribute('aria-label', labelOf(chart));
        drawChart(figure, chart.drawing, size, dark.matches);
      }
    }
    if (this.shape !== undefined) this.place(this.shape);
  }
}

/** What a chart shows, for readers of the screen: in the words of its maker, if there are any. */
function labelOf({ title, altText, drawing }: ChartWire): string {
  if (altText !== undefined) return `Chart: ${altText}`;
  if (drawing?.kind === 'pie')
    return `Chart: ${title}. ${drawing.slices.map(({ name, shown }) => `${name}: ${shown}`).join(', ')}.`;
  if (drawing?.kind === 'score') return `Chart: ${title}. ${drawing.value} ${drawing.baseline?.text ?? ''}`.trim();
  const names = drawing?.series.filter(({ invisible }) => !invisible).map(({ name }) => name);
  return `Chart: ${title}. ${names?.join(', ')} for ${drawing?.categories.length} categories.`;
}
