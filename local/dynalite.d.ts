declare module 'dynalite' {
  import type { Server } from 'node:http';

  /** The DynamoDB emulator; it comes without types. */
  export default function dynalite(options: {
    /** Folder of the database; in memory without it. */
    readonly path?: string;
    /** How long a table stays `CREATING`. */
    readonly createTableMs?: number;
  }): Server;
}
