/**
 * Stands in for the SDK's chain of credential providers in the bundles. A function's credentials are always in its
 * environment; the files, logins and metadata services that the chain also knows are 130 KB to load for nothing.
 */
export { fromEnv as defaultProvider } from '@aws-sdk/credential-provider-env';
