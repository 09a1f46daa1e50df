import type { BaseExternalAccountClient, OAuth2Client } from 'google-auth-library';

export type GoogleClient = OAuth2Client | BaseExternalAccountClient;

/** Who asks. A function, so that Google's libraries are loaded at the first call and not with the bundle. */
export type GoogleAuthority = () => Promise<GoogleClient>;

/** Drive refuses the first scope alone. */
export const SCOPES = [
  'https://www.googleapis.com/auth/spreadsheets',
  'https://www.googleapis.com/auth/drive.metadata.readonly',
];

/** A bearer token that never changes: for the local Sheets server. */
export function localToken(token: string): GoogleAuthority {
  return once(async () => {
    const { OAuth2Client } = await import('google-auth-library');
    return new OAuth2Client({ credentials: { access_token: token } });
  });
}

/** Application default credentials: the file that GOOGLE_APPLICATION_CREDENTIALS names, or those of gcloud. */
export function applicationDefault(): GoogleAuthority {
  return once(async () => {
    const { BaseExternalAccountClient, GoogleAuth, OAuth2Client } = await import('google-auth-library');
    // We never use the project's id. Without one, federated credentials would first ask the Resource Manager for it,
    // and fail where that API is not enabled.
    const client = await new GoogleAuth({ scopes: SCOPES, projectId: 'unused' }).getClient();
    if (client instanceof OAuth2Client || client instanceof BaseExternalAccountClient) return client;
    throw new Error(`credentials of the kind ${client.constructor.name} are not supported`);
  });
}

/** Loads once; a failure is not remembered. */
export function once(load: GoogleAuthority): GoogleAuthority {
  let loaded: Promise<GoogleClient> | undefined;
  return () => {
    loaded ??= load().catch((error: unknown) => {
      loaded = undefined;
      throw error;
    });
    return loaded;
  };
}
