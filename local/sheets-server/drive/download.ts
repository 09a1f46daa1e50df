/** An answer that is a file instead of JSON. */
export class Download {
  readonly type: string;
  readonly content: string | Uint8Array;

  constructor(type: string, content: string | Uint8Array) {
    this.type = type;
    this.content = content;
  }
}
