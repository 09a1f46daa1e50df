import { ENV } from '../../lambdas/contract.ts';
import type { Environment } from '../../lambdas/runtime/config.ts';
import { type Finding, failed, ok, wordsOf } from './finding.ts';

const NAME = 'Clock';
/** AWS and Google refuse signatures that are off by five minutes; the midnight of a report is wrong long before. */
const ALLOWED_SECONDS = 60;

/** Compares this machine's clock with the date of an answer of Google, which needs no sign-in. */
export async function checkClock(env: Environment, now: () => number): Promise<Finding> {
  const url = env[ENV.sheetsRootUrl] || 'https://sheets.googleapis.com/';
  try {
    const sent = now();
    const answer = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(10_000) });
    // Half way between question and answer is when it was asked over there.
    return judgeClock((sent + now()) / 2, answer.headers.get('date'));
  } catch (error) {
    return failed(
      'Network',
      `${url} does not answer (${wordsOf(error instanceof Error ? (error.cause ?? error) : error)}).`,
      'Check the network and its proxy: Google Sheets must be reachable over HTTPS.',
    );
  }
}

/** `here`: epoch milliseconds. `there`: a Date header. */
export function judgeClock(here: number, there: string | null): Finding {
  const date = Date.parse(there ?? '');
  if (Number.isNaN(date)) return ok(NAME, 'not comparable: the answer had no date');
  const seconds = Math.round((here - date) / 1000);
  if (Math.abs(seconds) <= ALLOWED_SECONDS) return ok(NAME, 'right');
  const [amount, unit] =
    Math.abs(seconds) < 120 ? [Math.abs(seconds), 'seconds'] : [Math.round(Math.abs(seconds) / 60), 'minutes'];
  return failed(
    NAME,
    `The clock of this machine is ${amount} ${unit} ${seconds > 0 ? 'ahead' : 'behind'}.`,
    'Let the system set its clock from the network: AWS and Google refuse what is signed at another time.',
  );
}
