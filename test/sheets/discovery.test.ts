import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { publicationRequests } from '../../lambdas/sheets/requests.ts';
import { columnRequest } from '../../lambdas/sheets/write-column.ts';
import { DISCOVERY_MISSING, discoveryIsHere, faultsOf } from '../support/sheets-discovery.ts';
import { anyPublication } from '../support/sheets-layouts.ts';

describe.skipIf(!discoveryIsHere)(`requests by Google's discovery document (skipped when ${DISCOVERY_MISSING})`, () => {
  test('the check itself sees an unknown field, a wrong type and a wrong word', () => {
    const requests = [
      { addSheet: { properties: { name: 'x' } } },
      { deleteNamedRange: { namedRangeId: 7 } },
      { appendDimension: { dimension: 'DIAGONALS' } },
      { addChart: { chart: { chartId: 2 ** 31 } } },
    ];
    expect(faultsOf('BatchUpdateSpreadsheetRequest', { requests })).toEqual([
      'BatchUpdateSpreadsheetRequest.requests[0].addSheet.properties.name: unknown field',
      'BatchUpdateSpreadsheetRequest.requests[1].deleteNamedRange.namedRangeId: a string is expected, got 7',
      'BatchUpdateSpreadsheetRequest.requests[2].appendDimension.dimension: no value DIAGONALS',
      'BatchUpdateSpreadsheetRequest.requests[3].addChart.chart.chartId: an int32 is expected, got 2147483648',
    ]);
  });

  test('every publication is valid', () => {
    fc.assert(
      fc.property(anyPublication, fc.option(fc.emailAddress(), { nil: undefined }), (publication, account) => {
        const body = JSON.parse(JSON.stringify({ requests: publicationRequests(publication, account) }));
        expect(faultsOf('BatchUpdateSpreadsheetRequest', body)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('every column write is valid', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(5000), fc.string())), (cells) => {
        expect(faultsOf('BatchUpdateValuesRequest', columnRequest(new Map(cells)))).toEqual([]);
      }),
    );
  });
});
