import { StoreError } from './store-error.ts';

/** Sentinel for what a batch left undone without failing as a whole. */
export const UNPROCESSED = Symbol('unprocessed');

/** Sentinel for what was not even asked, because the run is about to reach its time limit. */
export const NO_TIME_LEFT = Symbol('no time left');

const THROTTLED = new Set([
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'Throttling',
  'ThrottlingException',
  'TooManyRequestsException',
]);
const BROKEN = new Set([
  'InternalServerError',
  'InternalFailure',
  'ServiceUnavailable',
  'TimeoutError',
  'RequestTimeout',
]);
const NETWORK = new Set([
  'ECONNRESET',
  'ECONNREFUSED',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
]);
const CREDENTIALS =
  /AccessDenied|UnrecognizedClient|MissingAuthentication|InvalidSignature|ExpiredToken|CredentialsProvider/;

export type Failure = 'throttled' | 'broken' | 'conditional' | 'refused';

/** What kind of failure is this? The first two pass by themselves. */
export function failureOf(error: unknown): Failure {
  if (error === UNPROCESSED) return 'throttled';
  if (error === NO_TIME_LEFT) return 'broken';
  if (!(error instanceof Error)) return 'refused';
  if (error.name === 'ConditionalCheckFailedException') return 'conditional';
  if (THROTTLED.has(error.name)) return 'throttled';
  if (BROKEN.has(error.name) || NETWORK.has(textIn(error, 'code'))) return 'broken';
  const { httpStatusCode, clockSkewCorrected } = metadataOf(error);
  // A body that was cut off reads as bad JSON under status 200; the SDK has by now set its clock for the next try.
  if (error instanceof SyntaxError || clockSkewCorrected === true) return 'broken';
  return typeof httpStatusCode === 'number' && httpStatusCode >= 500 ? 'broken' : 'refused';
}

/** The error to throw when waiting is of no use, or there is no time left for it. `what` such as `write items`. */
export function storeError(what: string, error: unknown): StoreError {
  if (error === NO_TIME_LEFT) {
    return new StoreError(
      'unavailable',
      `This run reached its time limit before it could ${what}. Nothing is half done: the next run goes on.`,
    );
  }
  const failure = failureOf(error);
  if (failure === 'throttled') {
    return new StoreError(
      'busy',
      `DynamoDB throttled the request to ${what} for longer than there was time. Nothing is half done: run it again; ` +
        'if it happens often, look at the throttling metrics of the table and at its limits in the account.',
      { cause: error === UNPROCESSED ? undefined : error },
    );
  }
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  if (failure === 'broken') {
    return new StoreError(
      'unavailable',
      `DynamoDB did not answer the request to ${what} (${reason}). Nothing is half done: run it again; ` +
        'if it goes on, check the network, the region and the endpoint, and the AWS health dashboard.',
      { cause: error, said: saidBy(error) },
    );
  }
  return new StoreError('refused', `DynamoDB refused to ${what} (${reason}). ${adviceOn(error)}`, {
    cause: error,
    said: saidBy(error),
  });
}

/** Who may do what, and which table there is, quotes no item, and who deploys has to read it in the log. */
const saidBy = (error: unknown): string | undefined =>
  error instanceof Error && !CREDENTIALS.test(error.name) && error.name !== 'ResourceNotFoundException'
    ? error.message
    : undefined;

function adviceOn(error: unknown): string {
  const name = error instanceof Error ? error.name : '';
  if (name === 'ResourceNotFoundException')
    return 'Check the name of the table and the region, and that it is deployed.';
  if (CREDENTIALS.test(name)) return 'Check the credentials, and that the role may use this table.';
  return 'Waiting will not help: this is a fault in the program or in its configuration.';
}

function textIn(error: object, property: string): string {
  const value: unknown = Reflect.get(error, property);
  return typeof value === 'string' ? value : '';
}

function metadataOf(error: object): { httpStatusCode?: unknown; clockSkewCorrected?: unknown } {
  const metadata: unknown = Reflect.get(error, '$metadata');
  return typeof metadata === 'object' && metadata !== null ? metadata : {};
}
