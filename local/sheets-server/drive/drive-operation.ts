import type { Json } from '../json.ts';
import type { Input } from '../operation.ts';
import type { Store } from '../store/store.ts';
import type { TabFile } from '../workbook-file.ts';
import type { Download } from './download.ts';

/** An operation on the files of the server. Answers are whole messages; the `fields` parameter is applied afterwards. */
export interface DriveOperation {
  readonly name: string;
  readonly writes: boolean;
  /** Applied when the caller gives no `fields`. */
  readonly defaultFields: string | undefined;
  /** `undefined` answers 204 without a body. `content`: what was uploaded with the request, as tabs. */
  run(store: Store, input: Input, content?: readonly TabFile[]): Json | Download | undefined;
}
