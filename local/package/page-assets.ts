const SCRIPT = 'text/javascript; charset=utf-8';

/** The parts of the page that are built, with their types; a test holds them against what the page asks for. */
export const PAGE_ASSETS: ReadonlyMap<string, string> = new Map([
  ['page.js', SCRIPT],
  ['draw-chart.js', SCRIPT],
  ['page.css', 'text/css; charset=utf-8'],
]);
