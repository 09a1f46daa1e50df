/**
 * A request body as the text that is sent. Given as an object, Google's client copies it twice, value by value, before it
 * makes this text: of a large body that takes longer than anything else. To be sent with `JSON_TEXT`.
 */
export const jsonText = <Body extends object>(body: Body): Body => JSON.stringify(body) as unknown as Body; // text is sent as it is

/** The headers of a body that is JSON already. */
export const JSON_TEXT = { 'Content-Type': 'application/json' } as const;
