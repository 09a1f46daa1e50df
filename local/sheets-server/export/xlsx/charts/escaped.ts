import { cleanText } from '../clean-text.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as it stands between tags or quotes. */
export const escaped = (text: string): string => cleanText(text).replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
