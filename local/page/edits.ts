import { formatArea, quoteTitle } from '../sheets-server/a1.ts';
import type { AreaWire, TabWire } from '../sheets-server/page/wire.ts';
import { overlap, type Place } from './selection.ts';
import type { Server } from './server.ts';

/** Why an area may not be written; undefined when it may. */
export const whyLocked = (tab: TabWire, area: AreaWire): string | undefined =>
  tab.locked.find((locked) => overlap(locked, area))?.why;

/** The block that rows of text take when they are put down at a place. */
export const areaAt = ({ row, column }: Place, values: readonly (readonly string[])[]): AreaWire => ({
  startRow: row,
  endRow: row + values.length,
  startColumn: column,
  endColumn: column + Math.max(1, ...values.map((line) => line.length)),
});

/** Types rows of text from a place on, one after another as they were asked for; the grid grows when they reach beyond it. */
export class Edits {
  private readonly server: Server;
  private last: Promise<unknown> = Promise.resolve();

  constructor(server: Server) {
    this.server = server;
  }

  type(tab: TabWire, place: Place, values: readonly (readonly string[])[]): Promise<unknown> {
    const area = areaAt(place, values);
    const growth = [
      { dimension: 'ROWS', length: area.endRow - tab.rows },
      { dimension: 'COLUMNS', length: area.endColumn - tab.columns },
    ].filter(({ length }) => length > 0);
    return this.next(async () => {
      if (growth.length > 0)
        await this.server.batchUpdate(growth.map((one) => ({ appendDimension: { sheetId: tab.id, ...one } })));
      await this.server.type(rangeOf(tab, area), values);
    });
  }

  clear = (tab: TabWire, area: AreaWire): Promise<unknown> => this.next(() => this.server.clear(rangeOf(tab, area)));

  private next(write: () => Promise<unknown>): Promise<unknown> {
    const done = this.last.then(write);
    this.last = done.catch(() => undefined);
    return done;
  }
}

const rangeOf = (tab: TabWire, area: AreaWire) => `${quoteTitle(tab.title)}!${formatArea(area)}`;
