import { ApiError } from '../api-error.ts';

export interface Exceeded {
  readonly kind: 'read' | 'write';
  readonly per: 'user' | 'project';
  /** Requests a minute. */
  readonly limit: number;
}

/** Google's 429. It carries no `Retry-After`. */
export function quotaError({ kind, per, limit }: Exceeded): ApiError {
  const requests = kind === 'read' ? 'Read requests' : 'Write requests';
  const minute = per === 'user' ? 'per minute per user' : 'per minute';
  return new ApiError(
    429,
    `Quota exceeded for quota metric '${requests}' and limit '${requests} ${minute}' of service 'sheets.googleapis.com' for consumer 'project_number:0'.`,
    [
      {
        '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
        reason: 'RATE_LIMIT_EXCEEDED',
        domain: 'googleapis.com',
        metadata: {
          service: 'sheets.googleapis.com',
          consumer: 'projects/0',
          quota_location: 'global',
          quota_metric: `sheets.googleapis.com/${kind}_requests`,
          quota_limit: `${kind === 'read' ? 'Read' : 'Write'}RequestsPerMinutePer${per === 'user' ? 'User' : 'Project'}`,
          quota_limit_value: String(limit),
        },
      },
      {
        '@type': 'type.googleapis.com/google.rpc.Help',
        links: [
          {
            description: 'Request a higher quota limit.',
            url: 'https://cloud.google.com/docs/quotas/help/request_increase',
          },
        ],
      },
    ],
  );
}
