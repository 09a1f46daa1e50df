import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

export interface DynamoDbAddress {
  /** Only for an embedded DynamoDB. */
  readonly endpoint?: string;
  /** Otherwise from the environment, as the SDK does it. */
  readonly region?: string;
  /** Otherwise from the environment, as the SDK does it. */
  readonly credentials?: NonNullable<DynamoDBClientConfig['credentials']>;
}

/** A client for `openStore`. */
export function dynamodbClient(address: DynamoDbAddress): DynamoDBDocumentClient {
  const client = new DynamoDBClient({
    ...address,
    // The store retries itself: it knows the time left, and each try is metered.
    maxAttempts: 1,
    // The store sets the time-out of each request; this turns it from a warning into an error. An answer that has
    // begun and goes silent ends with the socket's.
    requestHandler: { connectionTimeout: 2_000, throwOnRequestTimeout: true, socketTimeout: 5_000 },
  });
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
}
