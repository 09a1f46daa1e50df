/** Errors whose messages we write ourselves; `said` are words of somebody else within them. */
const OURS: ReadonlySet<string> = new Set(['SheetsError', 'StoreError', 'MissingItem']);
const LEFT_OUT = '(left out here: it may quote the sheet)';
const FRAMES = 20;

/**
 * An error as a log may tell it. "Never what people typed": what Google, AWS or a parser say of a failure may quote the
 * request or the answer, and so cells of a sheet. Kept are the name, our own words with what to do, and where it
 * happened; without `cause`, which holds requests and answers.
 */
export function loggable(error: unknown): Error {
  if (!(error instanceof Error)) return new Error(`what was thrown is no error ${LEFT_OUT}`);
  const told = new Error(wordsOf(error));
  told.name = error.name;
  told.stack = [`${told.name}: ${told.message}`, ...framesOf(error)].join('\n');
  return told;
}

function wordsOf(error: Error): string {
  if (OURS.has(error.name)) {
    const said = 'said' in error && typeof error.said === 'string' ? error.said : '';
    return said === '' ? error.message : error.message.replaceAll(said, LEFT_OUT);
  }
  if (error instanceof AggregateError) return error.message;
  // Plain errors are ours; those of V8 name properties and functions. Parsers, Node and the SDKs quote what they met.
  const plain = error.constructor === Error || error instanceof TypeError || error instanceof ReferenceError;
  return plain && !('code' in error) && !('config' in error) && !('$metadata' in error)
    ? error.message
    : `${factsOf(error)}${LEFT_OUT}`;
}

/** What tells a failure from another without quoting anything: `ECONNRESET`, the status and the id of an answer of AWS. */
function factsOf(error: Error & { code?: unknown; $metadata?: unknown }): string {
  const { httpStatusCode, requestId } = (error.$metadata ?? {}) as Readonly<Record<string, unknown>>; // of the SDK
  const facts = [
    typeof error.code === 'string' && /^[A-Z][A-Z0-9_]+$/.test(error.code) ? error.code : '',
    typeof httpStatusCode === 'number' ? `HTTP ${httpStatusCode}` : '',
    typeof requestId === 'string' && /^[\w-]{8,60}$/.test(requestId) ? `request ${requestId}` : '',
  ].filter((fact) => fact !== '');
  return facts.length === 0 ? '' : `${facts.join(', ')} `;
}

const framesOf = ({ stack = '' }: Error): string[] =>
  stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, FRAMES);
