/** An error of gaxios whose answer says no for good: not the network, not a server that is away, no quota. */
export interface Refusal {
  readonly config: { readonly url: unknown };
  readonly response: { readonly status: number };
}

export function isRefusal(error: unknown): error is Refusal {
  if (!(error instanceof Error) || !('config' in error) || !('response' in error)) return false;
  const { response } = error;
  const status =
    typeof response === 'object' && response !== null && 'status' in response ? response.status : undefined;
  return typeof status === 'number' && isRefused(status);
}

/** `status`: of HTTP. 408 and 429 say that there was no time. */
export const isRefused = (status: number): boolean => status >= 400 && status < 500 && status !== 408 && status !== 429;
