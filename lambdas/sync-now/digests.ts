import { createHash } from 'node:crypto';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * Names a token in the registry. Of the signed part alone: the signature can be written in several ways that all verify
 * (the last characters of base64 carry unused bits), so a digest of the whole would let one token count twice.
 */
export const tokenKey = (token: string): string => `sync-token#${sha256(token.slice(0, token.lastIndexOf('.')))}`;

export const cooldownKey = (workbook: string): string => `sync-workbook#${workbook}`;

/** For the log: tells that two requests came from one person, and not from whom. */
export const whoOf = (email: string): string => sha256(email.toLowerCase()).slice(0, 12);
