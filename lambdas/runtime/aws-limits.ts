/**
 * For clients of AWS that are asked one small thing at a time: without limits a service that has gone silent would hold a function
 * until the runtime ends it. Milliseconds for each of three tries.
 */
export const awsLimits = (request = 5_000) => ({
  maxAttempts: 3,
  requestHandler: {
    connectionTimeout: Math.min(2_000, request),
    requestTimeout: request,
    throwOnRequestTimeout: true,
    // An answer that has begun and goes silent.
    socketTimeout: request,
  },
});
