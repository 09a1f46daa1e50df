/** An answer that is a file instead of JSON. */
export class Download {
  readonly type: string;
  /** A promise where writing the file takes a while. */
  readonly content: string | Uint8Array | Promise<Uint8Array>;

  constructor(type: string, content: string | Uint8Array | Promise<Uint8Array>) {
    this.type = type;
    this.content = content;
  }
}
