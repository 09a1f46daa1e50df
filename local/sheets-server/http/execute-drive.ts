import { Download } from '../drive/download.ts';
import type { DriveOperation } from '../drive/drive-operation.ts';
import { parseMask, selectFields } from '../field-mask.ts';
import type { Json } from '../json.ts';
import { type Input, parameter } from '../operation.ts';
import { readDriveRequest } from '../schema/read-drive-request.ts';
import type { Store } from '../store/store.ts';
import type { TabFile } from '../workbook-file.ts';

/** Does one call of Drive: `content` is what was uploaded with it. */
export function executeDrive(
  store: Store,
  drive: DriveOperation,
  request: Input,
  content: readonly TabFile[] | undefined,
): Json | Download | undefined {
  const input = readDriveRequest(drive.name, request);
  const fields = parameter(input, 'fields') ?? drive.defaultFields;
  const whole = drive.run(store, input, content);
  if (whole === undefined || whole instanceof Download || fields === undefined) return whole;
  // An empty mask selects nothing.
  return fields === '' ? {} : selectFields(whole, parseMask(fields));
}
