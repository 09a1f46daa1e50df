import { ENV } from '../../../lambdas/contract.ts';
import { ingest } from '../../../lambdas/ingest/ingest.ts';
import { report } from '../../../lambdas/report/report.ts';
import { rollup } from '../../../lambdas/rollup/rollup.ts';
import { compose } from '../../../lambdas/runtime/compose.ts';
import { AS_OF } from '../data/workbook.ts';
import { counting } from '../probes/counts.ts';
import { mark, processorSecondsNow, scriptEnvironment, tell } from './script.ts';

/** Leadsheet's three stages in turn, in one process that starts cold. */

const { spreadsheet, token, table } = scriptEnvironment();

async function main(): Promise<void> {
  const { meter, counts } = counting();
  const { AWS_ENDPOINT_URL_DYNAMODB, GOOGLE_URL } = process.env;
  const local = { [ENV.dynamodbEndpoint]: AWS_ENDPOINT_URL_DYNAMODB, [ENV.sheetsRootUrl]: GOOGLE_URL };
  const composed = compose({ ...local, [ENV.table]: table, [ENV.sheetsToken]: token }, { meter });
  const at = { workbook: spreadsheet, asOf: AS_OF };
  const { stop } = await ingest(composed, at);
  if (stop) throw new Error(stop.message);
  await rollup(composed, at);
  mark('stored');
  const processorSeconds = processorSecondsNow();
  await report(composed, at);
  mark('told');
  tell({
    processorSeconds,
    writeUnits: counts['dynamodb.writeUnits'] ?? 0,
    readUnits: counts['dynamodb.readUnits'] ?? 0,
  });
}

void main();
