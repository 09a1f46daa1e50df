/**
 * Characters that nobody sees: they come along when text is pasted from chats and web pages, and tell equal names apart.
 * Those that turn the direction of writing would also turn the words that we set beside a name. Joiners stay: emoji and
 * several scripts are written with them.
 */
const UNSEEN = /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/gu;
const SPACES = /[\s\u0000-\u001f\u007f-\u009f]+/gu;

/** Text as people see it: NFKC, single spaces, nothing unseen; half of a surrogate pair is `\ufffd`. */
export const cleanText = (text: string): string =>
  text.toWellFormed().normalize('NFKC').replace(UNSEEN, '').replace(SPACES, ' ').trim();
