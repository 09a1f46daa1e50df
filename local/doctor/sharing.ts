import * as z from 'zod';
import { type AskDrive, DriveRefusal, judgeDrive } from './drive.ts';
import { type Finding, failed, ok, skipped } from './finding.ts';

const NAME = 'Shared as Editor';

const file = z.object({
  mimeType: z.string().optional(),
  trashed: z.boolean().optional(),
  capabilities: z.object({ canEdit: z.boolean().optional() }).optional(),
  /** Told only to who may share the file. */
  permissions: z.array(z.object({ emailAddress: z.string().optional(), role: z.string() })).optional(),
});
export type DriveFile = z.infer<typeof file>;

interface Sharing {
  readonly workbook: string;
  /** E-mail of who is signed in. */
  readonly asking: string | undefined;
  /** E-mail that the deployment acts as; absent where it is not said. */
  readonly account: string | undefined;
}

const FIELDS = 'mimeType,trashed,capabilities(canEdit),permissions(emailAddress,role)';

/** Whether the account may write into the spreadsheet; `ask` as of `checkDrive`. */
export async function checkSharing(ask: AskDrive, { workbook, asking, account }: Sharing): Promise<Finding> {
  try {
    const found = file.parse(await ask(`files/${workbook}?supportsAllDrives=true&fields=${FIELDS}`));
    return judgeSharing(found, asking, account);
  } catch (error) {
    if (!(error instanceof DriveRefusal)) throw error;
    if (error.status === 404)
      return failed(NAME, `${asking ?? 'Who is signed in'} does not see the spreadsheet.`, shareWith(account));
    return { ...judgeDrive(error), name: NAME };
  }
}

/** `asking`: e-mail of who asked Drive. `account`: e-mail that has to be Editor. */
export function judgeSharing(found: DriveFile, asking: string | undefined, account: string | undefined): Finding {
  if (found.trashed)
    return failed(
      NAME,
      'The spreadsheet is in the trash.',
      'Restore it in Google Drive, or give the address of another.',
    );
  if (account === undefined || account === asking) {
    return found.capabilities?.canEdit === false
      ? failed(
          NAME,
          `${account ?? asking ?? 'The account'} may read the spreadsheet, but not write: it is shared as Viewer or Commenter.`,
          shareWith(account ?? asking),
        )
      : ok(NAME, account ?? asking ?? 'yes');
  }
  if (found.permissions === undefined)
    return skipped(
      NAME,
      `${asking ?? 'who is signed in'} may not see with whom it is shared; it has to be ${account}, as Editor`,
    );
  const roles = found.permissions
    .filter(({ emailAddress }) => emailAddress?.toLowerCase() === account.toLowerCase())
    .map(({ role }) => role);
  if (roles.length === 0)
    return failed(NAME, `The spreadsheet is not shared with ${account} by name.`, shareWith(account));
  if (roles.every((role) => role === 'reader' || role === 'commenter'))
    return failed(NAME, `The spreadsheet is shared with ${account} as ${roles.join()} only.`, shareWith(account));
  return ok(NAME, account);
}

const shareWith = (account = 'the service account'): string =>
  `Open the spreadsheet, press Share, and make ${account} an Editor.`;
